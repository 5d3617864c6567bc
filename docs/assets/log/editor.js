/**
 * The form of the log. What is typed is kept as a draft, so that nothing is lost when the browser
 * goes down; what looks like personal data gets a quiet hint.
 *
 * @typedef {Record<string, any>} Texts The fields by name. `entry`: the id of what is changed.
 */

import { hintsIn } from './hints.js';
import { fillForm, readForm } from '../site/forms.js';
import { say } from '../site/notice.js';
import { onTheClock } from '../site/time.js';
import { word } from '../site/words.js';
import { meetingNow } from '../store/meeting.js';
import { openStore } from '../store/store.js';

const PAUSE = 300; // milliseconds without a key

const settings = openStore().shelf('settings');
const form = /** @type {HTMLFormElement} */ (document.querySelector('.log-form'));
const folded = /** @type {HTMLDetailsElement} */ (form.parentElement);
const kept = /** @type {HTMLElement} */ (form.querySelector('.log-draft > *'));
let isDraft = false; // something is typed that is not in the log
/** @type {number | undefined} */
let timer;

/**
 * @param {Texts | undefined} draft From last time.
 * @param {boolean} isOpen
 */
export function begin(draft, isOpen) {
  renew(draft);
  isDraft = Boolean(draft);
  kept.hidden = !isDraft;
  folded.open = isDraft || isOpen;
}

/**
 * Opens the form with what is changed, or closes it. A draft that gives way can be had back.
 *
 * @param {Texts} [texts]
 */
export function edit(texts) {
  const draft = isDraft && readForm(form);
  done();
  forgetDraft();
  if (texts) open(texts);
  if (draft) say(word('draft_gone'), () => {
    open(draft);
    form.dispatchEvent(new Event('input'));
  });
}

/** What was typed is saved, or given up. */
export function forgetDraft() {
  if (!isDraft) void settings.put(new Map([['draft', null]]));
}

/** What was typed is in the log, if not on disk yet. */
export function done() {
  clearTimeout(timer);
  isDraft = false;
  kept.hidden = true;
  renew();
  folded.open = false;
  folded.querySelector('summary')?.focus();
}

/** @param {Texts} texts */
function open(texts) {
  renew(texts);
  folded.open = true;
  form.querySelector('textarea')?.focus();
}

/** @param {Texts} [texts] */
function renew(texts) {
  fillForm(form, { entry: '', when: onTheClock().slice(0, 16), meeting: meetingNow(), ...texts });
  check();
  hint();
}

/** The browser itself says that a text is missing, when one sends the form. */
function check() {
  const { asked, agreed, open } = readForm(form);
  const isEmpty = !`${asked}${agreed}${open}`.trim();
  form.querySelector('textarea')?.setCustomValidity(isEmpty ? form.dataset['needs'] ?? '' : '');
}

function hint() {
  const texts = readForm(form);
  for (const hint of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll('[data-hint]'))) {
    const [name = '', kind] = hint.dataset['hint']?.split(' ') ?? [];
    hint.hidden = !hintsIn(texts[name] ?? '').some((each) => each === kind);
  }
}

async function keep() {
  hint();
  await settings.put(new Map([['draft', { value: readForm(form) }]]));
  kept.hidden = !openStore().isSaved;
}

form.addEventListener('input', () => {
  isDraft = true;
  check();
  clearTimeout(timer);
  timer = setTimeout(keep, PAUSE);
});
// The clock has gone on since the page was opened, and one may be in another meeting.
folded.addEventListener('toggle', () => {
  if (!isDraft && !readForm(form)['entry']) renew();
});
