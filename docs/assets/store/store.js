/**
 * What a reader has done, in this browser. What is not on disk is kept, marked and tried again.
 * Nothing leaves the browser. DATA.md says what is kept, and how.
 *
 * @typedef {import('./database.js').Obstacle} Obstacle
 * @typedef {Exclude<Obstacle, 'failed'> | 'unsaved' | 'slow' | 'blocked'} Trouble
 */

import { Database } from './database.js';
import { markLate } from './pending.js';
import { Shelf } from './shelf.js';

const CHANNEL = 'ryggen-fri';
const PATIENCE = 3000; // milliseconds

export class Store {
  /** @type {Trouble | undefined} Why what waits, or what was asked for, is not there yet. */
  trouble;
  #database = new Database(
    (isDeleted) => void (isDeleted ? this.#empty() : this.retry()),
    () => this.#wait('blocked'));
  /** @type {Map<string, Shelf>} Place -> shelf. */
  #shelves = new Map();
  #channel = window.BroadcastChannel && new BroadcastChannel(CHANNEL);

  constructor() {
    this.#channel?.addEventListener('message', ({ data }) => this.#hear(data));
    document.addEventListener('visibilitychange', () => {
      if (this.trouble && !document.hidden) void this.retry();
    });
    // A page that comes back from the browser's cache may have missed what happened meanwhile.
    window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) void this.retry();
    });
  }

  /**
   * The records of a store whose key begins with `prefix`: one shelf, whoever asks.
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

  /** Writes what waits and reads again what is shown. */
  async retry() {
    for (const shelf of this.#shelves.values()) {
      await shelf.write();
      await shelf.read();
    }
  }

  /**
   * All of the work on disk, or nothing. Returns whether it is.
   *
   * @param {(transaction: IDBTransaction) => void} work
   * @param {Trouble} failed What it means when the database refuses.
   */
  async try(work, failed) {
    const timer = setTimeout(() => this.#wait(this.trouble ?? 'slow'), PATIENCE);
    const obstacle = await this.#database.transact(work);
    clearTimeout(timer);
    if (obstacle) this.#report(obstacle === 'failed' ? failed : obstacle);
    return !obstacle;
  }

  /** Nothing waits any more: there is no trouble. */
  recover() {
    if (this.trouble && !this.#isWaiting) this.#report(undefined);
  }

  /** Whether everything done here is on disk, whatever it is. */
  get isSaved() {
    return !this.trouble && !this.#isWaiting;
  }

  get #isWaiting() {
    return [...this.#shelves.values()].some(({ waiting }) => waiting.size > 0);
  }

  /** Says here and in the other tabs that all of it is deleted: what waits is not written either. */
  forget() {
    this.#channel?.postMessage(null);
    this.#empty();
  }

  /**
   * Tells the other tabs, and the other shelves here that share its records.
   *
   * @param {Shelf} [shelf] Nothing where any record may have changed.
   */
  announce(shelf) {
    const name = [...this.#shelves].find(([, each]) => each === shelf)?.[0] ?? '';
    this.#channel?.postMessage(name);
    this.#hear(name, shelf);
  }

  /**
   * @param {unknown} changed The name of the shelf that changed, "" for all, null where all is deleted.
   * @param {Shelf} [writer] It knows already.
   */
  #hear(changed, writer) {
    if (changed === null) this.#empty();
    else for (const [name, shelf] of this.#shelves) {
      const isShared = !changed || `${changed} `.startsWith(`${name} `) || `${name} `.startsWith(`${changed} `);
      if (isShared && shelf !== writer) void shelf.read();
    }
  }

  #empty() {
    this.trouble = undefined;
    for (const shelf of this.#shelves.values()) shelf.forget();
  }

  /** @param {Trouble} trouble Why it takes long. */
  #wait(trouble) {
    for (const { waiting } of this.#shelves.values()) markLate(waiting);
    this.#report(trouble);
  }

  /** @param {Trouble | undefined} trouble */
  #report(trouble) {
    this.trouble = trouble;
    for (const shelf of this.#shelves.values()) shelf.tell();
  }
}

/** @type {Store | undefined} */
let opened;

/** The store of this page: one, whoever asks. Never fails; what cannot be kept is `trouble`. */
export function openStore() {
  return (opened ??= new Store());
}

/**
 * The keys that a page had before, as an element names them in `was`.
 *
 * @param {Element} element
 */
export function formerKeys(element) {
  return element.getAttribute('was')?.match(/\S+/g) ?? [];
}
