/**
 * Writes iCalendar files (RFC 5545). Pure, but for the guide's id: events of two guides never
 * replace each other.
 *
 * @typedef {string | number} Time YYYY-MM-DD for a whole day, or milliseconds since 1970.
 * @typedef {object} Event
 * @property {string} uid Stable: when imported again, the event replaces the earlier one.
 * @property {string} title
 * @property {string} text
 * @property {string} url Absolute.
 * @property {Time} start
 * @property {Time} end Exclusive.
 * @property {boolean} [hasAlarm] At its start.
 */

import { guideId } from '../site/guide.js';

/** Splits lines at 75 octets: a character of the first kind has at most two, any other at most four. */
const FOLDED = /[\0-\u07ff]{1,37}|.{1,18}/gsu;

/**
 * @param {Event[]} events
 * @param {number} now Milliseconds since 1970.
 */
export function makeCalendar(events, now) {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${guideId()}//EN`,
    ...events.flatMap((event) => linesOf(event, now)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${line.match(FOLDED)?.join('\r\n ')}\r\n`).join('');
}

/**
 * Private: colleagues who see the calendar only see that the time is busy.
 *
 * @param {Event} event
 * @param {number} now
 */
function linesOf({ uid, title, text, url, start, end, hasAlarm }, now) {
  const summary = escapeText(title);
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}@${guideId()}`,
    `DTSTAMP${timeValue(now)}`,
    `DTSTART${timeValue(start)}`,
    `DTEND${timeValue(end)}`,
    `SUMMARY:${summary}`,
    `DESCRIPTION:${escapeText(`${text}\n${url}`)}`,
    `URL:${new URL(url).href}`, // without line breaks, whatever the id at its end
    'CLASS:PRIVATE',
    `TRANSP:${typeof start === 'string' ? 'TRANSPARENT' : 'OPAQUE'}`,
    ...(hasAlarm ? ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${summary}`, 'TRIGGER:PT0S', 'END:VALARM'] : []),
    'END:VEVENT',
  ];
}

/**
 * In UTC, so that the file needs no time zones.
 *
 * @param {Time} time
 */
function timeValue(time) {
  const [kind, text] = typeof time === 'string' ? [';VALUE=DATE:', time] : [':', new Date(time).toISOString()];
  return kind + text.replace(/[-:]|\.\d+/g, '');
}

/**
 * The only control character allowed is the tab.
 *
 * @param {string} text
 */
function escapeText(text) {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n').replace(/[^\P{Cc}\t]/gu, '');
}
