/** The calendar file follows RFC 5545, whatever the texts. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';

import { makeCalendar } from '../../overrides/assets/calendar/calendar.js';
import { meetingEvents } from '../../overrides/assets/calendar/meeting-events.js';

const NOW = Date.parse('2028-02-28T12:00:00.500Z');
const URL = 'https://guide.example/x/';
const DAY = { uid: 'u', title: 'T', text: 'D', url: URL, start: '2028-02-28', end: '2028-02-29' };
const each = { prepare: `${URL}p`, meet: `${URL}m`, follow: `${URL}f` };
const unit = fc.oneof(
  fc.constantFrom('\r', '\n', '\t', '\0', '\\', ';', ',', '🧗🏽‍♀️', 'e\u0301', 'שלום', '\u202e'),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const text = fc.array(unit, { maxLength: 100 }).map((parts) => parts.join(''));

/** @param {object} given */
function linesOf(given) {
  const file = makeCalendar([{ ...DAY, ...given }], NOW);
  assert.ok(file.endsWith('\r\n'));
  return file.slice(0, -2).split('\r\n');
}

test('no line is longer than 75 octets, and none breaks within a character', () => {
  fc.assert(fc.property(text, text, text, (title, words, uid) => {
    for (const line of linesOf({ title, text: words, uid, url: `${URL}#${uid}` })) {
      if (line.startsWith('URL')) assert.match(line, /^URL:https:[!-~]*$/);
      assert.ok(Buffer.byteLength(line) <= 75);
      assert.doesNotMatch(line, /[\n\r\0]/);
      assert.equal(Buffer.from(line).toString(), line);
    }
  }));
});

test('characters of any one size fill a line without running over it', () => {
  for (const character of ['x', 'æ', 'ש', '€', '🧗']) {
    const lines = linesOf({ title: character.repeat(200), text: character.repeat(200) });
    const longest = Math.max(...lines.map((line) => Buffer.byteLength(line)));
    assert.ok(longest > 35 && longest <= 75, character);
  }
});

test('texts survive folding and reading back, except control characters', () => {
  fc.assert(fc.property(text, (title) => {
    const whole = linesOf({ title }).join('\r\n').replaceAll('\r\n ', '');
    const [, value] = /SUMMARY:(.*)\r\nDESC/s.exec(whole) ?? [];
    const read = value?.replace(/\\(.)/g, (_, sign) => (sign === 'n' ? '\n' : sign));
    const expected = title.replace(/\r\n?/g, '\n').replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, '');
    assert.equal(read, expected);
  }));
});

test('an all-day event ends on the next day, and shows as free', () => {
  const file = makeCalendar([DAY], NOW);
  assert.match(file, /DTSTAMP:20280228T120000Z\r\nDTSTART;VALUE=DATE:20280228\r\nDTEND;VALUE=DATE:20280229\r\n/);
  assert.match(file, /TRANSP:TRANSPARENT\r\n/);
  assert.doesNotMatch(file, /VALARM/);
});

test('a meeting without a valid time has no events', () => {
  for (const when of ['', 'soon', '9999-01-02T10:00', '12026-01-01T10:00', '2026-12-01T25:00']) {
    assert.deepEqual(meetingEvents({ when, with: '', goal: '' }, 'id', each, each, NOW), [], when);
  }
});

test('any meeting that can be typed can be written', () => {
  const when = fc
    .date({ min: new Date('0001-01-04T00:00Z'), max: new Date('9998-12-30T00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 16));
  fc.assert(fc.property(when, (when) => {
    const events = meetingEvents({ when, with: '', goal: '' }, 'id', each, each, NOW);
    assert.equal(events.length, 3);
    assert.match(makeCalendar(events, NOW), /^(?:(?!Invalid|NaN)[^])+$/);
    const [prepare, meet, follow] = events.map(({ start }) => start);
    assert.ok(prepare < meet && meet < follow);
  }));
});
