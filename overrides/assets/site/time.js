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

/** @param {number} at Milliseconds since 1970; 0 for never. */
export function formatMoment(at) {
  if (!at) return t('never');
  return new Date(at).toLocaleString(t('locale'), { dateStyle: 'long', timeStyle: 'short' });
}
