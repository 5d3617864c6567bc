/**
 * A run through a practice: its path, and the seed that its options are shuffled by. They are in
 * sessionStorage, so that the other language has them too, not in the address, which may be shared.
 *
 * @typedef {{path?: unknown, seed?: number}} Run As stored: not validated.
 */

import { guideId } from '../site/guide.js';

/** @param {string} page */
function storageKey(page) {
  return `${guideId()} ${page}`;
}

/**
 * @param {string} page
 * @param {Run} run
 */
export function saveRun(page, run) {
  try {
    sessionStorage.setItem(storageKey(page), JSON.stringify(run));
  } catch {
    // storage is forbidden or full: the other language begins with the current scene
  }
}

/**
 * @param {string} page
 * @returns {Run}
 */
export function savedRun(page) {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey(page)) ?? '{}');
  } catch {
    return {};
  }
}

/**
 * An order of so many options, the same for the same seed: Fisher and Yates's, by a linear congruential
 * generator.
 *
 * @param {number} count
 * @param {number} seed
 */
export function orderOf(count, seed) {
  const order = [...Array(count).keys()];
  for (let left = count, random = seed; left > 1; left -= 1) {
    random = (Math.imul(random, 1664525) + 1013904223) >>> 0;
    order.push(...order.splice((random >>> 16) % left, 1));
  }
  return order;
}
