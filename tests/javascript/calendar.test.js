/** The calendar file: what RFC 5545 asks of its lines, whatever stands in them. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';

import { makeCalendar } from '../../docs/assets/review/calendar.js';

const NOW = new Date('2028-02-28T12:00:00.500Z');
const unit = fc.oneof(fc.constantFrom('\r', '\n', '\\', ';', ','), fc.string({ unit: 'grapheme', maxLength: 3 }));
const text = fc.array(unit, { maxLength: 100 }).map((parts) => parts.join(''));

/** @param {string} title @param {string} words */
function linesOf(title, words) {
  const file = makeCalendar([{ date: '2028-02-28', title, text: words }], NOW);
  assert.ok(file.endsWith('\r\n'));
  return file.slice(0, -2).split('\r\n');
}

test('no line is longer than 75 octets, and none breaks within a character', () => {
  fc.assert(fc.property(text, text, (title, words) => {
    for (const line of linesOf(title, words)) {
      assert.ok(Buffer.byteLength(line) <= 75);
      assert.doesNotMatch(line, /[\n\r]/);
      assert.equal(Buffer.from(line).toString(), line);
    }
  }));
});

test('unfolded and read back, each text is what it was', () => {
  fc.assert(fc.property(text, (title) => {
    const whole = linesOf(title, 'x').join('\r\n').replaceAll('\r\n ', '');
    const [, value] = /SUMMARY:(.*)\r\n/.exec(whole) ?? [];
    const read = value?.replace(/\\(.)/g, (_, sign) => (sign === 'n' ? '\n' : sign));
    assert.equal(read, title.replace(/\r\n?/g, '\n'));
  }));
});

test('an all-day event ends on the day after', () => {
  const file = makeCalendar([{ date: '2028-02-28', title: 'T', text: 'D' }], NOW);
  assert.match(file, /DTSTAMP:20280228T120000Z\r\nDTSTART;VALUE=DATE:20280228\r\nDTEND;VALUE=DATE:20280229\r\n/);
});
