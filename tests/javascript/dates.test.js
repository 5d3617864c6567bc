/** Review dates: five valid weekdays in order, or none. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';

import { addDays, reviewDates } from '../../overrides/assets/review/dates.js';

const isWeekend = (/** @type {string} */ date) => [0, 6].includes(new Date(date).getUTCDay());
const written = (/** @type {Date} */ date) => date.toISOString().slice(0, 10);
const day = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map(written);

test('adding days and subtracting them gives the same date', () => {
  const days = fc.integer({ min: 0, max: 400 });
  const early = day.filter((date) => date > '0003' && date < '9997');
  fc.assert(fc.property(early, days, days, (date, some, more) => {
    assert.equal(addDays(addDays(date, some), more), addDays(date, some + more));
    assert.equal(addDays(addDays(date, some), -some), date);
  }));
});

test('leap days and the end of the year', () => {
  assert.equal(addDays('2028-02-28', 1), '2028-02-29');
  assert.equal(addDays('2027-02-28', 1), '2027-03-01');
  assert.equal(addDays('2027-12-31', 1), '2028-01-01');
});

test('the dates are valid, in order, and after the first day', () => {
  fc.assert(fc.property(day, (first) => {
    const dates = reviewDates(first);
    assert.ok(dates.length === 5 || first > '9999-09-24');
    assert.deepEqual([...new Set([first, ...dates])].sort(), [first, ...dates]);
    for (const date of dates) {
      assert.match(addDays(date, 1), /^\d{4}-\d\d-\d\d$/);
      assert.ok(!isWeekend(date), date);
    }
  }));
});

test('a date on a weekend moves to Monday', () => {
  // A Thursday, and a Friday.
  assert.deepEqual(reviewDates('2026-11-26').slice(0, 3), ['2026-11-27', '2026-11-30', '2026-12-07']);
  assert.deepEqual(reviewDates('2026-11-27').slice(0, 2), ['2026-11-30', '2026-12-01']);
});

test('other dates are not moved', () => {
  assert.deepEqual(reviewDates('2026-09-07'), [
    '2026-09-08', '2026-09-10', '2026-09-17', '2026-10-07', '2026-12-07',
  ]);
});

test('the last valid day, and the first invalid one', () => {
  assert.equal(reviewDates('9999-09-24').at(-1), '9999-12-23');
  for (const none of ['9999-09-25', '9999-12-31', '12345-01-01', '275760-09-13', '']) {
    assert.deepEqual(reviewDates(none), []);
  }
});
