/** Entries of the log: whether they are open, their order, their retention. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';

import { ORDERS, dateIn, isOverdue, isOpen, openPromises } from '../../overrides/assets/log/entries.js';

const day = fc.constantFrom('', '2026-01-02', '2026-11-25', '2027-03-01', 'soon');
const entries = fc.array(fc.record({
  when: fc.constantFrom('', '2026-11-24T10:00', '2026-11-25T09:00'),
  due: day,
  open: fc.constantFrom('', '  ', 'Who pays?'),
  settled: fc.constantFrom(undefined, true),
  at: fc.integer({ min: 1, max: 9 }),
}));

test('an entry is open if it has a date or an open question and is not settled', () => {
  assert.equal(isOpen({ due: '', open: ' \n', at: 1 }), false);
  assert.equal(isOpen({ due: '', open: 'Who pays?', at: 1 }), true);
  assert.equal(isOpen({ due: '2026-12-01', open: '', at: 1 }), true);
  assert.equal(isOpen({ due: '2026-12-01', open: 'Who pays?', settled: true, at: 1 }), false);
});

test('an open entry is overdue from the day after its date', () => {
  const entry = { due: '2026-12-01', open: '', at: 1 };
  assert.equal(isOverdue(entry, '2026-12-01'), false);
  assert.equal(isOverdue(entry, '2026-12-02'), true);
  assert.equal(isOverdue({ ...entry, settled: true }, '2026-12-02'), false);
  assert.equal(isOverdue({ ...entry, due: '', open: 'Who pays?' }, '2026-12-02'), false);
});

test('each order is total: the result does not depend on the input order', () => {
  for (const order of Object.values(ORDERS)) {
    fc.assert(fc.property(entries, (given) => {
      const sorted = given.toSorted(order);
      for (const [at, entry] of sorted.entries()) {
        for (const later of sorted.slice(at)) assert.ok(order(entry, later) <= 0);
      }
    }));
  }
});

test('by due: dated and open, then open, then the rest, each newest first', () => {
  const make = (due, open, when, settled) => ({ due, open, when, settled, at: 1 });
  const wanted = [
    make('2026-11-20', '', '2026-01-01'),
    make('2026-12-01', '', '2026-03-01'),
    make('2026-12-01', 'x', '2026-02-01'),
    make('', 'x', '2026-02-01'),
    make('2026-01-01', 'x', '2026-05-01', true),
    make('', '', '2026-04-01'),
  ];
  assert.deepEqual(wanted.toReversed().sort(ORDERS.due), wanted);
});

test('promises: open, dated, the first three', () => {
  fc.assert(fc.property(entries, (given) => {
    const first = openPromises(given);
    const all = given.filter((entry) => isOpen(entry) && entry.due);
    assert.equal(first.length, Math.min(3, all.length));
    const dates = all.map(({ due }) => due).sort();
    assert.deepEqual(first.map(({ due }) => due), dates.slice(0, 3));
  }));
});

test('a date some months from now is valid', () => {
  assert.match(dateIn(), /^\d{4}-\d\d-\d\d$/);
  assert.ok(dateIn(3) > dateIn() && dateIn(24) > dateIn(12));
});
