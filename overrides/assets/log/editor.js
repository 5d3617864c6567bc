/**
 * The form of the log. What is typed is kept as a draft, so that it survives a crash: the form shows
 * the draft of this tab. Texts that look like personal data get a hint.
 *
 * @typedef {import('./drafts.js').Draft} Draft
 * @typedef {import('./entries.js').Entry} Entry
 */

import { discardDraft, isDraftKept, leaveDraft, otherDraft, ownDraft, saveDraft, takeDraft } from './drafts.js';
import { BLANK } from './entries.js';
import { hintsIn } from './hints.js';
import { addRow, fillRows, readRows, removeRow } from './promise-rows.js';
import { setText } from '../site/dom.js';
import { fillForm, readForm } from '../site/forms.js';
import { notify } from '../site/notice.js';
import { localDateTime } from '../site/time.js';
import { t } from '../site/words.js';
import { newId } from '../store/id.js';
import { activeMeeting } from '../store/meeting.js';
import { openStore } from '../store/store.js';

const DEBOUNCE_MS = 300;

const meetings = openStore().shelf('meetings');
const form = /** @type {HTMLFormElement} */ (document.querySelector('.log-form'));
const text = /** @type {HTMLTextAreaElement} */ (form.querySelector('textarea'));
/** @type {Record<string, string>} What a text may give away -> what to say then. */
const hints = JSON.parse(form.dataset['hints'] ?? '');
const draftKept = /** @type {HTMLElement} */ (form.querySelector('.log-draft > *'));
const writeButton = /** @type {HTMLElement} */ (document.querySelector('.log-write'));
const offer = /** @type {HTMLElement} */ (document.querySelector('.log-offer'));

/** The id of the entry, and the entry as the form showed it first. */
let id = '';
/** @type {Record<string, any>} */
let base = BLANK;
/** Something is typed that is not in the log. */
let isTyped = false;
/** Until what is typed is kept as a draft. */
let timer = 0;

/**
 * @param {string} meeting The one to write about, if any.
 * @param {boolean} isOpen
 */
export function begin(meeting, isOpen) {
  if (meeting && ownDraft()?.['meeting'] !== meeting) leaveDraft();
  fill({ meeting: meeting || activeMeeting() });
  form.hidden = !isOpen && !meeting;
  followDraft();
  void openStore().shelf('settings').subscribe(followDraft);
}

/**
 * Opens the form to edit an entry. What was typed is kept for later.
 *
 * @param {string} entry
 * @param {Entry} texts
 */
export function edit(entry, texts) {
  flush();
  leaveDraft();
  fill({ ...texts, entry });
  base = { ...texts, ...readFields() };
  openForm();
}

/** Closes the form. Returns the entry as it was and as it is, and the name of its draft, which is left. */
export function finish() {
  const edited = { id, base, texts: readFields() };
  close();
  return { ...edited, draft: leaveDraft() };
}

export function openForm() {
  form.hidden = false;
  text.focus();
}

function close() {
  fill();
  form.hidden = true;
}

/** @param {Partial<Draft>} [draft] */
function fill({ entry, base: was, promises, ...texts } = { meeting: activeMeeting() }) {
  clearTimeout(timer);
  timer = 0;
  isTyped = false;
  id = entry || newId();
  base = was ?? BLANK;
  prefill(texts['meeting']);
  fillForm(form, texts);
  fillRows(promises);
  check();
  showDrafts();
}

/**
 * The time and people of the meeting: defaults, which the browser shows where nothing is typed.
 *
 * @param {string} name
 */
function prefill(name) {
  const meeting = meetings.records.get(name);
  const [when, people] = /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll('[name="when"], [name="with"]'));
  if (when) when.defaultValue = meeting?.when || localDateTime().slice(0, 16);
  if (people) people.defaultValue = meeting?.with ?? '';
}

/** @returns {Record<string, any>} */
function readFields() {
  return { ...readForm(form), promises: readRows() };
}

/** Says what may be personal data, and, when the form is submitted, that there is nothing in it. */
function check() {
  const { promises, ...texts } = readFields();
  const { asked, agreed, open } = texts;
  const isEmpty = !promises.length && !`${asked}${agreed}${open}`.trim();
  text.setCustomValidity(isEmpty ? form.dataset['needs'] ?? '' : '');
  texts['promises'] = promises.flatMap(Object.values).join('\n');
  for (const hint of form.querySelectorAll('.log-hint')) {
    const kinds = hintsIn(texts[hint.id.replace('hint-', '')] ?? '');
    setText(hint, kinds.map((kind) => hints[kind]).join('\n'));
  }
}

function changed() {
  isTyped = true;
  check();
  clearTimeout(timer);
  timer = setTimeout(keep, DEBOUNCE_MS);
}

function keep() {
  clearTimeout(timer);
  timer = 0;
  void saveDraft({ ...readFields(), entry: id, base });
}

/** At once, as the page may be left. */
function flush() {
  if (timer) keep();
}

/** Shows the draft of this tab. It may be back after an undo, or gone: taken or deleted by another tab. */
function followDraft() {
  const draft = ownDraft();
  if (draft && !isTyped) {
    fill(draft);
    isTyped = true;
    openForm();
  } else if (!draft && isTyped && !timer) {
    close();
    notify(t('draft_moved'));
  }
  showDrafts();
}

function showDrafts() {
  draftKept.hidden = !isDraftKept();
  offer.hidden = isTyped || !otherDraft();
}

/** @type {Record<string, (id: string, entry: Entry, button: HTMLButtonElement) => unknown>} By the `data-action` of a button. */
export const formActions = {
  write: () => {
    fill(); // the time has changed, and another meeting may be active
    openForm();
  },
  cancel: () => {
    flush();
    close();
    writeButton.focus();
    discardDraft();
  },
  'add-row': addRow,
  'remove-row': (_, __, button) => {
    removeRow(button);
    changed();
  },
  'take-draft': takeDraft,
};

form.addEventListener('input', ({ target }) => {
  const { name, value } = /** @type {HTMLInputElement} */ (target);
  if (name === 'meeting') prefill(value);
  changed();
});
for (const name of ['beforeunload', 'pagehide', 'visibilitychange']) addEventListener(name, flush);
addEventListener('store-cleared', close); // all data has been deleted: what was typed too
