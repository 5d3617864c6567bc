/**
 * `<checklist-page key="situations/saying-no">`: stores the ticks of its items.
 *
 * @typedef {import('../store/record.js').State} State
 * @typedef {import('../store/record.js').Ticks} Ticks
 */

import { ChecklistItem } from './item.js';
import { ChecklistToolbar } from './toolbar.js';
import { changeState, ifAbsent } from './changes.js';
import { countItems } from './counting.js';
import { Session } from '../store/session.js';
import { openStore } from '../store/store.js';
import { tickOf } from '../store/record.js';
import { load } from '../site/load.js';
import { pageLanguage, t } from '../site/words.js';

/** The view of the key items counts no others. */
const COUNTED = document.documentElement.dataset['view'] === 'key' ? '.critical' : '*';

export class ChecklistPage extends HTMLElement {
  #store = openStore();
  /** @type {Session | undefined} */
  #session;
  /** @type {ChecklistItem[]} */
  items = [];
  /** @type {ChecklistToolbar | null} */
  #toolbar = null;
  /** Shown once everything is on disk. */
  #message = '';

  connectedCallback() {
    if (this.#session) return; // moved within the page
    this.#session = new Session('ticks', this, () => this.#show());
    this.items = [...this.querySelectorAll('li.checklist-item[id]')].map(
      (element) => new ChecklistItem(/** @type {HTMLLIElement} */ (element), (item, state) =>
        this.#change(item, state)),
    );
    for (const item of this.items) { // ticked before this script was loaded
      if (item.isTicked) this.#change(item, 'done', true);
    }
    const toolbar = this.querySelector('.checklist-toolbar');
    this.#toolbar = toolbar && new ChecklistToolbar(toolbar, {
      reset: () => void this.#reset(),
      retry: () => void this.#store.retry(),
    });
    this.#unfold();
    addEventListener('hashchange', () => this.#unfold());
    this.#show();
    void this.#session.ready.then(() => this.toggleAttribute('data-ready', true));
    this.#loadOwn();
  }

  /** The modules for notes, the reader's own lines and meetings, if there are any. */
  #loadOwn() {
    const notes = new Session('notes', this, () => {
      if (notes.shelf.records.size) void load(import('../own/notes.js'));
    });
    this.#loadFor('lines', () => import('../own/own-lines.js'));
    if (document.querySelector('.meeting-strip')) this.#loadFor('meetings', () => import('../meetings/strip.js'));
  }

  /**
   * @param {string} store
   * @param {() => Promise<unknown>} module
   */
  #loadFor(store, module) {
    const shelf = this.#store.shelf(store);
    void shelf.subscribe(() => {
      if (shelf.records.size) void load(module());
    });
  }

  get #shelf() {
    return /** @type {Session} */ (this.#session).shelf;
  }

  /**
   * @param {string} message Shown once everything is on disk.
   * @param {Promise<unknown>} [written] Resolves when that may be the case.
   */
  async showMessage(message, written) {
    this.#message = message;
    this.#showToolbar();
    await written;
    this.#showToolbar();
  }

  /** Opens the `<details>` around the target of a link. */
  #unfold() {
    this.querySelector(':target')?.closest('details')?.setAttribute('open', '');
  }

  /**
   * @param {ChecklistItem} item
   * @param {State | null} state
   * @param {boolean} [isEarly] A tick that is on disk wins.
   */
  #change(item, state, isEarly) {
    const rev = { [pageLanguage()]: item.rev };
    this.#message = t('saved');
    const changes = changeState(this.#shelf.records, item, state, rev);
    void (isEarly ? this.#shelf.update(ifAbsent(changes)) : this.#shelf.put(changes));
  }

  async #reset() {
    this.#message = '';
    (await load(import('../site/undoable.js'))).removeAll(this.#shelf, t('was_reset'));
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
      const progress = countItems(ticks, inside);
      const isBegun = progress.done > 0 || progress.total < inside.length;
      count.textContent = isBegun ? countText(progress) : '';
    }
    this.#showToolbar();
  }

  #showToolbar() {
    const { error, isSaved } = this.#store;
    if (error) this.toggleAttribute('data-ready', true);
    const progress = countItems(this.#shelf.records, this.items.filter(({ element }) => element.matches(COUNTED)));
    this.#toolbar?.show(progress, countText(progress));
    this.#toolbar?.showMessage(error ? t(error) : isSaved ? this.#message : '');
    this.#toolbar?.offerRetry(error !== undefined);
  }
}

/** @param {import('./counting.js').Progress} progress */
function countText(progress) {
  return progress.total ? t('count', progress) : t('nothing');
}

customElements.define('checklist-page', ChecklistPage);
