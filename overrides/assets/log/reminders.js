/**
 * The promises of an entry as events of a calendar: on the day each is due. Pure.
 *
 * @typedef {import('./entries.js').Entry} Entry
 * @typedef {import('../calendar/calendar.js').Event} Event
 */

import { isPending, promiseText } from './entries.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Those that are settled, have no date, or one after the year 9998, have no event.
 *
 * @param {string} id Of the entry.
 * @param {Entry} entry
 * @param {string} text What the promises are about.
 * @param {string} url
 * @returns {Event[]}
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
