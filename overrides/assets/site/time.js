/** Dates and times: local, without a time zone, as `<input>` has them. In words: in the page's language. */

import { t } from './words.js';

/** Now, as YYYY-MM-DDTHH:mm:ss. */
export function localDateTime(now = Date.now()) {
  return new Date(now).toLocaleString('sv').replace(' ', 'T'); // Swedish dates are ISO 8601
}

/** Today, as YYYY-MM-DD. */
export function localDate(now = Date.now()) {
  return localDateTime(now).slice(0, 10);
}

const TWO_HOURS_MS = 2 * 60 * 60 * 1000;

/**
 * The start of a meeting in milliseconds since 1970, NaN if it has no time.
 *
 * @param {string} when YYYY-MM-DDTHH:mm, or "".
 */
export function startOf(when) {
  return Date.parse(when);
}

/**
 * When a meeting is over: two hours after it started, or was last chosen. Never, if it has no time.
 *
 * @param {string} when
 * @param {number} [entered]
 */
export function endOf(when, entered = 0) {
  const end = Math.max(startOf(when), entered) + TWO_HOURS_MS;
  return Number.isNaN(end) ? Number.MAX_SAFE_INTEGER : end;
}

/**
 * A local date or time in words. A text that is neither is returned unchanged.
 *
 * @param {string} time YYYY-MM-DD or YYYY-MM-DDTHH:mm.
 */
export function formatLocal(time, locale = t('locale')) {
  const hasClock = time.includes('T');
  const moment = new Date(hasClock ? `${time}Z` : time);
  if (Number.isNaN(moment.getTime())) return time;
  const timeStyle = hasClock ? 'short' : undefined;
  return moment.toLocaleString(locale, { dateStyle: 'full', timeStyle, timeZone: 'UTC' });
}

/**
 * A local date or time in a few characters: of today, the time alone. A text that is neither is
 * returned unchanged.
 *
 * @param {string} time As of formatLocal.
 */
export function formatShort(time, locale = t('locale'), today = localDate()) {
  const [date, clock] = time.split('T');
  const moment = new Date(clock ? `${time}Z` : time);
  if (Number.isNaN(moment.getTime())) return time;
  /** @type {Intl.DateTimeFormatOptions} */
  const day = date === today && clock ? {} : { day: 'numeric', month: 'short' };
  const hours = clock ? /** @type {const} */ ({ hour: '2-digit', minute: '2-digit' }) : {};
  return moment.toLocaleString(locale, { ...day, ...hours, timeZone: 'UTC' });
}

/** @param {number} at Milliseconds since 1970; 0 for never. */
export function formatMoment(at) {
  if (!at) return t('never');
  return new Date(at).toLocaleString(t('locale'), { dateStyle: 'long', timeStyle: 'short' });
}
