/**
 * Some records of a store, in memory at once and on disk as soon as the browser lets them.
 *
 * @typedef {import('./pending.js').Waiting} Waiting
 * @typedef {import('./record.js').Changes} Changes
 * @typedef {import('./record.js').Records} Records
 * @typedef {import('./records.js').Place} Place
 * @typedef {import('./store.js').Store} Store
 */

import { enqueue, isThere, lateIds, markLate, overlay, settle } from './pending.js';
import { adoptRecords, readRecords, writeRecords } from './records.js';

export class Shelf {
  /** @type {Waiting} What is not on disk. */
  waiting = new Map();
  #store;
  #place;
  /** @type {Records} */
  #stored = new Map();
  /** @type {Records | undefined} Those that are there, until something changes. */
  #live;
  /** @type {(() => void)[]} */
  #listeners = [];

  /**
   * @param {Store} store
   * @param {Place} place
   */
  constructor(store, place) {
    this.#store = store;
    this.#place = place;
  }

  /**
   * Calls back whenever a record changes, here or in another tab, or whether all is saved. Resolves
   * when the records have been read, or cannot be.
   *
   * @param {() => void} listener
   * @param {string[][]} [former] Prefixes that the records had before: they become records of these.
   */
  async follow(listener, former = []) {
    this.#listeners.push(listener);
    for (const prefix of former) {
      const old = { ...this.#place, prefix };
      await this.#store.try((work) => adoptRecords(work, old, this.#place), 'lost');
    }
    await this.read();
  }

  /** @returns {Records} Those that are there, by id: what follows the prefix in the key. */
  get records() {
    return (this.#live ??= new Map([...this.#all].filter(([, record]) => isThere(record))));
  }

  get #all() {
    return overlay(this.#stored, this.waiting);
  }

  /** The ids of what is not on disk, though it should be by now. */
  get unsaved() {
    return lateIds(this.waiting);
  }

  /**
   * Changes records. Resolves when they are on disk, or have failed to get there.
   *
   * @param {Changes} changes
   * @param {{onlyIfOpen?: boolean}} [how] `onlyIfOpen`: only where no record is by then.
   */
  async put(changes, { onlyIfOpen = false } = {}) {
    enqueue(this.waiting, this.#all, changes, { now: Date.now(), onlyIfOpen });
    this.tell();
    await this.write();
    if (onlyIfOpen) await this.read();
  }

  /** All of it was deleted: nothing waits, nothing is there. */
  forget() {
    this.waiting.clear();
    this.#stored = new Map();
    this.tell();
  }

  tell() {
    this.#live = undefined;
    for (const listener of this.#listeners) listener();
  }

  async read() {
    /** @type {Records} */
    const records = new Map();
    if (await this.#store.try((work) => readRecords(work, this.#place, records), 'lost')) {
      this.#stored = records;
      this.#store.recover();
    }
    this.tell();
  }

  async write() {
    if (!this.waiting.size) return;
    let entries = new Map(this.waiting);
    const isWritten = await this.#store.try((work) => {
      entries = new Map(this.waiting); // as it is by now: a later change may have come before us
      writeRecords(work, this.#place, entries);
    }, 'unsaved');
    if (isWritten) {
      this.#stored = overlay(this.#stored, entries);
      settle(this.waiting, entries);
      this.#store.announce(this);
      this.#store.recover();
    } else {
      markLate(entries);
    }
    this.tell();
  }
}
