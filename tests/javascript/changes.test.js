/** The changes for a click, and for undo. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';

import { changeState } from '../../overrides/assets/checklist/changes.js';
import { tickOf } from '../../overrides/assets/store/record.js';

const item = { id: 'is', was: ['was'] };
const id = fc.constantFrom('is', 'was', 'other');
const rev = fc.dictionary(fc.constantFrom('nb', 'en'), fc.constantFrom('1', '2'));
const done = fc.record({ state: fc.constant('done'), rev, at: fc.integer() });
const notRelevant = fc.record(
  { state: fc.constant('not-relevant'), rev, at: fc.integer(), before: done },
  { requiredKeys: ['state', 'rev', 'at'] },
);
const ticks = fc
  .dictionary(id, fc.oneof(done, notRelevant))
  .map((entries) => new Map(Object.entries(entries)));
const state = fc.constantFrom('done', 'not-relevant', null);

/** The ticks after changes. */
function after(before, changes) {
  const result = new Map([...before, ...changes]);
  return new Map([...result].filter(([, tick]) => tick !== null));
}

test('a change sets the state of the item, removes its former ids and leaves other items alone', () => {
  fc.assert(fc.property(ticks, state, (before, wanted) => {
    const changed = after(before, changeState(before, item, wanted, { nb: '3' }));
    if (wanted) assert.equal(changed.get('is')?.state, wanted);
    else assert.notEqual(changed.get('is')?.state, 'not-relevant');
    assert.ok(!changed.has('was'));
    assert.equal(changed.get('other'), before.get('other'));
  }));
});

test('toggling not relevant twice restores a done item', () => {
  fc.assert(fc.property(done, (tick) => {
    const before = new Map([['is', tick]]);
    const off = after(before, changeState(before, item, 'not-relevant', { nb: '3' }));
    const on = after(off, changeState(off, item, null, { nb: '3' }));
    assert.deepEqual(on, new Map([['is', tick]]));
  }));
});

test('a tick stores the hash of the text in each language it was ticked in', () => {
  const before = new Map([['was', { state: 'done', rev: { en: '1', nb: '1' }, at: 1 }]]);
  const changed = after(before, changeState(before, item, 'done', { nb: '2' }));
  assert.deepEqual(tickOf(changed, item)?.rev, { en: '1', nb: '2' });
});
