/** Paths through a practice, in graphs with cycles, dead ends and isolated scenes. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';

import {
  extendPath, holds, isPath, isWhole, lastScene, maxChoices, pathUpTo, turningPoint,
} from '../../overrides/assets/practice/graph.js';
import { orderOf } from '../../overrides/assets/practice/run.js';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];

/** Scenes with choices, and endings without. */
const graph = fc.array(
  fc.record({
    choices: fc.array(fc.constantFrom(...IDS), { maxLength: 3 }),
    outcome: fc.constantFrom('good', 'bad'),
  }),
  { minLength: IDS.length, maxLength: IDS.length },
).map((nodes) => new Map(nodes.map(({ choices, outcome }, index) =>
  [IDS[index], choices.length ? { choices } : { choices, outcome }])));
const start = fc.constantFrom(...IDS);
const moves = fc.array(fc.nat(2), { maxLength: 12 });

function walk(scenes, from, choices) {
  return choices.reduce((path, choice) =>
    (scenes.get(lastScene(path)).choices[choice] === undefined
      ? path : extendPath(scenes, path, choice)), [{ id: from }]);
}

/** The outcomes that can be reached, found by trying every path. */
function outcomes(scenes, id, above = []) {
  const { choices, outcome } = scenes.get(id);
  const next = choices.filter((each) => ![...above, id].includes(each));
  return new Set([outcome, ...next.flatMap((each) => [...outcomes(scenes, each, [...above, id])])]);
}

const other = { good: 'bad', bad: 'good' };

test('any choices make a valid path, and so does each part of it', () => {
  fc.assert(fc.property(graph, start, moves, (scenes, from, choices) => {
    const path = walk(scenes, from, choices);
    assert.ok(isPath(scenes, path));
    assert.equal(isWhole(scenes, path), path[0].id === 'a');
    path.forEach((step, index) => {
      const part = pathUpTo(path, index);
      assert.ok(isPath(scenes, part));
      assert.equal(lastScene(part), step.id);
      assert.equal(part.at(-1).choice, undefined);
    });
  }));
});

test('a choice at the turning point leads to the other outcome, and no later one does', () => {
  fc.assert(fc.property(graph, start, moves, (scenes, from, choices) => {
    const path = walk(scenes, from, choices);
    const { outcome } = scenes.get(lastScene(path));
    fc.pre(outcome !== undefined);
    const turn = turningPoint(scenes, path);
    const leads = (id) => outcomes(scenes, id).has(other[outcome]);
    if (turn >= 0) {
      const { id, choice } = path[turn];
      const better = scenes.get(id).choices.findIndex(leads);
      assert.ok(better >= 0);
      assert.ok(!leads(scenes.get(id).choices[choice]), 'the choice that was made decided it');
      assert.ok(isPath(scenes, extendPath(scenes, pathUpTo(path, turn), better)));
    }
    assert.ok(path.slice(turn + 1).every(({ id }) => !leads(id)));
  }));
});

test('no path has more choices than the maximum', () => {
  fc.assert(fc.property(graph, start, moves, (scenes, from, choices) => {
    assert.ok(walk(scenes, from, choices).length - 1 <= maxChoices(scenes, from));
  }));
});

test('the maximum is exact without cycles, and fast in a dense graph', () => {
  const ids = Array.from({ length: 40 }, (_, index) => `scene-${index}`);
  const dense = new Map(ids.map((id, index) => [id, { choices: ids.slice(index + 1) }]));
  assert.equal(maxChoices(dense, 'scene-0'), 39);
  assert.equal(maxChoices(dense, 'scene-39'), 0);
});

test('values that are not a path are rejected', () => {
  const scenes = new Map([['a', { choices: ['b', 'b'] }], ['b', { choices: [], outcome: 'good' }]]);
  assert.ok(isPath(scenes, [{ id: 'a', choice: 1 }, { id: 'b' }]));
  for (const wrong of [
    undefined, null, 'a', {}, [], [null], [null, { id: 'b' }], [{}], [{ id: 'c' }],
    [{ id: 'a' }, { id: 'b' }], [{ id: 'a', choice: 2 }, { id: 'b' }], [{ id: 'b' }, { id: 'a' }],
  ]) assert.ok(!isPath(scenes, wrong), JSON.stringify(wrong));
});

test('what depends on the way is there after any scene, and without all of them', () => {
  const before = [{ id: 'a' }, { id: 'b' }];
  assert.ok(holds({}, before));
  assert.ok(holds({ after: 'x a' }, before));
  assert.ok(!holds({ after: 'x' }, before));
  assert.ok(!holds({ without: 'x b' }, before));
  assert.ok(holds({ without: 'x', after: 'b' }, before));
  assert.ok(!holds({ after: 'a' }, []));
});

test('an order has each option once, and is the same for the same seed', () => {
  const found = new Set();
  fc.assert(fc.property(fc.nat(9), fc.nat(), (count, seed) => {
    const order = orderOf(count, seed);
    assert.deepEqual(order.toSorted(), [...Array(count).keys()]);
    assert.deepEqual(orderOf(count, seed), order);
    if (count === 3) found.add(String(order));
  }));
  assert.ok(found.size > 3);
});
