/** The note of a meeting, in its card. What another tab writes meanwhile is merged. */

import { notify } from '../site/notice.js';
import { t } from '../site/words.js';
import { mergeTexts } from '../store/merge-texts.js';
import { openStore } from '../store/store.js';

const DEBOUNCE_MS = 400;
const store = openStore();
const notes = store.shelf('notes');
/** @type {Set<MeetingNote>} */
const made = new Set();

export class MeetingNote {
  #key;
  /** The text that the reader's changes start from. */
  #base = '';
  /** @type {number | undefined} */
  #timer;

  /**
   * @param {HTMLTextAreaElement} field
   * @param {string} id Of the meeting.
   */
  constructor(field, id) {
    this.field = field;
    this.#key = `${id}  `;
    field.addEventListener('input', () => {
      notify('');
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.save(), DEBOUNCE_MS);
    });
    field.addEventListener('blur', () => this.save());
    made.add(this);
  }

  /** Shows what is stored, unless something is typed that is not. */
  show() {
    const { field } = this;
    if (field.value !== this.#base) return;
    this.#base = notes.records.get(this.#key)?.text ?? '';
    if (field.value === this.#base) return;
    const { selectionStart, selectionEnd } = field;
    field.value = this.#base;
    field.setSelectionRange(selectionStart, selectionEnd);
  }

  async save() {
    clearTimeout(this.#timer);
    const mine = this.field.value;
    const base = this.#base;
    if (mine === base) return;
    this.#base = mine;
    await notes.update(new Map([[this.#key, (note) => {
      const text = mergeTexts(mine, base, note?.text ?? '');
      return text.trim() ? { ...note, text } : null;
    }]]));
    notify(t(store.isSaved ? 'saved' : 'unsaved'));
  }
}

for (const name of ['beforeunload', 'visibilitychange']) {
  addEventListener(name, () => made.forEach((note) => void note.save()), true);
}
