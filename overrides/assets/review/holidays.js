/** Working days in Norway. Pure. Dates are YYYY-MM-DD. */

const FIXED = new Set(['01-01', '05-01', '05-17', '12-25', '12-26']);
/** Days after Easter: from Maundy Thursday to Whit Monday. */
const MOVABLE = new Set([-3, -2, 0, 1, 39, 49, 50]);
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Easter Sunday in the Gregorian calendar, in milliseconds, by Oudin's method.
 *
 * @param {number} year
 */
function easter(year) {
  const moon = year % 19;
  const century = Math.floor(year / 100);
  const drift = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25);
  const epact = (drift + 19 * moon + 15) % 30;
  const full = epact - Math.floor((epact + Math.floor(moon / 11)) / 29);
  const weekday = (year + Math.floor(year / 4) + full + 2 - century + Math.floor(century / 4)) % 7;
  return utc(year, 2, 28 + full - weekday);
}

/**
 * Date.UTC reads a year below 100 as 19xx.
 *
 * @param {number} year
 * @param {number} month
 * @param {number} day
 */
function utc(year, month, day) {
  return new Date(0).setUTCFullYear(year, month, day);
}

/** @param {string} date */
export function isWorkingDay(date) {
  const day = new Date(`${date}T00:00:00Z`);
  const isWeekend = day.getUTCDay() % 6 === 0;
  const afterEaster = (day.getTime() - easter(day.getUTCFullYear())) / DAY_MS;
  return !isWeekend && !FIXED.has(date.slice(-5)) && !MOVABLE.has(afterEaster);
}
