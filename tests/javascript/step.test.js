/** What to do next with a meeting follows the clock. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';

import { stepOf } from '../../overrides/assets/meetings/step.js';

const MINUTE_MS = 60_000;
const START = Date.parse('2026-11-28T14:00');
const meeting = (when, pages = ['list']) => ({ when, pages });

/** @param {number} minutes After the start. */
const stepAt = (minutes, pages = ['list']) =>
  stepOf(meeting('2026-11-28T14:00', pages), START + minutes * MINUTE_MS, false);

test('one prepares, talks around the start, and then writes', () => {
  assert.deepEqual([-600, -16, -15, 0, 15, 16, 6000].map((minutes) => stepAt(minutes)),
    ['prepare', 'prepare', 'talk', 'talk', 'talk', 'write', 'write']);
});

test('a meeting without a list needs one first, unless it has been', () => {
  assert.deepEqual([-600, 0, 60].map((minutes) => stepAt(minutes, [])), ['find', 'find', 'write']);
});

test('without a time one prepares', () => {
  for (const when of ['', '2026-13-45T99:99']) assert.equal(stepOf(meeting(when), START, false), 'prepare');
});

test('what is in the log can be copied, whatever the clock says', () => {
  fc.assert(fc.property(fc.string(), fc.array(fc.string()), fc.integer(), (when, pages, now) => {
    assert.equal(stepOf({ when, pages }, now, true), 'copy');
  }));
});

test('no step leads back as time goes by', () => {
  const order = ['find', 'prepare', 'talk', 'write'];
  const minutes = fc.integer({ min: -10_000, max: 10_000 });
  fc.assert(fc.property(minutes, minutes, fc.constantFrom([], ['list']), (one, other, pages) => {
    const [early, late] = [one, other].sort((a, b) => a - b).map((each) => order.indexOf(stepAt(each, pages)));
    assert.ok(early <= late);
  }));
});
