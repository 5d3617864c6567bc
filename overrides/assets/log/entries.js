/**
 * Entries of the log: their promises, their order, whether they are open, and events of a calendar. Pure.
 *
 * @typedef {{what: string, who: string, due: string, settled?: true | undefined}} Promised
 * @typedef {Record<string, any> & {promises: Promised[]}} Entry As readEntry() returns it.
 */

import { NO_MEETING } from '../store/record.js';
import { localDate } from '../site/time.js';

const DAY_MS = 24 * 60 * 60 * 1000;

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

/** @param {Promised} one @param {Promised} other */
const byDue = (one, other) => one.due.localeCompare(other.due);

/**
 * Open entries come first, by their next date, then those without one: digits sort before letters. The
 * newest come first among the others.
 *
 * @param {Entry} one @param {Entry} other
 */
export function compareEntries(one, other) {
  return sortKey(one).localeCompare(sortKey(other)) || other['when'].localeCompare(one['when'])
    || other['at'] - one['at'];
}

/** @param {Entry} entry */
function sortKey(entry) {
  return isOpen(entry) ? datedPromises(entry)[0]?.due ?? 'a' : 'b';
}

/**
 * Those that are not settled, the next one first.
 *
 * @param {Entry} entry
 */
function datedPromises({ promises }) {
  return promises.filter((promise) => promise.due && isPending(promise)).sort(byDue);
}

/**
 * Something is to be done, or by a date, and is not settled.
 *
 * @param {Promised} promise
 */
function isPending({ what, due, settled }) {
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
export function toggle({ promises, ...entry }, task) {
  /** @param {Record<string, any>} one @returns {true | undefined} */
  const toggled = ({ settled }) => !settled || undefined;
  return task === 'open' ? { settled: toggled(entry) } : {
    promises: promises.map((one, index) => (String(index) === task ? { ...one, settled: toggled(one) } : one)) };
}

/** @param {string | undefined} text */
const isFilled = (text) => text?.trim();

/**
 * Who does what. If that is not said, the text of the entry says what it is about.
 *
 * @param {Promised} promise
 * @param {Entry} [entry]
 */
export function promiseText({ who, what }, entry) {
  const about = [what, entry?.['open'], entry?.['agreed'], entry?.['asked']].find(isFilled);
  return [who, about].filter(isFilled).join(': ');
}

/**
 * The promises that have a date and are not settled, the next one first.
 *
 * @param {Iterable<Record<string, any>>} records Entries, as stored.
 */
export function openPromises(records) {
  return [...records].map(readEntry).flatMap((entry) => datedPromises(entry)
    .map((promise) => ({ ...promise, text: promiseText(promise, entry) }))).sort(byDue);
}

/**
 * The promises as events of a calendar, on the day each is due. Those that are settled, have no date, or
 * one after the year 9998, have none.
 *
 * @param {string} id Of the entry.
 * @param {Entry} entry
 * @param {string} text What the promises are about.
 * @param {string} url
 * @returns {import('../calendar/calendar.js').Event[]}
 */
export function promiseEvents(id, entry, text, url) {
  return entry.promises.flatMap((promise, index) => {
    const start = Date.parse(`${promise.due}T00:00Z`);
    const isDate = /^\d{4}-\d\d-\d\d$/.test(promise.due) && start < Date.UTC(9999);
    if (!isPending(promise) || !isDate) return [];
    const title = promiseText(promise, entry);
    const end = new Date(start + DAY_MS).toISOString().slice(0, 10);
    return [{ uid: `${id}-${index}`, title, text, url, start: promise.due, end }];
  });
}

/**
 * The local date, some months from today, as YYYY-MM-DD.
 *
 * @param {number} [months]
 */
export function dateIn(months = 0) {
  const day = new Date();
  return localDate(day.setMonth(day.getMonth() + months));
}
