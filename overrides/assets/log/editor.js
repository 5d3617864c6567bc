/**
 * The form of the log. What is typed is saved as a draft, so that it survives a crash. Texts that look
 * like personal data get a hint.
 *
 * @typedef {Record<string, any>} Texts By field name. `entry`: the id of the entry being edited.
 */

import { hintsIn } from './hints.js';
import { fillForm, readForm } from '../site/forms.js';
import { notify } from '../site/notice.js';
import { localDateTime } from '../site/time.js';
import { t } from '../site/words.js';
import { activeMeeting } from '../store/meeting.js';
import { openStore } from '../store/store.js';

const DEBOUNCE_MS = 300;

const settings = openStore().shelf('settings');
const form = /** @type {HTMLFormElement} */ (document.querySelector('.log-form'));
const details = /** @type {HTMLDetailsElement} */ (form.parentElement);
const draftSaved = /** @type {HTMLElement} */ (form.querySelector('.log-draft > *'));
let isDraft = false; // something is typed that is not in the log
/** @type {number | undefined} */
let timer;

/**
 * @param {Texts | undefined} draft The one that was saved last.
 * @param {boolean} isOpen
 */
export function begin(draft, isOpen) {
  fill(draft);
  isDraft = Boolean(draft);
  draftSaved.hidden = !isDraft;
  details.open = isDraft || isOpen;
}

/**
 * Opens the form to edit an entry, or closes it. A draft that is replaced can be restored.
 *
 * @param {Texts} [texts]
 */
export function edit(texts) {
  const draft = isDraft && readForm(form);
  finish();
  forgetDraft();
  if (texts) open(texts);
  if (draft) notify(t('draft_gone'), () => {
    open(draft);
    form.dispatchEvent(new Event('input'));
  });
}

/** Removes the saved draft, unless something has been typed since. */
export function forgetDraft() {
  if (!isDraft) void settings.put(new Map([['draft', null]]));
}

/** Clears and closes the form. Its texts are in the log, or given up. */
export function finish() {
  clearTimeout(timer);
  isDraft = false;
  draftSaved.hidden = true;
  fill();
  details.open = false;
  details.querySelector('summary')?.focus();
}

/** @param {Texts} texts */
function open(texts) {
  fill(texts);
  details.open = true;
  form.querySelector('textarea')?.focus();
}

/** @param {Texts} [texts] */
function fill(texts) {
  fillForm(form, { entry: '', when: localDateTime().slice(0, 16), meeting: activeMeeting(), ...texts });
  validate();
  showHints();
}

/** The browser shows the message when the form is submitted. */
function validate() {
  const { asked, agreed, open } = readForm(form);
  const isEmpty = !`${asked}${agreed}${open}`.trim();
  form.querySelector('textarea')?.setCustomValidity(isEmpty ? form.dataset['needs'] ?? '' : '');
}

function showHints() {
  const texts = readForm(form);
  for (const hint of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll('[data-hint]'))) {
    const [name = '', kind] = hint.dataset['hint']?.split(' ') ?? [];
    hint.hidden = !hintsIn(texts[name] ?? '').some((each) => each === kind);
  }
}

async function saveDraft() {
  showHints();
  await settings.put(new Map([['draft', { value: readForm(form) }]]));
  draftSaved.hidden = !openStore().isSaved;
}

form.addEventListener('input', () => {
  isDraft = true;
  validate();
  clearTimeout(timer);
  timer = setTimeout(saveDraft, DEBOUNCE_MS);
});
// The time has changed since the page was opened, and another meeting may be active.
details.addEventListener('toggle', () => {
  if (!isDraft && !readForm(form)['entry']) fill();
});
