/**
 * `<checklist-page key="situations/saying-no">`: keeps the ticks of the items inside it.
 *
 * @typedef {import('./counting.js').Tick} Tick
 * @typedef {import('./counting.js').State} State
 * @typedef {import('../store/store.js').Changes} Changes
 */

import { ChecklistItem } from './item.js';
import { ChecklistToolbar } from './toolbar.js';
import { countItems, tickOf } from './counting.js';
import { formerKeys, openStore } from '../store/store.js';
import { pageLanguage, pageWords } from '../site/words.js';

/**
 * The place of a section's count, made on first use.
 *
 * @param {Element} section
 */
function sectionCount(section) {
  const present = section.querySelector(':scope > .checklist-section-count');
  if (present) return present;
  const count = document.createElement('p');
  count.className = 'checklist-section-count';
  section.prepend(count);
  return count;
}

class ChecklistPage extends HTMLElement {
  #words = pageWords();
  /** @type {Map<string, Tick>} */
  #ticks = new Map();
  /** @type {ChecklistItem[]} */
  #items = [];
  /** @type {ChecklistToolbar | undefined} */
  #toolbar;
  /** @type {Changes | undefined} */
  #undo;
  #writing = 0;

  connectedCallback() {
    if (this.#toolbar) return; // moved within the page
    this.#items = [...this.querySelectorAll('li.checklist-item[id]')].map(
      (element) => new ChecklistItem(/** @type {HTMLLIElement} */ (element), this.#words, (state) =>
        this.#change(element.id, state)),
    );
    this.#toolbar = new ChecklistToolbar(this.#words, {
      reset: () => this.#reset(),
      undo: () => this.#takeBack(),
      print: () => window.print(),
    });
    this.querySelector('.checklist-use')?.after(this.#toolbar.element);
    this.#show();
    void this.#load();
  }

  /** The key of the page, the same in both languages. */
  get key() {
    return this.getAttribute('key') ?? '';
  }

  async #load() {
    const store = await openStore();
    if (!store.kept) this.#toolbar?.say(this.#words.unavailable);
    store.subscribe((page) => {
      if (page === this.key) void this.#read();
    });
    await store.adopt(formerKeys(this), this.key).catch(() => undefined); // they stay where they are
    await this.#read();
    this.dataset['ready'] = '';
  }

  async #read() {
    const store = await openStore();
    const ticks = await store.ticks(this.key);
    if (this.#writing) return; // what the reader has just done is newer; it is read when written
    this.#ticks = ticks;
    this.#show();
  }

  /**
   * @param {string} id
   * @param {State | null} state
   */
  #change(id, state) {
    const item = this.#items.find((candidate) => candidate.id === id);
    if (!item) return;
    const rev = { ...tickOf(this.#ticks, item)?.rev, [pageLanguage()]: item.rev };
    const tick = state && { state, rev, at: Date.now() };
    /** @type {Changes} */
    const changes = new Map(item.was.map((old) => [old, null]));
    this.#undo = undefined;
    void this.#write(changes.set(id, tick), this.#words.saved);
  }

  #reset() {
    if (this.#ticks.size === 0) return;
    const undo = new Map(this.#ticks);
    /** @type {Changes} */
    const changes = new Map([...undo.keys()].map((id) => [id, null]));
    this.#undo = undo;
    void this.#write(changes, this.#words.wasReset);
  }

  #takeBack() {
    if (!this.#undo) return;
    const changes = this.#undo;
    this.#undo = undefined;
    void this.#write(changes, this.#words.saved);
  }

  /**
   * Shows the changes at once, and says `message` only when they are on disk.
   *
   * @param {Changes} changes
   * @param {string} message
   */
  async #write(changes, message) {
    for (const [id, tick] of changes) {
      if (tick) this.#ticks.set(id, tick);
      else this.#ticks.delete(id);
    }
    this.#toolbar?.say('');
    this.#show();
    this.#writing += 1;
    const store = await openStore();
    const failed = await store.put(this.key, changes).then(() => false, () => true);
    this.#writing -= 1;
    if (failed) this.#toolbar?.say(this.#words.unsaved);
    else if (!this.#writing) this.#toolbar?.say(store.kept ? message : this.#words.unavailable);
    if (!failed && !this.#writing) await this.#read();
  }

  #show() {
    for (const item of this.#items) item.show(tickOf(this.#ticks, item));
    for (const section of this.querySelectorAll('checklist-section')) {
      const inside = this.#items.filter((item) => section.contains(item.element));
      sectionCount(section).textContent = this.#count(inside);
    }
    const progress = countItems(this.#ticks, this.#items);
    this.#toolbar?.show(progress, this.#count(this.#items), this.#undo !== undefined);
  }

  /** @param {ChecklistItem[]} items */
  #count(items) {
    const { done, total } = countItems(this.#ticks, items);
    return total ? this.#words.count(done, total) : this.#words.nothing;
  }
}

customElements.define('checklist-page', ChecklistPage);
