/** Pending changes against a model: whatever fails, in whatever order, the last change wins. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';

import { ifAbsent } from '../../overrides/assets/checklist/changes.js';
import {
  acknowledge, applyAll, enqueue, exists, markUnsaved, overlay, unsavedIds,
} from '../../overrides/assets/store/pending.js';

const item = fc.constantFrom('a', 'b', 'c');
const tick = fc.record({
  state: fc.constantFrom('done', 'not-relevant'),
  rev: fc.constant({}),
  at: fc.nat(),
});
const ticks = fc.dictionary(item, tick).map((entries) => new Map(Object.entries(entries)));
const changes = fc
  .dictionary(item, fc.option(tick))
  .map((entries) => new Map(Object.entries(entries)));
const step = fc.oneof(
  fc.record({ does: fc.constant('change'), changes }),
  fc.record({ does: fc.constant('begin') }),
  fc.record({ does: fc.constant('end'), works: fc.boolean() }),
);

let clock = 0;

/** At a time that may be earlier than the last. */
function now() {
  clock = (clock * 7 + 3) % 101;
  return clock;
}

/** Enqueues changes as a shelf does. */
function put(pending, stored, changes) {
  const [records, time] = [overlay(stored, pending), now()];
  for (const [id, value] of changes) {
    const at = Math.max(time, (records.get(id)?.at ?? 0) + 1);
    enqueue(pending, id, { change: () => value, now: at, isBlind: true });
  }
}

function update(pending, updates) {
  const steps = new Map([...updates].map(([id, change]) => [id, { change, now: now() }]));
  for (const [id, step] of steps) enqueue(pending, id, step);
  return steps;
}

/** Writes to a disk as the database does. Returns what has been written. */
function write(disk, pending) {
  const written = new Map(pending);
  for (const [id, entry] of written) {
    const stored = entry.steps[0].isBlind ? undefined : disk.get(id);
    const record = applyAll(entry, stored, (step, before, after) => Object.assign(step, { before, after }));
    if (record !== stored) disk.set(id, record);
  }
  return written;
}

/** The existing records, without their times. */
function live(records) {
  const existing = [...records].filter(([, record]) => exists(record));
  return new Map(existing.map(([id, { at, ...value }]) => [id, value]));
}

/** As a reader sees it: each change at once. */
function change(ticks, changes) {
  for (const [id, value] of changes) {
    if (value) ticks.set(id, value);
    else ticks.delete(id);
  }
}

test('the records shown are what the reader did, whichever writes fail', () => {
  fc.assert(fc.property(ticks, fc.array(step, { maxLength: 30 }), (disk, steps) => {
    const expected = new Map(disk);
    const pending = new Map();
    const writes = []; // begun, in the order in which the database does them
    let stored = new Map(disk);
    for (const { does, changes: some, works } of steps) {
      if (does === 'change') {
        put(pending, stored, some);
        change(expected, some);
      } else if (does === 'begin') {
        writes.push(new Map(pending));
      } else if (writes.length > 0) {
        const write = writes.shift();
        if (works) {
          stored = overlay(stored, write);
          acknowledge(pending, write);
        } else {
          markUnsaved(write);
        }
      }
      assert.deepEqual(live(overlay(stored, pending)), live(expected));
    }
    stored = overlay(stored, pending);
    acknowledge(pending, new Map(pending));
    assert.equal(pending.size, 0);
    assert.deepEqual(live(stored), live(expected));
  }));
});

test('a record changed while it is being written stays pending', () => {
  const pending = new Map();
  put(pending, new Map(), new Map([['a', { state: 'done', rev: {} }]]));
  const written = new Map(pending);
  put(pending, new Map(), new Map([['a', null]]));
  acknowledge(pending, written);
  assert.deepEqual(live(overlay(new Map(), pending)), new Map());
  assert.equal(pending.size, 1);
});

