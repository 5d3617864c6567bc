/** Merging the records of two browsers is commutative, associative and idempotent. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';

import {
  newerRecords, readFile, recordsOfMeeting, undoImport, writeFile,
} from '../../overrides/assets/data/merge.js';
import { guideId } from '../../overrides/assets/site/guide.js';
import { BLANK } from '../../overrides/assets/log/entries.js';
import { enqueue, overlay } from '../../overrides/assets/store/pending.js';

const PROPERTIES = { numRuns: 300 };
const TODAY = '2026-11-25T12:00:00.000Z';
const at = fc.integer({ min: 1, max: 4 }); // few, so that many are equally old
const [M, N] = [1, 2].map((number) => `00000000-0000-4000-8000-00000000000${number}`);
const meeting = fc.constantFrom('default', M, N);
const part = fc.constantFrom('a', 'b', '__proto__', 'å');
const name = fc.oneof(
  fc.tuple(meeting, part, part).map((key) => ['notes', ...key].join(' ')),
  meeting.map((id) => `notes ${id}  `), // of a meeting
);
const record = fc.oneof(
  fc.record({ text: fc.constantFrom('', 'x', '<script>'), at, later: fc.jsonValue() }),
  fc.record({ removed: fc.constant(true), at }),
);
const all = fc.array(fc.tuple(name, record)).map((entries) => new Map(entries));

function merge(mine, theirs) {
  return new Map([...mine, ...newerRecords(mine, theirs)]);
}

/** As in a file: unordered, and without differences that JSON does not preserve. */
function sorted(records) {
  return writeFile(records, TODAY);
}

function read(text) {
  return readFile(new TextEncoder().encode(text));
}

test('importing twice is the same as once', () => {
  fc.assert(fc.property(all, all, (mine, theirs) => {
    const merged = merge(mine, theirs);
    assert.equal(newerRecords(merged, theirs).size, 0);
    assert.equal(newerRecords(mine, mine).size, 0);
  }), PROPERTIES);
});

test('merging is commutative', () => {
  fc.assert(fc.property(all, all, (mine, theirs) => {
    assert.equal(sorted(merge(mine, theirs)), sorted(merge(theirs, mine)));
  }), PROPERTIES);
});

test('merging is associative', () => {
  fc.assert(fc.property(all, all, all, (one, two, three) => {
    assert.equal(sorted(merge(merge(one, two), three)), sorted(merge(one, merge(two, three))));
  }), PROPERTIES);
});

test('the newest record is never lost', () => {
  fc.assert(fc.property(all, all, (mine, theirs) => {
    const merged = merge(mine, theirs);
    for (const [key, each] of [...mine, ...theirs]) assert.ok(merged.get(key).at >= each.at);
    assert.equal(merged.size, new Set([...mine.keys(), ...theirs.keys()]).size);
  }), PROPERTIES);
});

test('a removed record stays removed when an older copy is imported', () => {
  const gone = new Map([['notes default b c', { removed: true, at: 2 }]]);
  const older = new Map([['notes default b c', { text: 'x', at: 1 }]]);
  assert.deepEqual(merge(gone, older), gone);
  assert.deepEqual(merge(older, gone), gone);
});

test('a file is read back unchanged, and equal records make equal files', () => {
  fc.assert(fc.property(all, (records) => {
    const text = writeFile(records, TODAY);
    const reading = read(text);
    assert.deepEqual(reading.faults, []);
    assert.equal(writeFile(reading.records, TODAY), text);
    assert.equal(writeFile(new Map([...records].reverse()), TODAY), text);
    assert.equal(newerRecords(records, reading.records).size, 0);
  }), PROPERTIES);
});

test('the order of fields does not matter', () => {
  const one = new Map([['notes default b c', { text: 'x', later: { y: 1, z: 2 }, at: 1 }]]);
  const other = new Map([['notes default b c', { at: 1, later: { z: 2, y: 1 }, text: 'x' }]]);
  assert.equal(sorted(one), sorted(other));
  assert.equal(newerRecords(one, other).size, 0);
});

test('undo restores what was there, except what has changed since', () => {
  fc.assert(fc.property(all, all, all, (mine, theirs, since) => {
    const changed = newerRecords(mine, theirs);
    const now = new Map([...mine, ...changed]);
    for (const [key, back] of undoImport(now, changed, mine)) {
      if (back) now.set(key, back);
      else now.delete(key);
    }
    assert.deepEqual(now, mine);
    const later = new Map([...mine, ...changed, ...since]);
    for (const key of undoImport(later, changed, mine).keys()) {
      assert.equal(JSON.stringify(later.get(key)), JSON.stringify(changed.get(key)));
    }
  }), PROPERTIES);
});

test('one meeting, with and without notes', () => {
  const own = ['lines m p i x', 'meetings m', 'ticks m p i'];
  const written = ['log x', 'notes m  ', 'notes m p i'];
  const others = ['lines default p i x', 'log y', 'meetings n', 'settings m-like', 'ticks default p m'];
  const records = new Map([...own, ...written, ...others].map((each) => [each, { at: 1 }]));
  records.get('log x').meeting = 'm';
  records.get('log y').meeting = 'n';
  assert.deepEqual([...recordsOfMeeting(records, 'm', false).keys()].sort(), own);
  assert.deepEqual([...recordsOfMeeting(records, 'm', true).keys()].sort(), [...own, ...written].sort());
});

