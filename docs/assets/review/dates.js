/** Dates to review. Pure. A date is written YYYY-MM-DD. */

const INTERVALS = [1, 3, 10, 30, 90]; // days
const LATEST = '9999-12-30'; // the day after still has a year of four digits

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
 * When to review what was learnt on a day. None where the last of them cannot be written.
 *
 * @param {string} first
 */
export function reviewDates(first) {
  if (!/^\d{4}-\d\d-\d\d$/.test(first) || first > addDays(LATEST, -Math.max(...INTERVALS))) return [];
  return INTERVALS.map((days) => addDays(first, days));
}
