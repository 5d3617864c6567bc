/**
 * What a reader has done, kept in this browser only. What is not on disk yet is kept in memory, marked
 * as not saved, and tried again. DATA.md describes the records.
 *
 * @typedef {import('./database.js').DatabaseError} DatabaseError
 * @typedef {Exclude<DatabaseError, 'failed'> | 'unsaved' | 'slow' | 'waiting' | 'blocked'} StoreError
 *   Each is a name in overrides/words. `slow`: to write. `waiting`: there is nothing to write.
 */

import { guideId } from '../site/guide.js';
import { Database } from './database.js';
import { markUnsaved } from './pending.js';
import { Shelf } from './shelf.js';

const TIMEOUT_MS = 3000;

export class Store {
  /** @type {StoreError | undefined} Why something is not saved, or not read. */
  error;
  #database = new Database(
    (isDeleted) => void (isDeleted ? this.#clearShelves() : this.retry()),
    () => this.#reportDelay('blocked'));
  /** @type {Map<string, Shelf>} Store and prefix, separated by spaces -> shelf. */
  #shelves = new Map();
  #channel = window.BroadcastChannel && new BroadcastChannel(guideId());

  constructor() {
    this.#channel?.addEventListener('message', ({ data }) => this.#receive(data));
    document.addEventListener('visibilitychange', () => {
      if (this.error && !document.hidden) void this.retry();
    });
    // A page restored from the back/forward cache may have missed changes.
    window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) void this.retry();
    });
  }

  /**
   * The records of a store whose keys begin with `prefix`. The same shelf for the same arguments.
   *
   * @param {string} store
   * @param {string[]} prefix
   */
  shelf(store, prefix = []) {
    const name = [store, ...prefix].join(' ');
    const shelf = this.#shelves.get(name) ?? new Shelf(this, { store, prefix });
    this.#shelves.set(name, shelf);
    return shelf;
  }

  /** Writes everything pending and reads all shelves again. */
  async retry() {
    for (const shelf of this.#shelves.values()) {
      await shelf.write();
      await shelf.read();
    }
  }

  /**
   * Runs a transaction. Returns whether it is on disk.
   *
   * @param {(transaction: IDBTransaction) => void} work
   * @param {StoreError} failed The error to report when the database refuses.
   */
  async try(work, failed) {
    const timer = setTimeout(() => this.#reportDelay(this.#delay), TIMEOUT_MS);
    const error = await this.#database.transact(work);
    clearTimeout(timer);
    if (error) this.#report(error === 'failed' ? failed : error);
    return !error;
  }

  /** Clears the error once nothing is pending. */
  recover() {
    if (this.error && !this.#hasPending) this.#report(undefined);
  }

  /** Whether everything done on this page is on disk. */
  get isSaved() {
    return !this.error && !this.#hasPending;
  }

  get #hasPending() {
    return [...this.#shelves.values()].some(({ pending }) => pending.size > 0);
  }

  /** All data is being deleted: clears this tab and the others, pending changes included. */
  clear() {
    this.#channel?.postMessage(null);
    this.#clearShelves();
  }

  /**
   * Tells other tabs, and other shelves of this tab with the same records, to read again.
   *
   * @param {Shelf} [shelf] The one that changed; none if any record may have changed.
   */
  announce(shelf) {
    const name = [...this.#shelves].find(([, each]) => each === shelf)?.[0] ?? '';
    this.#channel?.postMessage(name);
    this.#receive(name, shelf);
  }

  /**
   * @param {unknown} changed The name of the shelf that changed, "" for all, null when all data is deleted.
   * @param {Shelf} [writer] Is up to date already.
   */
  #receive(changed, writer) {
    if (changed === null) this.#clearShelves();
    else for (const [name, shelf] of this.#shelves) {
      const isShared = !changed || `${changed} `.startsWith(`${name} `) || `${name} `.startsWith(`${changed} `);
      if (isShared && shelf !== writer) void shelf.read();
    }
  }

  /** Whoever holds something that was stored, such as an undo or a draft, drops it at `store-cleared`. */
  #clearShelves() {
    this.error = undefined;
    for (const shelf of this.#shelves.values()) shelf.clear();
    dispatchEvent(new Event('store-cleared'));
  }

  get #delay() {
    if (this.error && this.error !== 'waiting') return this.error;
    return this.#hasPending ? 'slow' : 'waiting';
  }

  /** @param {StoreError} reason */
  #reportDelay(reason) {
    for (const { pending } of this.#shelves.values()) markUnsaved(pending);
    this.#report(reason);
  }

  /** @param {StoreError | undefined} error */
  #report(error) {
    this.error = error;
    for (const shelf of this.#shelves.values()) shelf.emit();
    dispatchEvent(new Event('store-trouble'));
  }
}

/** @type {Store | undefined} */
let opened;

/** The store of this page, always the same one. Never fails; problems are in `error`. */
export function openStore() {
  return (opened ??= new Store());
}

/**
 * Earlier keys of a page, from the attribute `was` of its element.
 *
 * @param {Element} element
 */
export function formerKeys(element) {
  return element.getAttribute('was')?.match(/\S+/g) ?? [];
}
