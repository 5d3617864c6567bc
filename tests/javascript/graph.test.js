/** Ways through a practice, over graphs of all shapes: with circles, dead ends and lone scenes. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';

import {
  extendPath, isPath, isWhole, lastScene, maxChoices, pathUpTo, turningPoint,
} from '../../docs/assets/practice/graph.js';

const IDS = ['a', 'b', 'c', 'd', 'e', 'f'];

/** Scenes with choices, and without any an ending. */
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

/** Endings that can be reached, found by trying every way. */
function outcomes(scenes, id, above = []) {
  const { choices, outcome } = scenes.get(id);
  const next = choices.filter((each) => ![...above, id].includes(each));
  return new Set([outcome, ...next.flatMap((each) => [...outcomes(scenes, each, [...above, id])])]);
}

const other = { good: 'bad', bad: 'good' };

test('whatever one chooses, the way is one through the graph, and so is each part of it', () => {
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

test('from the turning point a choice leads to an ending of the other outcome, later none does', () => {
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

test('nobody makes more choices than the most there may be', () => {
  fc.assert(fc.property(graph, start, moves, (scenes, from, choices) => {
    assert.ok(walk(scenes, from, choices).length - 1 <= maxChoices(scenes, from));
  }));
});

test('what is no way through the graph is told', () => {
  const scenes = new Map([['a', { choices: ['b', 'b'] }], ['b', { choices: [], outcome: 'good' }]]);
  assert.ok(isPath(scenes, [{ id: 'a', choice: 1 }, { id: 'b' }]));
  for (const wrong of [
    undefined, null, 'a', {}, [], [null], [null, { id: 'b' }], [{}], [{ id: 'c' }],
    [{ id: 'a' }, { id: 'b' }], [{ id: 'a', choice: 2 }, { id: 'b' }], [{ id: 'b' }, { id: 'a' }],
  ]) assert.ok(!isPath(scenes, wrong), JSON.stringify(wrong));
});
