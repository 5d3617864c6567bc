/**
 * `<checklist-page key="situations/saying-no">`: keeps the ticks of the items inside it.
 *
 * @typedef {import('../store/record.js').State} State
 * @typedef {import('../store/record.js').Ticks} Ticks
 */

import { ChecklistItem } from './item.js';
import { ChecklistToolbar } from './toolbar.js';
import { changeState, reset, restorable } from './changes.js';
import { countItems } from './counting.js';
import { followOwn } from '../own/own.js';
import { Run } from '../store/run.js';
import { formerKeys, openStore } from '../store/store.js';
import { tickOf } from '../store/record.js';
import { pageLanguage, word } from '../site/words.js';

export class ChecklistPage extends HTMLElement {
  #store = openStore();
  /** @type {Run | undefined} */
  #run;
  /** @type {ChecklistItem[]} */
  items = [];
  /** @type {ChecklistToolbar | null} */
  #toolbar = null;
  /** @type {Ticks} What the last reset took away. */
  #taken = new Map();
  /** What is said once everything is on disk. */
  #message = '';

  connectedCallback() {
    if (this.#run) return; // moved within the page
    this.#run = new Run('ticks', this.key, formerKeys(this), () => this.#show());
    this.items = [...this.querySelectorAll('li.checklist-item[id]')].map(
      (element) => new ChecklistItem(/** @type {HTMLLIElement} */ (element), (item, state) =>
        this.#change(item, state)),
    );
    for (const item of this.items) { // what was ticked before this script came
      if (item.isTicked) this.#change(item, 'done', { onlyIfOpen: true });
    }
    const toolbar = this.querySelector('.checklist-toolbar');
    this.#toolbar = toolbar && new ChecklistToolbar(toolbar, {
      reset: () => this.#reset(),
      undo: () => this.#undo(),
      retry: () => void this.#store.retry(),
      print: () => print(),
    });
    this.#unfold();
    addEventListener('hashchange', () => this.#unfold());
    this.#show();
    void this.#run.ready.then(() => this.#isReady());
    followOwn(this.key, formerKeys(this));
  }

  /** The key of the page, the same in both languages. */
  get key() {
    return this.getAttribute('key') ?? '';
  }

  get #shelf() {
    return /** @type {Run} */ (this.#run).shelf;
  }

  /**
   * @param {string} message Said once everything is on disk.
   * @param {Promise<void>} [written] What is on its way there.
   */
  async say(message, written) {
    this.#message = message;
    this.#showToolbar(this.#shelf.records);
    await written;
    this.#showToolbar(this.#shelf.records);
  }

  /** Who follows a link to what is folded wants to read it. */
  #unfold() {
    this.querySelector(':target')?.closest('details')?.setAttribute('open', '');
  }

  /** There is something to say. */
  #isReady() {
    this.dataset['ready'] = '';
  }

  /**
   * @param {ChecklistItem} item
   * @param {State | null} state
   * @param {{onlyIfOpen?: boolean}} [how] As of a shelf.
   */
  #change(item, state, how) {
    const rev = { [pageLanguage()]: item.rev };
    this.#message = word('saved');
    void this.#shelf.put(changeState(this.#shelf.records, item, state, rev), how);
  }

  #reset() {
    const ticks = this.#shelf.records;
    if (!ticks.size) return;
    this.#taken = ticks;
    this.#message = word('was_reset');
    void this.#shelf.put(reset(ticks));
  }

  #undo() {
    const changes = restorable(this.#taken, this.#shelf.records);
    this.#taken = new Map();
    this.#message = word('saved');
    void this.#shelf.put(changes, { onlyIfOpen: true });
  }

  #show() {
    const ticks = this.#shelf.records;
    const unsaved = this.#shelf.unsaved;
    for (const item of this.items) {
      const isUnsaved = [item.id, ...item.was].some((id) => unsaved.has(id));
      item.show(tickOf(ticks, item), isUnsaved);
    }
    for (const count of this.querySelectorAll('.checklist-section-count')) {
      const inside = this.items.filter(({ element }) => count.parentElement?.contains(element));
      const { done, total } = countItems(ticks, inside);
      count.textContent = done || total < inside.length ? this.#count(ticks, inside) : '';
    }
    this.#showToolbar(ticks);
  }

  /** @param {Ticks} ticks */
  #showToolbar(ticks) {
    const { trouble } = this.#store;
    if (trouble) this.#isReady();
    const message = this.#store.isSaved ? this.#message : '';
    this.#toolbar?.show(countItems(ticks, this.items), this.#count(ticks, this.items));
    this.#toolbar?.say(trouble ? word(trouble) : message);
    this.#toolbar?.offer({
      undo: restorable(this.#taken, ticks).size > 0,
      retry: trouble !== undefined && trouble !== 'slow' && trouble !== 'blocked',
    });
  }

  /**
   * @param {Ticks} ticks
   * @param {ChecklistItem[]} items
   */
  #count(ticks, items) {
    const { done, total } = countItems(ticks, items);
    return total ? word('count', { done, total }) : word('nothing');
  }
}

customElements.define('checklist-page', ChecklistPage);
