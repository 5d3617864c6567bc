/**
 * Events -> an iCalendar file (RFC 5545). Pure.
 *
 * @typedef {string | number} Time YYYY-MM-DD for a whole day, or milliseconds since 1970.
 * @typedef {object} Event
 * @property {string} uid The same for the same event: taken in again, it replaces itself.
 * @property {string} title
 * @property {string} text
 * @property {string} url Absolute.
 * @property {Time} start
 * @property {Time} end The first day or moment after it.
 * @property {boolean} [rings] When it begins.
 */

/** Parts of a line that may have 75 octets: a character of the first kind has two at most, any has four. */
const PARTS = /[\0-\u07ff]{1,37}|.{1,18}/gsu;

/**
 * @param {Event[]} events
 * @param {number} now Milliseconds since 1970.
 */
export function makeCalendar(events, now) {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Ryggen fri//EN',
    ...events.flatMap((event) => linesOf(event, now)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${line.match(PARTS)?.join('\r\n ')}\r\n`).join('');
}

/**
 * Private: colleagues who see the calendar see that one is busy, not with what.
 *
 * @param {Event} event
 * @param {number} now
 */
function linesOf({ uid, title, text, url, start, end, rings }, now) {
  const summary = escape(title);
  return [
    'BEGIN:VEVENT',
    `UID:${escape(uid)}@ryggen-fri`,
    `DTSTAMP${value(now)}`,
    `DTSTART${value(start)}`,
    `DTEND${value(end)}`,
    `SUMMARY:${summary}`,
    `DESCRIPTION:${escape(`${text}\n${url}`)}`,
    `URL:${url}`,
    'CLASS:PRIVATE',
    `TRANSP:${typeof start === 'string' ? 'TRANSPARENT' : 'OPAQUE'}`,
    ...(rings ? ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${summary}`, 'TRIGGER:PT0S', 'END:VALARM'] : []),
    'END:VEVENT',
  ];
}

/**
 * A time is written in UTC, so that the file needs no time zones.
 *
 * @param {Time} time
 */
function value(time) {
  const [kind, text] = typeof time === 'string' ? [';VALUE=DATE:', time] : [':', new Date(time).toISOString()];
  return kind + text.replace(/[-:]|\.\d+/g, '');
}

/**
 * No control character but the tab may stand in a calendar.
 *
 * @param {string} text
 */
function escape(text) {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n').replace(/[^\P{Cc}\t]/gu, '');
}
