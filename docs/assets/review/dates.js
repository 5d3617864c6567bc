/** Dates to review. Pure. A date is written YYYY-MM-DD. */

import { isWorkingDay } from './holidays.js';

const INTERVALS = [1, 3, 10, 30, 90]; // days
const LATEST = '9999-12-23'; // a working day and the day after it still have years of four digits

/**
 * The day that comes `days` after a date.
 *
 * @param {string} date
 * @param {number} days
 * @throws {RangeError} For what is no date.
 */
export function addDays(date, days) {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/**
 * The first working day in Norway from a date on, or with -1 from a date back.
 *
 * @param {string} date
 * @param {number} [step]
 * @returns {string}
 */
export function workingDay(date, step = 1) {
  return isWorkingDay(date) ? date : workingDay(addDays(date, step), step);
}

/**
 * When to review what was learnt on a day: on working days, and never twice on one. None where the
 * last of them cannot be written.
 *
 * @param {string} first
 */
export function reviewDates(first) {
  if (!/^\d{4}-\d\d-\d\d$/.test(first) || first > addDays(LATEST, -Math.max(...INTERVALS))) return [];
  /** @type {string[]} */
  const dates = [];
  for (const days of INTERVALS) {
    const earliest = addDays(dates.at(-1) ?? first, 1);
    const due = addDays(first, days);
    dates.push(workingDay(due > earliest ? due : earliest));
  }
  return dates;
}
