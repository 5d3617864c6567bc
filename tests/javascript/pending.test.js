/** What waits to be saved, against a model: whatever fails, and in whatever order, the last change wins. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';

import { enqueue, lateItems, markLate, overlay, settle } from '../../docs/assets/store/pending.js';

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
        enqueue(waiting, some, false);
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
      assert.deepEqual(overlay(stored, waiting), expected);
    }
    stored = overlay(stored, waiting);
    settle(waiting, new Map(waiting));
    assert.equal(waiting.size, 0);
    assert.deepEqual(stored, expected);
  }));
});

test('what is overwritten while it is written is still to be written', () => {
  const waiting = new Map();
  const done = { state: 'done', rev: {}, at: 1 };
  enqueue(waiting, new Map([['a', done]]), false);
  const written = new Map(waiting);
  enqueue(waiting, new Map([['a', null]]), false);
  settle(waiting, written);
  assert.equal(waiting.get('a')?.tick, null);
});

test('what gives way never replaces a tick that is there', () => {
  fc.assert(fc.property(ticks, ticks, (stored, given) => {
    const waiting = new Map();
    enqueue(waiting, given, true);
    assert.deepEqual(overlay(stored, waiting), new Map([...given, ...stored]));
  }));
});

test('undoing a reset that failed gives back all of it, whatever the disk has', () => {
  fc.assert(fc.property(ticks, ticks, (stored, shown) => {
    const waiting = new Map();
    enqueue(waiting, new Map([...shown.keys()].map((id) => [id, null])), false);
    markLate(waiting);
    assert.deepEqual(lateItems(waiting), new Set(shown.keys()));
    enqueue(waiting, shown, true);
    assert.deepEqual(overlay(stored, waiting), new Map([...stored, ...shown]));
    assert.equal(lateItems(waiting).size, 0);
  }));
});
