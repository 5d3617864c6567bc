/** Validation of records, with the first invalid field. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';

import { fault } from '../../overrides/assets/store/record.js';

const STORES = ['ticks', 'notes', 'lines', 'meetings', 'log', 'settings'];
const tick = { state: 'done', rev: {}, at: 1 };
const talk = {
  when: '', meeting: 'default', with: '', channel: '', asked: '', agreed: '', open: '', owner: '', due: '', expires: '', at: 1,
};
const promise = { what: 'Send it', who: 'Kari', due: '2026-12-01' };
const meeting = { name: '', when: '', with: '', goal: '', pages: [], at: 1 };

test('valid records of each store, and unknown fields', () => {
  for (const [store, record] of [
    ['ticks', tick],
    ['ticks', { ...tick, state: 'not-relevant', before: tick }],
    ['ticks', { ...tick, later: 'x' }],
    ['notes', { text: '<script>', at: 1 }],
    ['lines', { text: 'No.', when: '', of: '', at: 1 }],
    ['meetings', meeting],
    ['meetings', { ...meeting, archived: true }],
    ['log', talk],
    ['log', { ...talk, promises: [] }],
    ['log', { ...talk, promises: [promise, { ...promise, settled: true, later: 1 }] }],
    ['settings', { value: null, at: 1 }],
  ]) {
    assert.equal(fault(store, record), undefined);
  }
});

test('the first invalid field', () => {
  for (const [store, record, field] of [
    ['ticks', null, ''],
    ['ticks', 'done', ''],
    ['ticks', { ...tick, at: NaN }, 'at'],
    ['ticks', { ...tick, state: 'open' }, 'state'],
    ['ticks', { ...tick, rev: null }, 'rev'],
    ['ticks', { ...tick, before: 1 }, 'before'],
    ['notes', { at: 1 }, 'text'],
    ['meetings', { ...meeting, pages: [1] }, 'pages'],
    ['meetings', { ...meeting, archived: 'yes' }, 'archived'],
    ['log', { ...talk, promises: {} }, 'promises'],
    ['log', { ...talk, promises: [promise, null] }, 'promises'],
    ['log', { ...talk, promises: [{ ...promise, settled: false }] }, 'promises'],
    ['log', { ...talk, promises: [{ what: '', who: '' }] }, 'promises'],
  ]) {
    assert.equal(fault(store, record), field);
  }
});

test('a tombstone is valid in any store', () => {
  for (const store of STORES) {
    assert.equal(fault(store, { removed: true, at: 1 }), undefined);
  }
});

test('no JSON makes validation throw', () => {
  fc.assert(fc.property(fc.constantFrom(...STORES), fc.jsonValue(), (store, value) => {
    const field = fault(store, value);
    assert.ok(field === undefined || typeof field === 'string');
  }));
});
