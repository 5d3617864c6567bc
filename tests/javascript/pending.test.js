/** Pending changes against a model: whatever fails, in whatever order, the last change wins. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';

import { enqueue, exists, unsavedIds, markUnsaved, overlay, acknowledge } from '../../overrides/assets/store/pending.js';

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

/** Enqueues changes as a shelf does, at a time that may be earlier than the last. */
function put(pending, stored, changes, onlyIfAbsent = false) {
  clock = (clock * 7 + 3) % 101;
  enqueue(pending, overlay(stored, pending), changes, { now: clock, onlyIfAbsent });
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
  assert.equal(pending.get('a')?.record.removed, true);
});

test('a change is later than the record it replaces, whatever the clock says', () => {
  fc.assert(fc.property(ticks, changes, fc.nat(), (stored, some, now) => {
    const pending = new Map();
    enqueue(pending, stored, some, { now, onlyIfAbsent: false });
    for (const [id, { record }] of pending) {
      assert.ok(record.at >= now && record.at > (stored.get(id)?.at ?? -1));
    }
  }));
});

test('onlyIfAbsent never replaces an existing record', () => {
  fc.assert(fc.property(ticks, ticks, (stored, given) => {
    const pending = new Map();
    put(pending, stored, given, true);
    assert.deepEqual(live(overlay(stored, pending)), live(new Map([...given, ...stored])));
  }));
});

test('onlyIfAbsent replaces a removed record', () => {
  const stored = new Map([['a', { removed: true, at: 5 }]]);
  const pending = new Map();
  put(pending, stored, new Map([['a', { state: 'done' }]]), true);
  assert.deepEqual(live(overlay(stored, pending)), new Map([['a', { state: 'done' }]]));
});

test('undoing a reset that was never saved restores all of it', () => {
  fc.assert(fc.property(ticks, ticks, (stored, shown) => {
    const pending = new Map();
    put(pending, stored, new Map([...shown.keys()].map((id) => [id, null])));
    markUnsaved(pending);
    assert.deepEqual(unsavedIds(pending), new Set(shown.keys()));
    put(pending, stored, shown, true);
    assert.deepEqual(live(overlay(stored, pending)), live(new Map([...stored, ...shown])));
    assert.equal(unsavedIds(pending).size, 0);
  }));
});
