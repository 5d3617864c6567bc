/**
 * The endings of a practice that one has reached.
 *
 * @typedef {import('./scenes.js').Scene} Scene
 * @typedef {import('../store/tick.js').Ticks} Ticks
 */

import { openStore } from '../store/store.js';
import { tickOf } from '../store/tick.js';

export class Endings {
  #page;
  #endings;
  /** @type {Ticks} What was removed last, until another ending is reached. */
  #removed = new Map();

  /**
   * @param {string} page
   * @param {Scene[]} endings
   */
  constructor(page, endings) {
    this.#page = page;
    this.#endings = endings;
  }

  /**
   * @param {string[]} former
   * @param {() => void} listener
   */
  follow(former, listener) {
    return openStore().follow(this.#page, former, listener);
  }

  get total() {
    return this.#endings.length;
  }

  get seen() {
    const ticks = openStore().ticks(this.#page);
    return this.#endings.filter((ending) => tickOf(ticks, ending));
  }

  get isSaved() {
    return !openStore().trouble;
  }

  get canUndo() {
    return this.#removed.size > 0;
  }

  /** @param {string} id */
  add(id) {
    this.#removed = new Map();
    const tick = { state: /** @type {const} */ ('done'), rev: {}, at: Date.now() };
    void openStore().put(this.#page, new Map([[id, tick]]));
  }

  removeAll() {
    this.#removed = openStore().ticks(this.#page);
    const changes = new Map([...this.#removed.keys()].map((id) => [id, null]));
    void openStore().put(this.#page, changes);
  }

  undo() {
    const removed = this.#removed;
    this.#removed = new Map();
    void openStore().put(this.#page, removed, { onlyIfOpen: true });
  }
}
