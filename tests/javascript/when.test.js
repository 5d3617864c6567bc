import assert from 'node:assert/strict';
import { test } from 'node:test';

import { groupOf, sortMeetings, formatWhen } from '../../overrides/assets/meetings/when.js';
import { localDateTime } from '../../overrides/assets/site/time.js';

const CLOCK = '2026-11-25T12:00:00';
const NOW = Date.parse(CLOCK);
const meeting = (when, at = 1, archived) => ({ when, at, ...(archived && { archived }) });

test('a meeting earlier today is still upcoming', () => {
  const groups = ['2026-11-25T08:00', '2031-01-01T08:00', '', '2026-11-24T23:59'].map((when) =>
    groupOf(meeting(when), CLOCK));
  assert.deepEqual(groups, [0, 0, 1, 2]);
  assert.equal(groupOf(meeting('2031-01-01T08:00', 1, true), CLOCK), 3);
});

test('meetings nearest to now come first', () => {
  const meetings = new Map(Object.entries({
    past: meeting('2026-11-01T08:00'), older: meeting('2026-10-01T08:00'),
    later: meeting('2026-12-02T08:00'), next: meeting('2026-12-01T08:00'),
    undated: meeting('', 1), newer: meeting('', 2), gone: meeting('2026-12-01T08:00', 3, true),
  }));
  assert.deepEqual(sortMeetings(meetings, CLOCK).map(([id]) => id),
    ['next', 'later', 'newer', 'undated', 'past', 'older', 'gone']);
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
