/**
 * Counts items. Pure: no store, no page.
 *
 * @typedef {import('../store/record.js').Item} Item
 * @typedef {import('../store/record.js').Ticks} Ticks
 * @typedef {{done: number, total: number}} Progress `total`: without items that are not relevant.
 */

import { tickOf } from '../store/record.js';

/**
 * @param {Ticks} ticks
 * @param {Iterable<Item>} items
 * @returns {Progress}
 */
export function countItems(ticks, items) {
  const states = [...items].map((item) => tickOf(ticks, item)?.state);
  return {
    done: states.filter((state) => state === 'done').length,
    total: states.filter((state) => state !== 'not-relevant').length,
  };
}
