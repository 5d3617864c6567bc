/** Entries of the log: their promises, whether they are open, their order, their retention. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';

import { compareEntries, dateIn, isOpen, isOverdue, openPromises, promiseEvents, promiseText, readEntry } from '../../overrides/assets/log/entries.js';

const day = fc.constantFrom('', '2026-01-02', '2026-11-25', '2027-03-01', 'soon');
const settled = fc.constantFrom(undefined, true);
const promise = fc.record({ what: fc.constantFrom('', ' ', 'Send it'), who: fc.constantFrom('', 'Kari'), due: day, settled });
const fields = {
  when: fc.constantFrom('', '2026-11-24T10:00', '2026-11-25T09:00'),
  open: fc.constantFrom('', '  ', 'Who pays?'),
  settled,
  at: fc.integer({ min: 1, max: 9 }),
};
const entries = fc.array(fc.record({ ...fields, promises: fc.array(promise, { maxLength: 3 }) }));
/** As it once was: one promise an entry. */
const former = fc.record({ ...fields, owner: fc.constantFrom('', 'Kari'), due: day });
const make = (promises, open = '', settled = undefined) => ({ promises, open, settled, at: 1 });
const promised = (what, due, who = '', settled = undefined) => ({ what, who, due, settled });

test('an entry with a single promise is read as before, without loss', () => {
  fc.assert(fc.property(former, (record) => {
    const { owner, due, settled } = record;
    const entry = readEntry(record);
    assert.equal(isOpen(entry), !settled && (due || record.open.trim()) !== '');
    const wanted = owner || due ? [{ what: '', who: owner, due, ...(settled && { settled }) }] : [];
    assert.deepEqual(entry.promises, wanted);
    assert.deepEqual(readEntry(entry), entry);
    assert.deepEqual({ ...entry, promises: 0 }, { ...record, owner: '', due: '', promises: 0 });
  }));
});

test('what an older version adds to an entry comes last', () => {
  const entry = readEntry({ ...make([promised('Send it', '')]), owner: 'Per', due: '2026-12-01' });
  assert.deepEqual(entry.promises, [promised('Send it', ''), { what: '', who: 'Per', due: '2026-12-01' }]);
});

test('an entry is open while a question or a promise is', () => {
  assert.equal(isOpen(make([], ' \n')), false);
  assert.equal(isOpen(make([], 'Who pays?')), true);
  assert.equal(isOpen(make([], 'Who pays?', true)), false);
  assert.equal(isOpen(make([promised('', '', 'Kari')])), false);
  assert.equal(isOpen(make([promised('Send it', '')])), true);
  assert.equal(isOpen(make([promised('Send it', '', '', true), promised('', '2026-12-01')], 'Who pays?', true)), true);
});

test('a promise is overdue from the day after its date', () => {
  const promise = promised('', '2026-12-01');
  assert.equal(isOverdue(promise, '2026-12-01'), false);
  assert.equal(isOverdue(promise, '2026-12-02'), true);
  assert.equal(isOverdue({ ...promise, settled: true }, '2026-12-02'), false);
  assert.equal(isOverdue(promised('Send it', ''), '2026-12-02'), false);
});

test('the order is total: the result does not depend on the input order', () => {
  fc.assert(fc.property(entries, (given) => {
    const sorted = given.toSorted(compareEntries);
    for (const [at, entry] of sorted.entries()) {
      for (const later of sorted.slice(at)) assert.ok(compareEntries(entry, later) <= 0);
    }
  }));
});

test('in order: the next date that is open, then open, then the rest, each newest first', () => {
  const entry = (promises, when, open = '') => ({ ...make(promises, open), when });
  const wanted = [
    entry([promised('', '2027-01-01'), promised('', '2026-11-20')], '2026-01-01'),
    entry([promised('', '2026-12-01')], '2026-03-01'),
    entry([promised('', '2026-12-01'), promised('', '2026-01-01', '', true)], '2026-02-01', 'x'),
    entry([promised('Send it', '')], '2026-03-01'),
    entry([], '2026-02-01', 'x'),
    entry([promised('', '2026-01-01', '', true)], '2026-05-01'),
    entry([], '2026-04-01'),
  ];
  assert.deepEqual(wanted.toReversed().sort(compareEntries), wanted);
});

test('promises: open, dated, in order', () => {
  fc.assert(fc.property(entries, (given) => {
    const open = openPromises(given);
    const all = given.flatMap(({ promises }) => promises).filter(({ due, settled }) => due && !settled);
    const dates = all.map(({ due }) => due).sort();
    assert.deepEqual(open.map(({ due }) => due), dates);
  }));
});

test('a promise says who and what, or what it is about', () => {
  const entry = { ...make([], ' '), agreed: 'Friday', asked: 'Monday' };
  assert.equal(promiseText(promised('sends it', '', 'Kari'), entry), 'Kari: sends it');
  assert.equal(promiseText(promised('', '', 'Kari'), entry), 'Kari: Friday');
  assert.equal(promiseText(promised('', '', ''), entry), 'Friday');
});

test('an event for each promise that is open and has a date', () => {
  const promises = [
    promised('done', '2026-12-01', '', true), promised('no date', ''), promised('odd', 'soon'),
    promised('odd', '12026-01-01'), promised('sends it', '2026-12-31', 'Kari'),
  ];
  assert.deepEqual(promiseEvents('e', make(promises), 'Contract', 'https://guide.example/log/'), [{
    uid: 'e-4', title: 'Kari: sends it', text: 'Contract', url: 'https://guide.example/log/', start: '2026-12-31', end: '2027-01-01',
  }]);
});

test('a date some months from now is valid', () => {
  assert.match(dateIn(), /^\d{4}-\d\d-\d\d$/);
  assert.ok(dateIn(3) > dateIn() && dateIn(24) > dateIn(12));
});
