/** When to practise again: after a day, a week and a month. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { repeatDay } from '../../overrides/assets/practice/repeat.js';

test('each time the wait is longer, and at last there is none', () => {
  const days = ['2026-11-30', '2026-12-01', '2026-12-08', '2027-01-07'];
  const next = days.map((_, index) => repeatDay(days.slice(0, index + 1)));
  assert.deepEqual(next, ['2026-12-01', '2026-12-08', '2027-01-07', '']);
  assert.equal(repeatDay([]), '');
});

test('several times on a day are one, in whatever order', () => {
  assert.equal(repeatDay(['2026-12-01', '2026-11-30', '2026-12-01']), '2026-12-08');
});
