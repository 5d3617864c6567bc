/**
 * The endings of a practice that the reader has reached.
 *
 * @typedef {import('./scenes.js').Scene} Scene
 * @typedef {import('../store/record.js').Ticks} Ticks
 */

import { tickOf } from '../store/record.js';
import { NO_MEETING } from '../store/meeting.js';
import { openStore } from '../store/store.js';

export class Endings {
  #shelf;
  #endings;
  /** @type {Ticks} What was removed last; cleared when another ending is reached. */
  #removed = new Map();

  /**
   * @param {string} page
   * @param {Scene[]} endings
   */
  constructor(page, endings) {
    this.#shelf = openStore().shelf('ticks', [NO_MEETING, page]);
    this.#endings = endings;
  }

  /**
   * @param {string[]} former
   * @param {() => void} listener
   */
  subscribe(former, listener) {
    return this.#shelf.subscribe(listener, former.map((page) => [NO_MEETING, page]));
  }

  get total() {
    return this.#endings.length;
  }

  get seen() {
    const ticks = this.#shelf.records;
    return this.#endings.filter((ending) => tickOf(ticks, ending));
  }

  get isSaved() {
    return !openStore().error;
  }

  get canUndo() {
    return this.#removed.size > 0;
  }

  /** @param {string} id */
  add(id) {
    this.#removed = new Map();
    void this.#shelf.put(new Map([[id, { state: 'done', rev: {} }]]));
  }

  removeAll() {
    this.#removed = this.#shelf.records;
    const changes = new Map([...this.#removed.keys()].map((id) => [id, null]));
    void this.#shelf.put(changes);
  }

  undo() {
    const removed = this.#removed;
    this.#removed = new Map();
    void this.#shelf.putIfAbsent(removed);
  }
}
