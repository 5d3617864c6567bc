/**
 * What is asked of the entries of the log. Pure.
 *
 * @typedef {Record<string, any> & {at: number}} Entry As the store has it.
 */

/** @param {string} one @param {string} other */
const compare = (one, other) => (one < other ? -1 : Number(one > other));

/** @type {Record<string, (one: Entry, other: Entry) => number>} */
export const ORDERS = {
  newest: (one, other) => compare(other['when'], one['when']) || other.at - one.at,
  oldest: (one, other) => -newest(one, other),
  due: (one, other) => compare(turn(one), turn(other)) || newest(one, other),
};
const { newest } = /** @type {any} */ (ORDERS);

/**
 * What is open comes first, and of that what has a date. Dates are digits, which come before letters.
 *
 * @param {Entry} entry
 */
function turn(entry) {
  return isOpen(entry) ? entry['due'] || 'a' : 'b';
}

/**
 * Something in it was promised for a day, or not agreed, and is not settled.
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
export function isLate(entry, today) {
  return isOpen(entry) && entry['due'] !== '' && entry['due'] < today;
}

/**
 * Those that are open and have a date, the first three.
 *
 * @param {Iterable<Entry>} entries
 */
export function promises(entries) {
  return [...entries].filter((entry) => entry['due'] && isOpen(entry)).sort(ORDERS['due']).slice(0, 3);
}

/**
 * The date here, some months from today, as YYYY-MM-DD.
 *
 * @param {number} [months]
 */
export function dateIn(months = 0) {
  const day = new Date();
  day.setMonth(day.getMonth() + months);
  return day.toLocaleDateString('sv');
}
