/**
 * Entries of the log: their order, and whether they are open. Pure.
 *
 * @typedef {Record<string, any> & {at: number}} Entry As stored.
 */

import { localDate } from '../site/time.js';

/** @param {string} one @param {string} other */
const compare = (one, other) => (one < other ? -1 : Number(one > other));

/** @param {Entry} one @param {Entry} other */
const newest = (one, other) => compare(other['when'], one['when']) || other.at - one.at;

/** @type {Record<string, (one: Entry, other: Entry) => number>} */
export const ORDERS = {
  newest,
  oldest: (one, other) => -newest(one, other),
  due: (one, other) => compare(sortKey(one), sortKey(other)) || newest(one, other),
};

/**
 * Open entries come first, sorted by date, then those without one: digits sort before letters.
 *
 * @param {Entry} entry
 */
function sortKey(entry) {
  return isOpen(entry) ? entry['due'] || 'a' : 'b';
}

/**
 * Something was promised by a date, or is not agreed, and is not settled.
 *
 * @param {Entry} entry
 */
export function isOpen({ due, open, settled }) {
  return !settled && (due || open.trim()) !== '';
}

/**
 * @param {Entry} entry
 * @param {string} today
 */
export function isOverdue(entry, today) {
  return isOpen(entry) && entry['due'] !== '' && entry['due'] < today;
}

/**
 * The first three open entries that have a date.
 *
 * @param {Iterable<Entry>} entries
 */
export function openPromises(entries) {
  return [...entries].filter((entry) => entry['due'] && isOpen(entry)).sort(ORDERS['due']).slice(0, 3);
}

/**
 * The local date, some months from today, as YYYY-MM-DD.
 *
 * @param {number} [months]
 */
export function dateIn(months = 0) {
  const day = new Date();
  day.setMonth(day.getMonth() + months);
  return localDate(day.getTime());
}
