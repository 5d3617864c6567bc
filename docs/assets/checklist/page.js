/**
 * `<checklist-page key="situations/saying-no">`: keeps the ticks of the items inside it.
 *
 * @typedef {import('../store/tick.js').State} State
 * @typedef {import('../store/tick.js').Ticks} Ticks
 */

import { ChecklistItem } from './item.js';
import { ChecklistToolbar } from './toolbar.js';
import { changeState, reset, restorable } from './changes.js';
import { countItems } from './counting.js';
import { formerKeys, openStore } from '../store/store.js';
import { tickOf } from '../store/tick.js';
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
  #store = openStore();
  /** @type {ChecklistItem[]} */
  #items = [];
  /** @type {ChecklistToolbar | undefined} */
  #toolbar;
  /** @type {Ticks} What the last reset took away. */
  #taken = new Map();
  /** What is said once everything is on disk. */
  #message = '';

  connectedCallback() {
    if (this.#toolbar) return; // moved within the page
    this.#items = [...this.querySelectorAll('li.checklist-item[id]')].map(
      (element) => new ChecklistItem(/** @type {HTMLLIElement} */ (element), this.#words, (state) =>
        this.#change(element.id, state)),
    );
    this.#toolbar = new ChecklistToolbar(this.#words, {
      reset: () => this.#reset(),
      undo: () => this.#undo(),
      retry: () => void this.#store.retry(),
      print: () => window.print(),
    });
    this.querySelector('.checklist-use')?.after(this.#toolbar.element);
    this.#show();
    void this.#start();
  }

  /** The key of the page, the same in both languages. */
  get key() {
    return this.getAttribute('key') ?? '';
  }

  async #start() {
    await this.#store.follow(this.key, formerKeys(this), () => this.#show());
    this.dataset['ready'] = '';
  }

  /**
   * @param {string} id
   * @param {State | null} state
   */
  #change(id, state) {
    const item = this.#items.find((candidate) => candidate.id === id);
    if (!item) return;
    const rev = { [pageLanguage()]: item.rev };
    const changes = changeState(this.#store.ticks(this.key), item, state, rev, Date.now());
    this.#message = this.#words.saved;
    void this.#store.put(this.key, changes);
  }

  #reset() {
    const ticks = this.#store.ticks(this.key);
    if (ticks.size === 0) return;
    this.#taken = ticks;
    this.#message = this.#words.wasReset;
    void this.#store.put(this.key, reset(ticks));
  }

  #undo() {
    const changes = restorable(this.#taken, this.#store.ticks(this.key));
    this.#taken = new Map();
    this.#message = this.#words.saved;
    void this.#store.put(this.key, changes, { onlyIfOpen: true });
  }

  #show() {
    const ticks = this.#store.ticks(this.key);
    const unsaved = this.#store.unsaved(this.key);
    for (const item of this.#items) {
      const isUnsaved = [item.id, ...item.was].some((id) => unsaved.has(id));
      item.show(tickOf(ticks, item), isUnsaved);
    }
    for (const section of this.querySelectorAll('checklist-section')) {
      const inside = this.#items.filter((item) => section.contains(item.element));
      sectionCount(section).textContent = this.#count(ticks, inside);
    }
    this.#showToolbar(ticks);
  }

  /** @param {Ticks} ticks */
  #showToolbar(ticks) {
    const { trouble } = this.#store;
    const message = this.#store.isSaved(this.key) ? this.#message : '';
    this.#toolbar?.show(countItems(ticks, this.#items), this.#count(ticks, this.#items));
    this.#toolbar?.say(trouble ? this.#words[trouble] : message);
    this.#toolbar?.offer({
      undo: restorable(this.#taken, ticks).size > 0,
      retry: trouble !== undefined && trouble !== 'slow',
    });
  }

  /**
   * @param {Ticks} ticks
   * @param {ChecklistItem[]} items
   */
  #count(ticks, items) {
    const { done, total } = countItems(ticks, items);
    return total ? this.#words.count(done, total) : this.#words.nothing;
  }
}

customElements.define('checklist-page', ChecklistPage);
