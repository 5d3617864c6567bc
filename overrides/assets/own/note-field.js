/**
 * The field of a note: saved while one types. What another tab writes meanwhile is merged, in the
 * field and on disk.
 *
 * @typedef {import('../store/record.js').Item} Item
 * @typedef {import('../store/shelf.js').Shelf} Shelf
 * @typedef {(written?: Promise<boolean>) => unknown} Tell Called without anything while one types.
 *   Otherwise it resolves when the note is on disk, with whether another tab's text is in it too.
 */

import { replaceText } from '../site/forms.js';
import { notify } from '../site/notice.js';
import { t } from '../site/words.js';
import { mergeTexts } from '../store/merge-texts.js';
import { tickOf } from '../store/record.js';

const DEBOUNCE_MS = 400;
/** @type {Set<NoteField>} */
const made = new Set();

export class NoteField {
  /** Whether the field has the text of the note. A closed one with megabytes makes a page slow. */
  isOpen = true;
  /** The stored text, which the reader's changes start from. */
  text = '';
  #item;
  #tell;
  /** @type {number | undefined} */
  #timer;

  /**
   * @param {HTMLTextAreaElement} field
   * @param {Shelf} shelf
   * @param {Item} item
   * @param {Tell} tell
   */
  constructor(field, shelf, item, tell) {
    this.field = field;
    this.shelf = shelf;
    this.#item = item;
    this.#tell = tell;
    field.addEventListener('input', () => this.#saveLater());
    field.addEventListener('blur', () => this.save());
    made.add(this);
  }

  /** Shows what is stored, with what is typed since. */
  show() {
    const { value } = this.field;
    const theirs = this.#stored?.text ?? '';
    const text = mergeTexts(value, this.text, theirs);
    this.text = theirs;
    if (text === value || !this.isOpen) return;
    replaceText(this.field, text);
    if (text === theirs) return;
    notify(t('both_notes'));
    this.#saveLater();
  }

  save() {
    clearTimeout(this.#timer);
    const mine = this.field.value.trim() && this.field.value;
    if (!this.isOpen || mine === this.text) return;
    this.#tell(this.#write(mine, this.text));
    this.text = mine;
  }

  /** Drops what is typed. */
  clear() {
    clearTimeout(this.#timer);
    this.field.value = this.text = '';
  }

  /** @returns {any} */
  get #stored() {
    return tickOf(this.shelf.records, this.#item);
  }

  #saveLater() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.save(), DEBOUNCE_MS);
    this.#tell();
  }

  /**
   * @param {string} mine
   * @param {string} base
   */
  async #write(mine, base) {
    const { id, was } = this.#item;
    const known = this.#stored;
    /** @type {import('../store/pending.js').Updates} */
    const updates = new Map(was.map((old) => [old, () => null]));
    const steps = await this.shelf.update(updates.set(id, (note) => {
      const text = mergeTexts(mine, base, note?.text ?? '');
      return text ? { ...known, ...note, text } : null;
    }));
    return (steps.get(id)?.after?.['text'] ?? mine) !== mine;
  }
}

for (const name of ['beforeunload', 'visibilitychange', 'beforeprint']) {
  addEventListener(name, () => made.forEach((note) => note.save()), true);
}
addEventListener('store-cleared', () => made.forEach((note) => note.clear()));