const entry = (text, at) => ({ key: ['default', 'b', 'c'], record: { text, at } });
const file = (records) => JSON.stringify({ format: guideId(), version: 1, records });
const nested = (depth) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const deep = (depth) => file({ notes: [entry('', 1)] }).replace('"text":""', `"text":"","more":${nested(depth)}`);

test('if a key is in a file twice, the later record wins', () => {
  for (const entries of [[entry('x', 1), entry('y', 2)], [entry('y', 2), entry('x', 1)]]) {
    const { records } = read(file({ notes: entries }));
    assert.deepEqual([...records], [['notes default b c', { text: 'y', at: 2 }]]);
  }
});

test('whatever the clock said, an edit of what a file has is in a file again', () => {
  const earlier = entry('y', 1e307);
  const { records } = read(file({ notes: [entry('x', 1e308)] }));
  const pending = new Map();
  enqueue(pending, 'notes default b c', { change: (note) => ({ ...note, text: 'z' }), now: 1 });
  const edited = overlay(records, pending);
  const again = read(writeFile(edited, TODAY));
  assert.deepEqual(again.faults, []);
  assert.equal(newerRecords(edited, again.records).size, 0);
  assert.equal(newerRecords(edited, read(file({ notes: [earlier] })).records).size, 0);
});

test('ids and times that could be taken for something else', () => {
  const meeting = { name: '', when: '', with: '', goal: '', pages: [], at: 1 };
  const good = [[M], meeting];
  for (const [[id], record] of [
    good, [[M], { ...meeting, when: '2026-12-01T14:30' }], [[M], { ...meeting, when: '12026-12-01T14:30' }],
  ]) assert.deepEqual(read(file({ meetings: [{ key: [id], record }] })).faults, []);
  for (const id of ['default', 'sheet', '', `${M}\r\nX`, ` ${M}`, M.slice(1), null]) {
    assert.deepEqual(read(file({ meetings: [{ key: [id], record: meeting }] })).faults, ['records.meetings[0].key']);
  }
  for (const when of ['December 1', '2026-12-01 14:30', '2026-12-01T14:30\r\nX', 'x']) {
    assert.deepEqual(
      read(file({ meetings: [{ key: [M], record: { ...meeting, when } }] })).faults, ['records.meetings[0].record.when']);
  }
  const talk = { ...BLANK, owner: '', due: '', at: 1 };
  for (const [due, faults] of [['2026-12-01', []], ['', []], ['December 1', ['records.log[0].record.promises']]]) {
    const record = { ...talk, promises: [{ what: 'x', who: '', due }] };
    assert.deepEqual(read(file({ log: [{ key: [M], record }] })).faults, faults);
  }
});

test('at most five errors are reported', () => {
  const { faults } = read(file({ log: Array(9).fill(null) }));
  assert.deepEqual(faults, [0, 1, 2, 3, 4].map((index) => `records.log[${index}].key`));
});

test('a very long name of a store is shortened', () => {
  const { faults } = read(file({ ['x'.repeat(1e6)]: [] }));
  assert.equal(faults[0].length, 99);
});

test('bytes that are not a backup file', () => {
  const utf16 = new Uint8Array(new Uint16Array([...file({})].map((each) => each.charCodeAt(0))).buffer);
  const latin1 = Uint8Array.from(file({ notes: [entry('å', 1)] }), (each) => each.charCodeAt(0));
  for (const bytes of [utf16, latin1, new Uint8Array(), new Uint8Array([255, 254])]) {
    assert.equal(readFile(bytes).problem, 'not_ours');
  }
  for (const text of ['', '{', 'null', '"x"', '7', '[]', '[1', '['.repeat(1e6), nested(1e5)]) {
    assert.equal(read(text).problem, 'not_ours');
  }
  assert.equal(read(`\ufeff${file({})}`).problem, undefined); // as some editors write it
});

test('a record nested too deeply is rejected without a stack overflow', () => {
  assert.deepEqual(read(deep(10)).faults, []);
  assert.deepEqual(read(deep(100)).faults, ['records.notes[0].record']);
  assert.deepEqual(read(deep(50_000)).faults, ['records.notes[0].record']);
});

test('keys such as __proto__ are plain keys', () => {
  const text = file({ notes: [entry('x', 1)] }).replace('"text"', '"__proto__":{"polluted":1},"text"');
  const { records, faults } = read(text);
  assert.deepEqual(faults, []);
  assert.equal({}.polluted, undefined);
  assert.equal(records.get('notes default b c').polluted, undefined);
  assert.ok(writeFile(records, TODAY).includes('"__proto__"'));
});

test('no JSON makes reading throw', () => {
  fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (records, log) => {
    for (const text of [file(records), file({ log }), file({ log: [log] })]) read(text);
    assert.ok(read(JSON.stringify(records)).problem);
  }), PROPERTIES);
});
