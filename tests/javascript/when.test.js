import assert from 'node:assert/strict';
import { test } from 'node:test';

import { groupOf, sortMeetings, formatWhen } from '../../overrides/assets/meetings/when.js';
import { endOf, localDateTime } from '../../overrides/assets/site/time.js';

const CLOCK = '2026-11-25T12:00:00';
const NOW = Date.parse(CLOCK);
const meeting = (when, at = 1, archived) => ({ when, at, ...(archived && { archived }) });

test('a meeting is past two hours after its start', () => {
  const groups = ['2026-11-25T10:00', '2031-01-01T08:00', '', '2026-11-25T09:59'].map((when) =>
    groupOf(meeting(when), NOW));
  assert.deepEqual(groups, [0, 0, 1, 2]);
  assert.equal(groupOf(meeting('2031-01-01T08:00', 1, true), NOW), 2);
});

test('a meeting that is chosen again has two hours more', () => {
  const hour = 60 * 60 * 1000;
  assert.equal(endOf(CLOCK), NOW + 2 * hour);
  assert.equal(endOf(CLOCK, NOW - hour), NOW + 2 * hour);
  assert.equal(endOf(CLOCK, NOW + hour), NOW + 3 * hour);
  assert.ok(endOf('', NOW) > Date.parse('9999-12-31'));
});

test('meetings nearest to now come first', () => {
  const meetings = new Map(Object.entries({
    past: meeting('2026-11-01T08:00'), older: meeting('2026-10-01T08:00'),
    later: meeting('2026-12-02T08:00'), next: meeting('2026-12-01T08:00'),
    undated: meeting('', 1), newer: meeting('', 2), gone: meeting('2026-12-01T08:00', 3, true),
  }));
  assert.deepEqual(sortMeetings(meetings, NOW).map(([id]) => id),
    ['next', 'later', 'newer', 'undated', 'gone', 'past', 'older']);
});

test('a time in words, with how soon it is', () => {
  assert.match(formatWhen('2026-11-26T14:30', 'nb-NO', CLOCK), /^torsdag 26\. november 2026 kl\. 14:30 \(i morgen\)$/);
  assert.match(formatWhen('2026-11-25T08:00', 'en-GB', CLOCK), /\(today\)$/);
  assert.match(formatWhen('2026-12-24T09:00', 'nb-NO', CLOCK), /09:00$/);
  assert.match(formatWhen('2026-11-24T09:00', 'nb-NO', CLOCK), /09:00$/);
});

test('a text that is not a time is unchanged', () => {
  assert.equal(formatWhen('en gang', 'nb-NO', CLOCK), 'en gang');
  assert.equal(formatWhen('', 'nb-NO', CLOCK), '');
});

test('localDateTime has the format of an input for a time', () => {
  assert.equal(localDateTime(NOW), CLOCK);
});
