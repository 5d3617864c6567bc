/** A meeting in a link comes back whole; anything else in one is refused. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';

import { newerRecords, writeFile } from '../../overrides/assets/data/merge.js';
import { MAX_LENGTH, named, readLink, recordsToTake, writeLink } from '../../overrides/assets/take/link.js';

const PROPERTIES = { numRuns: 200 };
const [M, N, LINE] = [1, 2, 3].map((digit) => `00000000-0000-4000-8000-00000000000${digit}`);
const MEETING = `meetings ${M}`;
const at = fc.integer({ min: 2, max: 9 });
const text = fc.string({ unit: 'binary', maxLength: 9 });
const removed = fc.record({ removed: fc.constant(true), at });
const part = fc.constantFrom('a', 'b', 'å');
const meeting = (name = 'Kari', more = {}) => ({
  name, when: '2026-12-01T14:30', with: 'Kari', goal: 'Målet', pages: ['a'], at: 5, ...more,
});
const record = {
  ticks: fc.oneof(removed, fc.record({ state: fc.constant('done'), rev: fc.dictionary(part, text), at })),
  notes: fc.oneof(removed, fc.record({ text, at })),
  lines: fc.oneof(removed, fc.record({ text, when: text, of: text, at })),
};
const entry = fc.constantFrom('ticks', 'notes', 'lines').chain((store) =>
  fc.tuple(part, part, record[store]).map(([page, item, each]) =>
    [[store, M, page, item, ...(store === 'lines' ? [LINE] : [])].join(' '), each]));
const one = fc.tuple(fc.array(entry), fc.tuple(text, at)).map(([entries, [name, when]]) =>
  new Map([...entries, [MEETING, meeting(`.${name}`, { at: when })]]));
const OTHERS = [
  [`meetings ${N}`, meeting('Another')], [`notes ${N} a a`, { text: 'Another', at: 1 }],
  [`log ${N}`, { meeting: M, at: 1 }], [`lines default a a ${LINE}`, { text: 'Another', at: 1 }],
];

const sorted = (records) => writeFile(records, '');
const merge = (mine, theirs) => new Map([...mine, ...newerRecords(mine, theirs)]);
const nameFor = () => 'A list';
const arrived = async (link, mine = new Map()) => named(await readLink(link), mine, nameFor);
const packed = (value) => deflateRawSync(JSON.stringify(value)).toString('base64url') + 'x';
const file = (records, version = 1) => packed({ format: 'guide', version, records });
const entries = (records) => Object.fromEntries(Object.entries(records).map(([store, each]) =>
  [store, each.map(([key, value]) => ({ key, record: value }))]));

test('a meeting comes back as it was, from a text that any address can hold', async () => {
  await fc.assert(fc.asyncProperty(one, async (records) => {
    const link = await writeLink(recordsToTake(new Map([...records, ...OTHERS]), M, true));
    assert.match(link, /^[\w-]+[a-z]$/);
    assert.ok(link.length <= MAX_LENGTH);
    assert.equal(sorted(await readLink(link)), sorted(records));
  }), PROPERTIES);
});

test('without names, nobody and no note is in the link', async () => {
  await fc.assert(fc.asyncProperty(one, async (records) => {
    const taken = await readLink(await writeLink(recordsToTake(new Map([...records, ...OTHERS]), M, false)));
    const { name, with: whom, goal } = taken.get(MEETING);
    assert.deepEqual([name, whom, goal], ['', '', 'Målet']);
    assert.deepEqual([...taken.keys()].sort(), [...records.keys()].filter((each) => !/^notes/.test(each)).sort());
  }), PROPERTIES);
});

test('where a meeting comes from, and where it has come to, its link changes nothing', async () => {
  await fc.assert(fc.asyncProperty(one, one, fc.boolean(), async (mine, phone, isNamed) => {
    const link = await writeLink(recordsToTake(mine, M, isNamed));
    assert.equal(newerRecords(mine, await arrived(link, mine)).size, 0);
    const after = merge(phone, await arrived(link, phone));
    assert.equal(newerRecords(after, await arrived(link, after)).size, 0);
  }), PROPERTIES);
});

test('a meeting without its names keeps those it has, or is given one until they come', async () => {
  const desk = new Map([[MEETING, meeting('Kari')]]);
  const bare = await writeLink(recordsToTake(desk, M, false));
  const strange = merge(new Map(), await arrived(bare));
  assert.deepEqual(strange.get(MEETING), meeting('A list', { with: '', at: 4 }));
  const full = await arrived(await writeLink(recordsToTake(desk, M, true)), strange);
  assert.deepEqual(merge(strange, full), desk);
  const phone = new Map([[MEETING, meeting('Mine', { goal: 'Old', at: 1 })]]);
  assert.deepEqual(merge(phone, await arrived(bare, phone)).get(MEETING), meeting('Mine', { at: 4 }));
  const deleted = new Map([[MEETING, { removed: true, at: 1 }]]);
  assert.equal((await arrived(bare, deleted)).get(MEETING).name, 'A list');
});

const COMES = [[M], meeting()];
const tick = (id) => [[id, 'a', 'a'], { state: 'done', rev: {}, at: 1 }];
const GOOD = { meetings: [COMES], ticks: [tick(M)] };

test('a link that was cut on its way, or has more at its end, is refused', async () => {
  const link = file(entries(GOOD));
  assert.ok(await readLink(link));
  for (let length = 0; length < link.length; length += 1) {
    assert.equal(await readLink(link.slice(0, length)), undefined);
  }
  for (const more of ['AAAA', link, ' x', '%', '\0', 'å']) assert.equal(await readLink(link + more), undefined);
});

test('a link with anything but one meeting is refused', async () => {
  const TALK = Object.fromEntries(['when', 'meeting', 'with', 'channel', 'asked', 'agreed', 'open', 'owner', 'due', 'expires']
    .map((field) => [field, '']));
  const hostile = {
    'two meetings': { meetings: [COMES, [[N], meeting()]] },
    'a tick of another meeting': { meetings: [COMES], ticks: [tick(N)] },
    'a tick outside meetings': { meetings: [COMES], ticks: [tick('default')] },
    'a note of another meeting': { meetings: [COMES], notes: [[[N, '', ''], { text: '', at: 1 }]] },
    'a log entry': { meetings: [COMES], log: [[[M], { ...TALK, at: 1 }]] },
    'a setting': { meetings: [COMES], settings: [[[M], { value: 1, at: 1 }]] },
    'no meeting': { ticks: [tick(M)] },
    'a removed meeting': { meetings: [[[M], { removed: true, at: 9 }]], ticks: [tick(M)] },
    'a wrong shape': { meetings: [[[M], meeting(7)]] },
    'a wrong key': { meetings: [[[`${M} x`], meeting()]] },
    'a wrong time': { meetings: [[[M], meeting('x', { at: 'x' })]] },
    'a wrong day': { meetings: [[[M], meeting('x', { when: 'December' })]] },
    'no meeting at all': { meetings: [[['default'], meeting()]] },
    'nothing': {},
  };
  for (const [what, records] of Object.entries(hostile)) {
    assert.equal(await readLink(file(entries(records))), undefined, what);
  }
  for (const value of [null, 7, [], { format: 'another', version: 1, records: {} }]) {
    assert.equal(await readLink(packed(value)), undefined);
  }
  assert.equal(await readLink(file(entries(GOOD), 2)), undefined);
  assert.equal(await readLink(file({ ...entries(GOOD), ['__proto__ x']: [] })), undefined);
  assert.equal({}.at, undefined);
});

test('a link that is too long, or too much once it is decompressed, is refused', async () => {
  const noted = (note) => file(entries({ ...GOOD, notes: [[[M, '', ''], { text: note, at: 1 }]] }));
  assert.ok(await readLink(noted('a'.repeat(200_000))));
  const bomb = noted('a'.repeat(4_000_000));
  assert.ok(bomb.length < MAX_LENGTH);
  assert.equal(await readLink(bomb), undefined);
  const long = noted(Array.from({ length: 3000 }, (_, index) => index * 7919).join());
  assert.ok(long.length > MAX_LENGTH);
  assert.equal(await readLink(long), undefined);
});

test('no text makes reading throw', async () => {
  await fc.assert(fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue().map(packed)), async (link) => {
    assert.equal(await readLink(link), undefined);
  }), PROPERTIES);
});
