/**
 * Notes on items: the text, and a field to edit it. They are saved like ticks.
 *
 * @typedef {import('../checklist/item.js').ChecklistItem} ChecklistItem
 * @typedef {import('../checklist/page.js').ChecklistPage} ChecklistPage
 */

import { mergeTexts } from '../store/merge-texts.js';
import { fromTemplate, replaceText } from '../site/forms.js';
import { notify } from '../site/notice.js';
import { setText } from '../site/dom.js';
import { t } from '../site/words.js';
import { tickOf } from '../store/record.js';
import { Session } from '../store/session.js';

const DEBOUNCE_MS = 400;
const MAX_LENGTH = 20_000; // characters shown under an item; the field has all

const page = /** @type {ChecklistPage} */ (document.querySelector('checklist-page'));
/** @type {Map<ChecklistItem, Note>} */
const made = new Map();
const session = new Session('notes', page, show);

class Note {
  #item;
  #element = fromTemplate('#own-note', {});
  #text = /** @type {Element} */ (this.#element.querySelector('.own-note__text'));
  #remark = /** @type {Element} */ (this.#element.querySelector('.checklist-remark'));
  #details = /** @type {HTMLDetailsElement} */ (this.#element.querySelector('details'));
  #field = /** @type {HTMLTextAreaElement} */ (this.#element.querySelector('textarea'));
  #shelf = session.shelf;
  /** The stored text, as last read. */
  #base = '';
  /** @type {number | undefined} */
  #timer;

  /** @param {ChecklistItem} item */
  constructor(item) {
    this.#item = item;
    item.element.append(this.#element);
    this.#field.addEventListener('input', () => this.#saveLater());
    this.#field.addEventListener('blur', () => this.save());
    this.#field.addEventListener('keydown', ({ key }) => key === 'Escape' && this.#close());
    this.#details.addEventListener('click', () => this.#fillField());
    this.#details.addEventListener('toggle', () => this.#details.open && this.#field.focus());
  }

  open() {
    this.#fillField();
    this.#details.open = true;
    this.#field.focus();
  }

  /** Only when it is opened: a field with megabytes in it makes the page slow. */
  #fillField() {
    if (!this.#details.open) this.#field.value = this.#base;
  }

  #close() {
    this.save();
    this.#details.open = false;
    this.#item.more.focus();
    this.#element.querySelector('summary')?.focus(); // if there is a note
  }

  #saveLater() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.save(), DEBOUNCE_MS);
    void page.showMessage('');
  }

  save() {
    clearTimeout(this.#timer);
    if (!this.#details.open) return;
    const mine = this.#field.value.trim() && this.#field.value;
    if (mine === this.#base) return;
    void page.showMessage(t('saved'), this.#write(mine, this.#base));
    this.#base = mine;
  }

  /**
   * @param {string} mine
   * @param {string} base
   */
  async #write(mine, base) {
    const { id, was } = this.#item;
    const known = tickOf(this.#shelf.records, this.#item);
    /** @type {import('../store/pending.js').Updates} */
    const updates = new Map(was.map((old) => [old, () => null]));
    const steps = await this.#shelf.update(updates.set(id, (note) => {
      const text = mergeTexts(mine, base, note?.text ?? '');
      return text ? { ...known, ...note, text } : null;
    }));
    if ((steps.get(id)?.after?.['text'] ?? mine) !== mine) notify(t('both_notes'));
  }

  show() {
    if (this.#shelf !== session.shelf) this.#changeMeeting();
    this.#merge();
    setText(this.#text, this.#base.slice(0, MAX_LENGTH));
    this.#remark.textContent = this.#shelf.unsaved.has(this.#item.id) ? t('not_saved') : '';
  }

  /** Each meeting has its own note. */
  #changeMeeting() {
    this.save();
    this.#shelf = session.shelf;
    this.#field.value = this.#base = '';
  }

  /** Drops what is typed: all data has been deleted. */
  clear() {
    clearTimeout(this.#timer);
    this.#field.value = this.#base = '';
  }

  /** Adds what another tab has written since. */
  #merge() {
    const { value } = this.#field;
    const note = /** @type {any} */ (tickOf(this.#shelf.records, this.#item));
    const theirs = note?.text ?? '';
    const text = mergeTexts(value, this.#base, theirs);
    this.#base = theirs;
    if (text === value || !this.#details.open) return;
    replaceText(this.#field, text);
    if (text === theirs) return;
    notify(t('both_notes'));
    this.#saveLater();
  }
}

/** @param {ChecklistItem} item */
function noteOf(item) {
  const note = made.get(item) ?? new Note(item);
  made.set(item, note);
  return note;
}

function show() {
  const { records } = session.shelf;
  for (const item of page.items) {
    if (made.has(item) || tickOf(records, item)) noteOf(item).show();
  }
}

/** @param {ChecklistItem} item */
export function openNote(item) {
  noteOf(item).open();
}

for (const name of ['beforeunload', 'visibilitychange', 'beforeprint']) {
  addEventListener(name, () => made.forEach((note) => note.save()));
}
addEventListener('store-cleared', () => made.forEach((note) => note.clear()));
