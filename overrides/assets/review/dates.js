/** Dates for spaced repetition. Pure. Dates are YYYY-MM-DD. */

const INTERVALS = [1, 3, 10, 30, 90]; // days
const MAX_DATE = '9999-12-23'; // the next working day, and the day after it, still have four-digit years

/**
 * @param {string} date
 * @param {number} days
 * @throws {RangeError} If the date is invalid.
 */
export function addDays(date, days) {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** @param {string} date */
function isWeekend(date) {
  return new Date(date).getUTCDay() % 6 === 0;
}

/**
 * The first day on or after a date that is not in a weekend, or with -1 on or before it.
 *
 * @param {string} date
 * @param {number} [step]
 * @returns {string}
 */
export function workingDay(date, step = 1) {
  return isWeekend(date) ? workingDay(addDays(date, step), step) : date;
}

/**
 * When to review what was learnt on a day: on weekdays, at most once a day. None if the last one
 * would be out of range.
 *
 * @param {string} first
 */
export function reviewDates(first) {
  if (!/^\d{4}-\d\d-\d\d$/.test(first) || first > addDays(MAX_DATE, -Math.max(...INTERVALS))) return [];
  /** @type {string[]} */
  const dates = [];
  for (const days of INTERVALS) {
    const earliest = addDays(dates.at(-1) ?? first, 1);
    const due = addDays(first, days);
    dates.push(workingDay(due > earliest ? due : earliest));
  }
  return dates;
}