test('a change is later than the record it replaces, whatever the clock says', () => {
  fc.assert(fc.property(ticks, changes, fc.boolean(), (disk, some, isPut) => {
    const before = new Map(disk);
    const pending = new Map();
    if (isPut) put(pending, disk, some);
    else update(pending, new Map([...some].map(([id, value]) => [id, () => value])));
    write(disk, pending);
    for (const [id, { at }] of disk) {
      assert.ok(at > (before.get(id)?.at ?? -1) || disk.get(id) === before.get(id));
    }
  }));
});

test('what is updated is what is on disk by then, in any number of tabs', () => {
  const step = fc.record({ tab: fc.nat(2), id: item, does: fc.constantFrom('add', 'same', 'write', 'fail') });
  fc.assert(fc.property(fc.array(step), (steps) => {
    const disk = new Map();
    const tabs = [0, 1, 2].map((tab) => ({ tab, pending: new Map(), stored: new Map() }));
    const added = new Map();
    const save = ({ pending }) => acknowledge(pending, write(disk, pending));
    for (const { tab, id, does } of steps) {
      const { pending, stored } = tabs[tab];
      if (does === 'write') save(tabs[tab]);
      else if (does === 'fail') markUnsaved(pending);
      else {
        const before = live(overlay(stored, pending)).get(id)?.names ?? [];
        const name = `${tab} ${before.length}`;
        const change = does === 'same' ? (record) => record
          : (record) => ({ names: [...record?.names ?? [], name] });
        update(pending, new Map([[id, change]]));
        if (does === 'same') continue;
        added.set(id, [...added.get(id) ?? [], name]);
        assert.deepEqual(live(overlay(stored, pending)).get(id).names, [...before, name]);
      }
    }
    tabs.forEach(save);
    for (const { pending } of tabs) assert.equal(pending.size, 0);
    const names = [...live(disk)].map(([id, { names }]) => [id, [...names].sort()]);
    assert.deepEqual(new Map(names), new Map([...added].map(([id, names]) => [id, [...names].sort()])));
  }));
});

test('a change that changes nothing is not written', () => {
  const disk = new Map([['a', { text: 'x', at: 1 }], ['b', { removed: true, at: 1 }]]);
  const before = new Map(disk);
  const pending = new Map();
  const updates = [['a', (record) => record], ['b', () => null], ['c', () => null], ['d', (record) => record]];
  update(pending, new Map(updates));
  write(disk, pending);
  assert.deepEqual(disk, before);
});

test('a change that is cancelled before it is written leaves what there is', () => {
  const pending = new Map();
  const steps = update(pending, new Map([['a', () => ({ text: 'y' })]]));
  steps.get('a').isCancelled = true;
  const disk = new Map([['a', { text: 'x', at: 1 }]]);
  assert.deepEqual(live(overlay(disk, pending)), live(disk));
  write(disk, pending);
  assert.deepEqual(disk.get('a'), { text: 'x', at: 1 });
  assert.equal(steps.get('a').after, undefined);
});

test('what is put where there is nothing replaces no record, but a removed one', () => {
  fc.assert(fc.property(ticks, ticks, (stored, given) => {
    const pending = new Map();
    update(pending, ifAbsent(given));
    assert.deepEqual(live(overlay(stored, pending)), live(new Map([...given, ...stored])));
    const removed = new Map([...given.keys()].map((id) => [id, { removed: true, at: 5 }]));
    assert.deepEqual(live(overlay(removed, pending)), live(given));
  }));
});

test('undoing a reset that was never saved restores all of it', () => {
  fc.assert(fc.property(ticks, ticks, (stored, shown) => {
    const pending = new Map();
    put(pending, stored, new Map([...shown.keys()].map((id) => [id, null])));
    markUnsaved(pending);
    assert.deepEqual(unsavedIds(pending), new Set(shown.keys()));
    update(pending, ifAbsent(shown));
    assert.deepEqual(live(overlay(stored, pending)), live(new Map([...stored, ...shown])));
    assert.equal(unsavedIds(pending).size, 0);
  }));
});
