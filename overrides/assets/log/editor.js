/**
 * The form of the log. What is typed is kept as a draft, so that it survives a crash. Texts that look
 * like personal data get a hint.
 *
 * @typedef {import('./drafts.js').Draft} Draft
 * @typedef {import('./entries.js').Entry} Entry
 */

import { leaveDraft, otherDraft, ownDraft, removeDraft, saveDraft, takeDraft } from './drafts.js';
import { readEntry } from './entries.js';
import { hintsIn } from './hints.js';
import { addRow, fillRows, readRows, removeRow } from './promise-rows.js';
import { fillForm, readForm } from '../site/forms.js';
import { notify } from '../site/notice.js';
import { localDateTime } from '../site/time.js';
import { t } from '../site/words.js';
import { NO_MEETING, activeMeeting } from '../store/meeting.js';
import { openStore } from '../store/store.js';

const DEBOUNCE_MS = 300;

const store = openStore();
const meetings = store.shelf('meetings');
const settings = store.shelf('settings');
const form = /** @type {HTMLFormElement} */ (document.querySelector('.log-form'));
const writeButton = /** @type {HTMLElement} */ (document.querySelector('.log-write'));
const draftSaved = /** @type {HTMLElement} */ (form.querySelector('.log-draft > *'));
const offer = /** @type {HTMLElement} */ (document.querySelector('.log-offer'));

/** The id of the entry being edited, and the entry as the form showed it first. */
let entry = '';
/** @type {Record<string, any> | undefined} */
let base;
/** @type {Record<string, any>} The fields of the form before the reader changed any. */
let initial = {};
/** The meeting that the page was opened for. */
let wanted = '';
/** Something is typed that is not in the log. */
let isTyped = false;
/** @type {number | undefined} Until what is typed is kept as a draft. */
let timer;

/**
 * @param {boolean} isOpen
 * @param {string} meeting The one to write about, if any.
 */
export function begin(isOpen, meeting) {
  const draft = ownDraft();
  wanted = meeting;
  const isWanted = !wanted || (draft?.['meeting'] === wanted && !draft['entry']);
  if (draft && isWanted) resume(draft);
  else {
    leaveDraft();
    fill();
  }
  setOpen(isTyped || isOpen || wanted !== '');
  void settings.subscribe(followDrafts);
}

/**
 * Opens the form to edit an entry. What was typed is kept for later.
 *
 * @param {string} id
 * @param {Entry} texts
 */
export function edit(id, texts) {
  flush();
  if (isTyped) leaveDraft();
  clear();
  fill(id, texts);
  openForm();
}

/** Closes the form. What was typed can be restored. */
export function cancel() {
  const draft = isTyped && readDraft();
  finish();
  forgetDraft();
  writeButton.focus();
  if (draft) notify(t('draft_gone'), () => {
    resume(draft);
    openForm();
    void keep();
  });
}

/** Clears and closes the form. Its texts are in the log, or given up. */
export function finish() {
  wanted = '';
  clear();
  fill();
  setOpen(false);
  showOffer();
}

/** Removes the draft, unless something has been typed since. */
export function forgetDraft() {
  if (!isTyped) removeDraft();
}

/** The id of the entry, if there is one, the entry as it was, and the fields as they are now. */
export function readEdit() {
  return { entry, base, texts: readFields() };
}

function clear() {
  clearTimeout(timer);
  timer = undefined;
  isTyped = false;
  draftSaved.hidden = true;
}

/**
 * Fills the form with an entry, or for a new one.
 *
 * @param {string} [id]
 * @param {Record<string, any>} [texts]
 */
function fill(id = '', texts) {
  entry = id;
  show(texts ?? newTexts(wanted || activeMeeting()));
  initial = readFields();
  base = texts && { ...texts, ...initial };
}

