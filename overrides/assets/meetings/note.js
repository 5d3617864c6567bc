/** The note of a meeting, in its card. What another tab writes meanwhile is merged. */

import { replaceText } from '../site/forms.js';
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
      this.#saveLater();
    });
    field.addEventListener('blur', () => this.save());
    made.add(this);
  }

  /** Shows what is stored, with what is typed since. */
  show() {
    const { value } = this.field;
    const theirs = notes.records.get(this.#key)?.text ?? '';
    const text = mergeTexts(value, this.#base, theirs);
    this.#base = theirs;
    if (text === value) return;
    replaceText(this.field, text);
    if (text === theirs) return;
    notify(t('both_notes'));
    this.#saveLater();
  }

  /** Drops what is typed: all data has been deleted. */
  clear() {
    clearTimeout(this.#timer);
    this.field.value = this.#base = '';
  }

  #saveLater() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.save(), DEBOUNCE_MS);
  }

  async save() {
    clearTimeout(this.#timer);
    const mine = this.field.value;
    const base = this.#base;
    if (mine === base) return;
    this.#base = mine;
    const steps = await notes.update(new Map([[this.#key, (note) => {
      const text = mergeTexts(mine, base, note?.text ?? '');
      return text.trim() ? { ...note, text } : null;
    }]]));
    const isMerged = (steps.get(this.#key)?.after?.['text'] ?? mine) !== mine;
    notify(t(!store.isSaved ? 'unsaved' : isMerged ? 'both_notes' : 'saved'));
  }
}

for (const name of ['beforeunload', 'visibilitychange']) {
  addEventListener(name, () => made.forEach((note) => void note.save()), true);
}
addEventListener('store-cleared', () => made.forEach((note) => note.clear()));
