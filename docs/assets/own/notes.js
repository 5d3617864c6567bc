/**
 * Notes on items: text, and a field where one writes it. What is typed is saved as ticks are.
 *
 * @typedef {import('../checklist/item.js').ChecklistItem} ChecklistItem
 * @typedef {import('../checklist/page.js').ChecklistPage} ChecklistPage
 */

import { merged } from './merged.js';
import { fromTemplate } from '../site/forms.js';
import { say } from '../site/notice.js';
import { word } from '../site/words.js';
import { tickOf } from '../store/record.js';
import { Run } from '../store/run.js';
import { formerKeys } from '../store/store.js';

const PAUSE = 400; // milliseconds without a key
const LONGEST = 20_000; // characters under an item: some pages of a book; the field has all

const page = /** @type {ChecklistPage} */ (document.querySelector('checklist-page'));
/** @type {Map<ChecklistItem, Note>} */
const made = new Map();
const run = new Run('notes', page.key, formerKeys(page), show);

class Note {
  #item;
  #element = fromTemplate('#own-note', {});
  #text = /** @type {Element} */ (this.#element.querySelector('.own-note__text'));
  #remark = /** @type {Element} */ (this.#element.querySelector('.checklist-remark'));
  #details = /** @type {HTMLDetailsElement} */ (this.#element.querySelector('details'));
  #field = /** @type {HTMLTextAreaElement} */ (this.#element.querySelector('textarea'));
  #shelf = run.shelf;
  /** As it was stored when we last looked. */
  #base = '';
  /** @type {number | undefined} */
  #timer;

  /** @param {ChecklistItem} item */
  constructor(item) {
    this.#item = item;
    item.element.append(this.#element);
    this.#field.addEventListener('input', () => this.#wait());
    this.#field.addEventListener('blur', () => this.save());
    this.#field.addEventListener('keydown', ({ key }) => key === 'Escape' && this.#close());
    this.#details.addEventListener('click', () => this.#fill());
    this.#details.addEventListener('toggle', () => this.#details.open && this.#field.focus());
  }

  open() {
    this.#fill();
    this.#details.open = true;
    this.#field.focus();
  }

  /** Not before it is needed: a field with megabytes in it makes a page slow. */
  #fill() {
    if (!this.#details.open) this.#field.value = this.#base;
  }

  #close() {
    this.save();
    this.#details.open = false;
    this.#item.more.focus();
    this.#element.querySelector('summary')?.focus(); // where there is a note
  }

  #wait() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(async () => {
      await this.#shelf.read(); // merged with what another tab wrote, though we have not heard it
      this.save();
    }, PAUSE);
    void page.say('');
  }

  save() {
    clearTimeout(this.#timer);
    if (!this.#details.open) return;
    const text = this.#field.value.trim() && this.#field.value;
    if (text === this.#base) return;
    const { id, was } = this.#item;
    const note = text ? { ...tickOf(this.#shelf.records, this.#item), text } : null;
    this.#base = text;
    /** @type {import('../store/record.js').Changes} */
    const changes = new Map(was.map((old) => [old, null]));
    void page.say(word('saved'), this.#shelf.put(changes.set(id, note)));
  }

  show() {
    if (this.#shelf !== run.shelf) this.#enter();
    this.#meet();
    const text = this.#base.slice(0, LONGEST);
    if (this.#text.textContent !== text) this.#text.textContent = text;
    this.#remark.textContent = this.#shelf.unsaved.has(this.#item.id) ? word('not_saved') : '';
  }

  /** Another meeting has a note of its own. */
  #enter() {
    this.save();
    this.#shelf = run.shelf;
    this.#field.value = this.#base = '';
  }

  /** What another tab wrote while one types comes in below. */
  #meet() {
    const { value, selectionStart, selectionEnd } = this.#field;
    const note = /** @type {any} */ (tickOf(this.#shelf.records, this.#item));
    const theirs = note?.text ?? '';
    const text = merged(value, this.#base, theirs);
    this.#base = theirs;
    if (text === value || !this.#details.open) return;
    this.#field.value = text;
    this.#field.setSelectionRange(selectionStart, selectionEnd);
    if (text === theirs) return;
    say(word('both_notes'));
    this.#wait();
  }
}

/** @param {ChecklistItem} item */
function noteOf(item) {
  const note = made.get(item) ?? new Note(item);
  made.set(item, note);
  return note;
}

function show() {
  const { records } = run.shelf;
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
