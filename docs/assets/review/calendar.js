/**
 * All-day events -> an iCalendar file (RFC 5545). Pure.
 *
 * @typedef {{date: string, title: string, text: string}} Event `date` is YYYY-MM-DD.
 */

import { addDays } from './dates.js';

const LONGEST_LINE = 75; // octets, RFC 5545 section 3.1

/**
 * @param {Event[]} events
 * @param {Date} now
 */
export function makeCalendar(events, now) {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Ryggen fri//EN',
    ...events.flatMap(({ date, title, text }) => [
      'BEGIN:VEVENT',
      `UID:${compact(date)}-${compact(stamp)}@ryggen-fri`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(date)}`,
      `DTEND;VALUE=DATE:${compact(addDays(date, 1))}`,
      `SUMMARY:${escape(title)}`,
      `DESCRIPTION:${escape(text)}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** @param {string} text */
function compact(text) {
  return text.replaceAll('-', '');
}

/** @param {string} text */
function escape(text) {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');
}

/**
 * Breaks a line that is too long, between characters: each further line starts with a space.
 *
 * @param {string} line
 */
function fold(line) {
  const encoder = new TextEncoder();
  let folded = '';
  let length = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (length + size > LONGEST_LINE) {
      folded += '\r\n ';
      length = 1;
    }
    folded += character;
    length += size;
  }
  return folded;
}
