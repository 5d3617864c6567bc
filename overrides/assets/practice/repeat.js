/** When to practise again. Pure. Days are YYYY-MM-DD. */

import { addDays } from '../review/dates.js';

const AFTER = [1, 7, 30]; // days after the first time, the second and the third

/**
 * The day to practise again; "" if one never has, or often enough.
 *
 * @param {string[]} days On which one has practised.
 */
export function repeatDay(days) {
  const all = [...new Set(days)].sort();
  const wait = AFTER[all.length - 1];
  return wait ? addDays(all.at(-1) ?? '', wait) : '';
}
