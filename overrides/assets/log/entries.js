/**
 * Entries of the log: their promises, their order, and whether they are open. Pure.
 *
 * @typedef {{what: string, who: string, due: string, settled?: true | undefined}} Promised
 * @typedef {Record<string, any> & {promises: Promised[]}} Entry As readEntry() returns it.
 */

import { NO_MEETING } from '../store/record.js';
import { localDate } from '../site/time.js';

/** An entry without texts. */
export const BLANK = {
  when: '', meeting: NO_MEETING, with: '', channel: '', asked: '', agreed: '', open: '', owner: '', due: '', expires: '',
};

/**
 * An entry as stored, with its promises in a list: once there was a single one, in `owner` and `due`.
 *
 * @param {Record<string, any>} record
 * @returns {Entry}
 */
export function readEntry({ owner = '', due = '', ...record }) {
  const { promises = [], settled } = record;
  const single = owner || due ? [{ what: '', who: owner, due, ...(settled && { settled }) }] : [];
  return { ...record, owner: '', due: '', promises: [...promises, ...single] };
}

/** @param {string} one @param {string} other */
const compare = (one, other) => (one < other ? -1 : Number(one > other));

/** @param {Entry} one @param {Entry} other */
const newest = (one, other) => compare(other['when'], one['when']) || other['at'] - one['at'];

/** @type {Record<string, (one: Entry, other: Entry) => number>} */
export const ORDERS = {
  newest,
  oldest: (one, other) => -newest(one, other),
  due: (one, other) => compare(sortKey(one), sortKey(other)) || newest(one, other),
};

/**
 * Open entries come first, sorted by their next date, then those without one: digits sort before letters.
 *
 * @param {Entry} entry
 */
function sortKey(entry) {
  if (!isOpen(entry)) return 'b';
  return entry.promises.reduce((first, promise) =>
    (isPending(promise) && promise.due && promise.due < first ? promise.due : first), 'a');
}

/**
 * Something is to be done, or by a date, and is not settled.
 *
 * @param {Promised} promise
 */
export function isPending({ what, due, settled }) {
  return !settled && (due || what.trim()) !== '';
}

/**
 * @param {Promised} promise
 * @param {string} today
 */
export function isOverdue(promise, today) {
  return isPending(promise) && promise.due !== '' && promise.due < today;
}

/**
 * A promise or a question is not settled.
 *
 * @param {Entry} entry
 */
export function isOpen({ open, settled, promises }) {
  return (!settled && open.trim() !== '') || promises.some(isPending);
}

/**
 * What changes in an entry when something is settled, or is not after all.
 *
 * @param {Entry} entry
 * @param {string} task The index of a promise, or "open" for the question.
 */
export function toggle(entry, task) {
  /** @param {Record<string, any>} one @returns {{settled: true | undefined}} */
  const toggled = ({ settled }) => ({ settled: settled ? undefined : true });
  return task === 'open' ? toggled(entry) : {
    promises: entry.promises.map((promise, index) =>
      (index === Number(task) ? { ...promise, ...toggled(promise) } : promise)) };
}

/**
 * Who does what. If that is not said, the text of the entry says what it is about.
 *
 * @param {Promised} promise
 * @param {Entry} [entry]
 */
export function promiseText({ who, what }, entry) {
  const texts = [what, entry?.['open'], entry?.['agreed'], entry?.['asked']];
  return [who, texts.find((text) => text?.trim())].filter((text) => text?.trim()).join(': ');
}

/**
 * The first three promises that have a date and are not settled.
 *
 * @param {Iterable<Record<string, any>>} records Entries, as stored.
 */
export function openPromises(records) {
  const all = [...records].map(readEntry).flatMap((entry) => entry.promises
    .filter((promise) => promise.due && isPending(promise))
    .map((promise) => ({ ...promise, text: promiseText(promise, entry) })));
  return all.sort((one, other) => compare(one.due, other.due)).slice(0, 3);
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
