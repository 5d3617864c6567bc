/**
 * The endings of a practice that the reader has reached.
 *
 * @typedef {import('./scenes.js').Scene} Scene
 * @typedef {import('../store/record.js').Ticks} Ticks
 */

import { NO_MEETING, tickOf } from '../store/record.js';
import { openStore } from '../store/store.js';

const MAX_DAYS = 4;

export class Endings {
  #endings;

  /**
   * @param {string} page
   * @param {Scene[]} endings
   */
  constructor(page, endings) {
    this.shelf = openStore().shelf('ticks', [NO_MEETING, page]);
    this.#endings = endings;
  }

  /**
   * @param {string[]} former
   * @param {() => void} listener
   */
  subscribe(former, listener) {
    return this.shelf.subscribe(listener, former.map((page) => [NO_MEETING, page]));
  }

  get total() {
    return this.#endings.length;
  }

  get seen() {
    const ticks = this.shelf.records;
    return this.#endings.filter((ending) => tickOf(ticks, ending));
  }

  get isSaved() {
    return !openStore().error;
  }

  /**
   * With the days on which it was reached, the latest ones: they say when to practise again.
   *
   * @param {string} id
   */
  add(id) {
    const today = new Date().toLocaleDateString('sv'); // as localDate(), which a practice does not load
    const days = this.shelf.records.get(id)?.days ?? [];
    const latest = [...new Set([...days, today])].slice(-MAX_DAYS);
    void this.shelf.put(new Map([[id, { state: 'done', rev: {}, days: latest }]]));
  }
}
