/** Dates and times: local, without a time zone, as `<input>` has them. Pure. */

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
 * @param {string} locale
 */
export function formatLocal(time, locale) {
  const hasClock = time.includes('T');
  const moment = new Date(hasClock ? `${time}Z` : time);
  if (Number.isNaN(moment.getTime())) return time;
  const timeStyle = hasClock ? 'short' : undefined;
  return moment.toLocaleString(locale, { dateStyle: 'full', timeStyle, timeZone: 'UTC' });
}

/**
 * @param {number} at Milliseconds since 1970.
 * @param {string} locale
 */
export function formatMoment(at, locale) {
  return new Date(at).toLocaleString(locale, { dateStyle: 'long', timeStyle: 'short' });
}
