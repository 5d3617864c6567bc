/** Counting, whatever the ticks and however items were renamed. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';

import { countItems } from '../../overrides/assets/checklist/counting.js';
import { tickOf } from '../../overrides/assets/store/record.js';

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const tick = fc.record({
  state: fc.constantFrom('done', 'not-relevant'),
  rev: fc.constant({}),
  at: fc.integer(),
});
const ticks = fc.dictionary(id, tick).map((entries) => new Map(Object.entries(entries)));
const items = fc.array(fc.record({ id, was: fc.array(id) }));

test('done <= total <= number of items', () => {
  fc.assert(fc.property(ticks, items, (given, list) => {
    const { done, total } = countItems(given, list);
    assert.ok(done >= 0 && done <= total && total <= list.length);
  }));
});

test('the tick under the current id wins over one under a former id', () => {
  fc.assert(fc.property(tick, tick, (own, former) => {
    const both = new Map([['was', former], ['is', own]]);
    assert.equal(tickOf(both, { id: 'is', was: ['was'] }), own);
    both.delete('is');
    assert.equal(tickOf(both, { id: 'is', was: ['was'] }), former);
  }));
});

test('without items both counts are 0', () => {
  assert.deepEqual(countItems(new Map(), []), { done: 0, total: 0 });
});
