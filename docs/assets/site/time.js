/** Times as a reader types them: local, without a zone. Pure. */

/** What the clock says, as a field for a time has it. */
export function onTheClock(now = Date.now()) {
  return new Date(now).toLocaleString('sv').replace(' ', 'T');
}

/**
 * What is no time stays as it is.
 *
 * @param {string} time YYYY-MM-DD or YYYY-MM-DDTHH:mm, as on the clock there.
 * @param {string} locale
 */
export function inWords(time, locale) {
  const hasClock = time.includes('T');
  const moment = new Date(hasClock ? `${time}Z` : time);
  if (Number.isNaN(moment.getTime())) return time;
  const timeStyle = hasClock ? 'short' : undefined;
  return moment.toLocaleString(locale, { dateStyle: 'full', timeStyle, timeZone: 'UTC' });
}
