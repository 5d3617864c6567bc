/**
 * Ticks, in memory at once and on disk as soon as the browser lets them. What is not on disk is
 * kept, marked and tried again. Nothing leaves the browser.
 *
 * @typedef {import('./database.js').Obstacle} Obstacle
 * @typedef {import('./pending.js').Waiting} Waiting
 * @typedef {import('./tick.js').Changes} Changes
 * @typedef {import('./tick.js').Ticks} Ticks
 * @typedef {Exclude<Obstacle, 'failed'> | 'unsaved' | 'slow'} Trouble
 * @typedef {{stored: Ticks, waiting: Waiting, listeners: (() => void)[]}} Page
 */

import { Database } from './database.js';
import { enqueue, lateItems, markLate, overlay, settle } from './pending.js';
import { adoptTicks, readTicks, writeTicks } from './records.js';

const CHANNEL = 'ryggen-fri';
const PATIENCE = 3000; // milliseconds

class Store {
  /** @type {Trouble | undefined} Why what waits, or what was asked for, is not there yet. */
  trouble;
  #database = new Database(() => void this.retry());
  /** @type {Map<string, Page>} */
  #pages = new Map();
  #channel = 'BroadcastChannel' in window ? new BroadcastChannel(CHANNEL) : undefined;

  constructor() {
    this.#channel?.addEventListener('message', ({ data }) => {
      if (this.#pages.has(data)) void this.#read(data);
    });
    document.addEventListener('visibilitychange', () => {
      if (this.trouble && !document.hidden) void this.retry();
    });
    // A page that comes back from the browser's cache may have missed what happened meanwhile.
    window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) void this.retry();
    });
  }

  /**
   * Calls back whenever the ticks of a page change, here or in another tab, or whether they are
   * saved. Resolves when they have been read, or cannot be.
   *
   * @param {string} page
   * @param {string[]} former Keys that the page had before: their ticks become its own.
   * @param {() => void} listener
   */
  async follow(page, former, listener) {
    this.#page(page).listeners.push(listener);
    for (const old of former) await this.#try((work) => adoptTicks(work, old, page), 'lost');
    await this.#read(page);
  }

  /** @param {string} page */
  ticks(page) {
    const { stored, waiting } = this.#page(page);
    return overlay(stored, waiting);
  }

  /**
   * The items that are not on disk, though they should be by now.
   *
   * @param {string} page
   */
  unsaved(page) {
    return lateItems(this.#page(page).waiting);
  }

  /**
   * Whether everything done on the page is on disk.
   *
   * @param {string} page
   */
  isSaved(page) {
    return !this.trouble && this.#page(page).waiting.size === 0;
  }

  /**
   * Changes ticks. Resolves when they are on disk, or have failed to get there.
   *
   * @param {string} page
   * @param {Changes} changes
   * @param {{onlyIfOpen?: boolean}} [how] `onlyIfOpen`: only items that have no tick by then.
   */
  async put(page, changes, { onlyIfOpen = false } = {}) {
    enqueue(this.#page(page).waiting, changes, onlyIfOpen);
    this.#tell(page);
    await this.#write(page);
    if (onlyIfOpen) await this.#read(page);
  }

  /** Writes what waits and reads again what is shown. */
  async retry() {
    for (const page of this.#pages.keys()) {
      await this.#write(page);
      await this.#read(page);
    }
  }

  /**
   * @param {(transaction: IDBTransaction) => void} work
   * @param {Trouble} failed What it means when the database refuses.
   */
  async #try(work, failed) {
    const timer = setTimeout(() => this.#wait(), PATIENCE);
    const obstacle = await this.#database.transact(work);
    clearTimeout(timer);
    if (obstacle) this.#report(obstacle === 'failed' ? failed : obstacle);
    return !obstacle;
  }

  #wait() {
    for (const { waiting } of this.#pages.values()) markLate(waiting);
    this.#report('slow');
  }

  /** @param {Trouble | undefined} trouble */
  #report(trouble) {
    this.trouble = trouble;
    for (const key of this.#pages.keys()) this.#tell(key);
  }

  /** @param {string} key */
  #tell(key) {
    for (const listener of this.#page(key).listeners) listener();
  }

  #recover() {
    const isWaiting = [...this.#pages.values()].some(({ waiting }) => waiting.size > 0);
    if (this.trouble && !isWaiting) this.#report(undefined);
  }

  /** @param {string} key */
  #page(key) {
    /** @type {Page} */
    const page = this.#pages.get(key) ?? { stored: new Map(), waiting: new Map(), listeners: [] };
    this.#pages.set(key, page);
    return page;
  }

  /** @param {string} key */
  async #read(key) {
    /** @type {Ticks} */
    const ticks = new Map();
    if (await this.#try((work) => readTicks(work, key, ticks), 'lost')) {
      this.#page(key).stored = ticks;
      this.#recover();
    }
    this.#tell(key);
  }

  /** @param {string} key */
  async #write(key) {
    const page = this.#page(key);
    if (page.waiting.size === 0) return;
    let entries = new Map(page.waiting);
    const isWritten = await this.#try((work) => {
      entries = new Map(page.waiting); // as it is by now: a later change may have come before us
      writeTicks(work, key, entries);
    }, 'unsaved');
    if (isWritten) {
      page.stored = overlay(page.stored, entries);
      settle(page.waiting, entries);
      this.#channel?.postMessage(key);
      this.#recover();
    } else {
      markLate(entries);
    }
    this.#tell(key);
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
  return (element.getAttribute('was') ?? '').split(' ').filter(Boolean);
}
