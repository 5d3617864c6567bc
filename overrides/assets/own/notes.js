/**
 * Notes on items: the text, and a field to edit it. They are saved like ticks.
 *
 * @typedef {import('../checklist/item.js').ChecklistItem} ChecklistItem
 * @typedef {import('../checklist/page.js').ChecklistPage} ChecklistPage
 */

import { NoteField } from './note-field.js';
import { fromTemplate } from '../site/forms.js';
import { notify } from '../site/notice.js';
import { setText } from '../site/dom.js';
import { t } from '../site/words.js';
import { tickOf } from '../store/record.js';
import { Session } from '../store/session.js';

const MAX_LENGTH = 20_000; // characters shown under an item; the field has all

const page = /** @type {ChecklistPage} */ (document.querySelector('checklist-page'));
/** @type {Map<ChecklistItem, Note>} */
const made = new Map();
const session = new Session('notes', page, show);

/** @param {Promise<boolean>} [written] */
async function tell(written) {
  void page.showMessage(written ? t('saved') : '', written);
  if (await written) notify(t('both_notes'));
}

class Note {
  #item;
  #element = fromTemplate('#own-note', {});
  #text = /** @type {Element} */ (this.#element.querySelector('.own-note__text'));
  #remark = /** @type {Element} */ (this.#element.querySelector('.checklist-remark'));
  #details = /** @type {HTMLDetailsElement} */ (this.#element.querySelector('details'));
  #note;

  /** @param {ChecklistItem} item */
  constructor(item) {
    this.#item = item;
    const field = /** @type {HTMLTextAreaElement} */ (this.#element.querySelector('textarea'));
    this.#note = new NoteField(field, session.shelf, item, tell);
    this.#note.isOpen = false;
    item.element.append(this.#element);
    field.addEventListener('keydown', ({ key }) => key === 'Escape' && this.#close());
    this.#details.addEventListener('click', () => this.#fillField());
    this.#details.addEventListener('toggle', () => {
      if (this.#details.open) field.focus();
      else this.#note.isOpen = false;
    });
  }

  open() {
    this.#fillField();
    this.#details.open = true;
    this.#note.field.focus();
  }

  #fillField() {
    if (this.#details.open) return;
    this.#note.field.value = this.#note.text;
    this.#note.isOpen = true;
  }

  #close() {
    this.#note.save();
    this.#details.open = false;
    this.#item.more.focus();
    this.#element.querySelector('summary')?.focus(); // if there is a note
  }

  show() {
    if (this.#note.shelf !== session.shelf) this.#changeMeeting();
    this.#note.show();
    setText(this.#text, this.#note.text.slice(0, MAX_LENGTH));
    this.#remark.textContent = this.#note.shelf.unsaved.has(this.#item.id) ? t('not_saved') : '';
  }

  /** Each meeting has its own note. */
  #changeMeeting() {
    this.#note.save();
    this.#note.shelf = session.shelf;
    this.#note.clear();
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
