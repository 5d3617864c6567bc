/** Dates to review: five, in order, each one that HTML and a calendar can write; or none. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';

import { addDays, reviewDates } from '../../docs/assets/review/dates.js';

const written = (/** @type {Date} */ date) => date.toISOString().slice(0, 10);
const day = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map(written);

test('days add up, and back again', () => {
  const days = fc.integer({ min: 0, max: 400 });
  const early = day.filter((date) => date > '0003' && date < '9997');
  fc.assert(fc.property(early, days, days, (date, some, more) => {
    assert.equal(addDays(addDays(date, some), more), addDays(date, some + more));
    assert.equal(addDays(addDays(date, some), -some), date);
  }));
});

test('a leap day counts, and the turn of a year', () => {
  assert.equal(addDays('2028-02-28', 1), '2028-02-29');
  assert.equal(addDays('2027-02-28', 1), '2027-03-01');
  assert.equal(addDays('2027-12-31', 1), '2028-01-01');
});

test('the dates are in order, after the first day, and can be written', () => {
  fc.assert(fc.property(day, (first) => {
    const dates = reviewDates(first);
    assert.ok(dates.length === 5 || first > '9999-09');
    assert.deepEqual([first, ...dates].sort(), [first, ...dates]);
    for (const date of dates) assert.match(addDays(date, 1), /^\d{4}-\d\d-\d\d$/);
  }));
});

test('the last day that works, and the first that does not', () => {
  assert.equal(reviewDates('9999-10-01').at(-1), '9999-12-30');
  for (const none of ['9999-10-02', '9999-12-31', '12345-01-01', '275760-09-13', '']) {
    assert.deepEqual(reviewDates(none), []);
  }
});
