/**
 * The records of a store whose keys share a prefix: in memory at once, on disk as soon as possible.
 *
 * @typedef {import('./pending.js').Pending} Pending
 * @typedef {import('./pending.js').Updates} Updates
 * @typedef {import('./record.js').Changes} Changes
 * @typedef {import('./record.js').Records} Records
 * @typedef {import('./records.js').Place} Place
 * @typedef {import('./records.js').Written} Written
 * @typedef {import('./store.js').Store} Store
 */

import { acknowledge, enqueue, exists, markUnsaved, overlay, unsavedIds } from './pending.js';
import { moveRecords, readRecords, writeRecords } from './records.js';

/** While the events last that may be the last ones of the page. */
let isLeaving = false;
for (const name of ['beforeunload', 'visibilitychange']) {
  addEventListener(name, () => {
    isLeaving = true;
    setTimeout(() => {
      isLeaving = false;
    });
  }, true);
}

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
   * Writes whole records, at once even if the page is being left. Resolves when they are on disk, or
   * writing has failed.
   *
   * @param {Changes} changes
   */
  async put(changes) {
    const records = this.#all;
    for (const [id, value] of changes) {
      const now = Math.max(Date.now(), (records.get(id)?.at ?? 0) + 1); // later than what it replaces
      enqueue(this.pending, id, { change: () => value, now, isBlind: true });
    }
    this.emit();
    await this.write();
  }

  /**
   * Changes what is on disk by then: what another tab has written stays, unless the change says
   * otherwise. If the page is being left, there is no time to read: what is known is changed. Resolves
   * with the steps when they are on disk, or writing has failed.
   *
   * @param {Updates} updates
   * @returns {Promise<Map<string, import('./pending.js').Step>>}
   */
  async update(updates) {
    if (isLeaving) {
      const { records } = this;
      await this.put(new Map([...updates].map(([id, change]) => [id, change(records.get(id)) ?? null])));
      return new Map();
    }
    const now = Date.now();
    const steps = new Map([...updates].map(([id, change]) => [id, { change, now }]));
    for (const [id, step] of steps) enqueue(this.pending, id, step);
    this.emit();
    await this.write();
    return steps;
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
    /** @type {Written} */
    let written = new Map();
    const isWritten = await this.#store.try((transaction) => {
      entries = new Map(this.pending); // there may be later changes by now
      written = writeRecords(transaction, this.#place, entries);
    }, 'unsaved');
    if (isWritten) {
      this.#stored = new Map([...this.#stored, ...written]);
      acknowledge(this.pending, entries);
      this.#store.announce(this);
      this.#store.recover();
    } else {
      markUnsaved(entries);
    }
    this.emit();
  }
}