/** @param {Draft} draft */
function resume(draft) {
  const { entry: id, base: was, ...texts } = draft;
  const known = store.shelf('log').records.get(id);
  fill(id, was ?? (known && readEntry(known)));
  show(texts);
  isTyped = true;
  draftSaved.hidden = false;
  showOffer();
}

/** @param {Record<string, any>} texts */
function show(texts) {
  fillForm(form, texts);
  fillRows(texts['promises'] ?? []);
  validate();
  showHints();
}

/** @param {boolean} isOpen */
function setOpen(isOpen) {
  form.hidden = !isOpen;
  writeButton.hidden = isOpen;
}

export function openForm() {
  setOpen(true);
  form.querySelector('textarea')?.focus();
}

function readFields() {
  return { ...readForm(form), promises: readRows() };
}

/** @returns {Draft} */
function readDraft() {
  return { ...readFields(), entry, base };
}

/** @param {string} id Of a meeting. */
function newTexts(id) {
  const meeting = meetings.records.get(id);
  return { meeting: id, when: meeting?.when || localDateTime().slice(0, 16), with: meeting?.with ?? '' };
}

/** The time and people of the meeting, where the reader has not written any. */
function fillFromMeeting() {
  const { meeting = NO_MEETING, ...texts } = readForm(form);
  for (const [name, value] of Object.entries(newTexts(meeting))) {
    const field = /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
    const isOurs = !entry && texts[name] === initial[name];
    if (isOurs || texts[name] === '') field.value = value;
    if (isOurs) initial[name] = value;
  }
}

/** The browser shows the message when the form is submitted. */
function validate() {
  const { asked, agreed, open, promises } = /** @type {Record<string, any>} */ (readFields());
  const isEmpty = !promises.length && !`${asked}${agreed}${open}`.trim();
  form.querySelector('textarea')?.setCustomValidity(isEmpty ? form.dataset['needs'] ?? '' : '');
}

function showHints() {
  const promises = readRows().map(({ what, who }) => `${who}\n${what}`).join('\n');
  /** @type {Record<string, string>} */
  const texts = { ...readForm(form), promises };
  for (const hint of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll('[data-hint]'))) {
    const [name = '', kind] = hint.dataset['hint']?.split(' ') ?? [];
    hint.hidden = !hintsIn(texts[name] ?? '').some((each) => each === kind);
  }
}

async function keep() {
  timer = undefined;
  isTyped = true;
  showHints();
  await saveDraft(readDraft());
  draftSaved.hidden = !isTyped || !store.isSaved;
}

/** At once, as the page may be left. */
function flush() {
  if (timer === undefined) return;
  clearTimeout(timer);
  void keep();
}

/** Another tab has taken or deleted the draft, or there is one to take. */
function followDrafts() {
  if (isTyped && timer === undefined && !ownDraft()) {
    finish();
    notify(t('draft_moved'));
  }
  showOffer();
}

function showOffer() {
  offer.hidden = isTyped || !otherDraft();
}

function changed() {
  isTyped = true;
  showOffer();
  validate();
  clearTimeout(timer);
  timer = setTimeout(keep, DEBOUNCE_MS);
}

/** @type {Record<string, (id: string, entry: Entry, button: HTMLButtonElement) => unknown>} By the `data-action` of a button. */
export const formActions = {
  write: () => {
    fill(); // the time has changed, and another meeting may be active
    openForm();
  },
  cancel,
  'add-row': addRow,
  'remove-row': (_, __, button) => {
    removeRow(button);
    changed();
  },
  'take-draft': async () => {
    const [name, draft] = otherDraft() ?? [];
    if (!name || !draft) return;
    resume(draft);
    openForm();
    await takeDraft(name);
  },
};

form.addEventListener('input', ({ target }) => {
  if (/** @type {HTMLInputElement} */ (target).name === 'meeting') fillFromMeeting();
  changed();
});
for (const name of ['beforeunload', 'pagehide', 'visibilitychange']) addEventListener(name, flush);
// All data has been deleted: what was typed too.
addEventListener('store-cleared', finish);
