/** What waits to be saved, against a model: whatever fails, and in whatever order, the last change wins. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';

import { enqueue, isThere, lateIds, markLate, overlay, settle } from '../../docs/assets/store/pending.js';

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

/** Changes, as a shelf takes them, at a time that need not be later than the last. */
function put(waiting, stored, changes, onlyIfOpen = false) {
  clock = (clock * 7 + 3) % 101;
  enqueue(waiting, overlay(stored, waiting), changes, { now: clock, onlyIfOpen });
}

/** What is there, without when it came. */
function live(records) {
  const there = [...records].filter(([, record]) => isThere(record));
  return new Map(there.map(([id, { at, ...value }]) => [id, value]));
}

/** As a reader sees it: each change at once. */
function change(ticks, changes) {
  for (const [id, value] of changes) {
    if (value) ticks.set(id, value);
    else ticks.delete(id);
  }
}

test('what is shown is what the reader did, whichever of the writes fail', () => {
  fc.assert(fc.property(ticks, fc.array(step, { maxLength: 30 }), (disk, steps) => {
    const expected = new Map(disk);
    const waiting = new Map();
    const writes = []; // begun, in the order in which the database does them
    let stored = new Map(disk);
    for (const { does, changes: some, works } of steps) {
      if (does === 'change') {
        put(waiting, stored, some);
        change(expected, some);
      } else if (does === 'begin') {
        writes.push(new Map(waiting));
      } else if (writes.length > 0) {
        const write = writes.shift();
        if (works) {
          stored = overlay(stored, write);
          settle(waiting, write);
        } else {
          markLate(write);
        }
      }
      assert.deepEqual(live(overlay(stored, waiting)), live(expected));
    }
    stored = overlay(stored, waiting);
    settle(waiting, new Map(waiting));
    assert.equal(waiting.size, 0);
    assert.deepEqual(live(stored), live(expected));
  }));
});

test('what is overwritten while it is written is still to be written', () => {
  const waiting = new Map();
  put(waiting, new Map(), new Map([['a', { state: 'done', rev: {} }]]));
  const written = new Map(waiting);
  put(waiting, new Map(), new Map([['a', null]]));
  settle(waiting, written);
  assert.equal(waiting.get('a')?.record.removed, true);
});

test('a change is later than what it replaces, whatever the clock says', () => {
  fc.assert(fc.property(ticks, changes, fc.nat(), (stored, some, now) => {
    const waiting = new Map();
    enqueue(waiting, stored, some, { now, onlyIfOpen: false });
    for (const [id, { record }] of waiting) {
      assert.ok(record.at >= now && record.at > (stored.get(id)?.at ?? -1));
    }
  }));
});

test('what gives way never replaces a record that is there', () => {
  fc.assert(fc.property(ticks, ticks, (stored, given) => {
    const waiting = new Map();
    put(waiting, stored, given, true);
    assert.deepEqual(live(overlay(stored, waiting)), live(new Map([...given, ...stored])));
  }));
});

test('what gives way replaces one that was removed', () => {
  const stored = new Map([['a', { removed: true, at: 5 }]]);
  const waiting = new Map();
  put(waiting, stored, new Map([['a', { state: 'done' }]]), true);
  assert.deepEqual(live(overlay(stored, waiting)), new Map([['a', { state: 'done' }]]));
});

test('undoing a reset that failed gives back all of it, whatever the disk has', () => {
  fc.assert(fc.property(ticks, ticks, (stored, shown) => {
    const waiting = new Map();
    put(waiting, stored, new Map([...shown.keys()].map((id) => [id, null])));
    markLate(waiting);
    assert.deepEqual(lateIds(waiting), new Set(shown.keys()));
    put(waiting, stored, shown, true);
    assert.deepEqual(live(overlay(stored, waiting)), live(new Map([...stored, ...shown])));
    assert.equal(lateIds(waiting).size, 0);
  }));
});
