/**
 * The records of a store whose keys share a prefix: in memory at once, on disk as soon as possible.
 *
 * @typedef {import('./pending.js').Pending} Pending
 * @typedef {import('./record.js').Changes} Changes
 * @typedef {import('./record.js').Records} Records
 * @typedef {import('./records.js').Place} Place
 * @typedef {import('./store.js').Store} Store
 */

import { acknowledge, enqueue, exists, markUnsaved, overlay, unsavedIds } from './pending.js';
import { moveRecords, readRecords, writeRecords } from './records.js';

export class Shelf {
  /** @type {Pending} */
  pending = new Map();
  #store;
  #place;
  /** @type {Records} */
  #stored = new Map();
  /** @type {Records | undefined} A cache of `records`. */
  #live;
  /** @type {Set<() => void>} */
  #listeners = new Set();

  /**
   * @param {Store} store
   * @param {Place} place
   */
  constructor(store, place) {
    this.#store = store;
    this.#place = place;
  }

  /**
   * Calls back when a record changes, in this tab or another, and when the state of saving changes.
   * Resolves when the records have been read, or reading has failed.
   *
   * @param {() => void} listener
   * @param {string[][]} [former] Earlier prefixes: their records are moved to this one.
   */
  async subscribe(listener, former = []) {
    this.#listeners.add(listener);
    for (const prefix of former) {
      const old = { ...this.#place, prefix };
      await this.#store.try((transaction) => moveRecords(transaction, old, this.#place), 'lost');
    }
    await this.read();
  }

  /** @param {() => void} listener */
  unsubscribe(listener) {
    this.#listeners.delete(listener);
  }

  /** @returns {Records} By id, which is the key without the prefix. Removed records are left out. */
  get records() {
    return (this.#live ??= new Map([...this.#all].filter(([, record]) => exists(record))));
  }

  get #all() {
    return overlay(this.#stored, this.pending);
  }

  /** The ids of records known not to be saved. */
  get unsaved() {
    return unsavedIds(this.pending);
  }

  /**
   * Changes records. Resolves when they are on disk, or writing has failed.
   *
   * @param {Changes} changes
   * @param {{onlyIfAbsent?: boolean}} [options] `onlyIfAbsent`: a record that exists by then wins.
   */
  async put(changes, { onlyIfAbsent = false } = {}) {
    enqueue(this.pending, this.#all, changes, { now: Date.now(), onlyIfAbsent });
    this.emit();
    await this.write();
    if (onlyIfAbsent) await this.read();
  }

  /** Forgets everything, as all of it has been deleted. */
  clear() {
    this.pending.clear();
    this.#stored = new Map();
    this.emit();
  }

  emit() {
    this.#live = undefined;
    for (const listener of this.#listeners) listener();
  }

  async read() {
    /** @type {Records} */
    const records = new Map();
    const isRead = await this.#store.try(
      (transaction) => readRecords(transaction, this.#place, records), 'lost');
    if (isRead) {
      this.#stored = records;
      this.#store.recover();
    }
    this.emit();
  }

  async write() {
    if (!this.pending.size) return;
    let entries = new Map(this.pending);
    const isWritten = await this.#store.try((transaction) => {
      entries = new Map(this.pending); // there may be later changes by now
      writeRecords(transaction, this.#place, entries);
    }, 'unsaved');
    if (isWritten) {
      this.#stored = overlay(this.#stored, entries);
      acknowledge(this.pending, entries);
      this.#store.announce(this);
      this.#store.recover();
    } else {
      markUnsaved(entries);
    }
    this.emit();
  }
}
