/** Edits of one record in two tabs. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';

import { mergeFields } from '../../overrides/assets/store/edit.js';

const field = fc.constantFrom('asked', 'name', 'due', 'pages');
const value = fc.constantFrom('x', 'y', 'z');
const edits = fc.dictionary(field, value).map((texts) => (
  'pages' in texts ? { ...texts, pages: [texts.pages] } : texts));
const base = { asked: 'a', name: 'n', due: '2026-01-01', pages: ['p'], settled: true, at: 1 };

test('fields that one tab has changed survive what the other has changed', () => {
  fc.assert(fc.property(edits, edits, (mine, theirs) => {
    const stored = { ...base, ...theirs, at: 2 };
    const merged = mergeFields(base, { ...base, ...mine }, stored);
    for (const [name, text] of Object.entries(merged)) {
      if (!(name in mine)) assert.deepEqual(text, stored[name]);
      else if (!(name in theirs)) assert.deepEqual(text, mine[name]);
    }
  }));
});

test('nothing that was changed is nothing to write', () => {
  fc.assert(fc.property(edits, (theirs) => {
    const stored = { ...base, ...theirs };
    assert.equal(mergeFields(base, base, stored), stored);
    assert.equal(mergeFields(base, theirs, stored), stored); // both the same
    assert.equal(mergeFields({ at: 1 }, { due: '' }, stored), stored); // an empty field of a form
  }));
});

test('what both have changed', () => {
  for (const [name, before, mine, theirs, merged] of [
    ['asked', 'a', 'a\nb', 'a\nc', 'a\nb\n\na\nc'],
    ['with', '', 'Kari', 'Ola', 'Kari / Ola'],
    ['with', '', 'Kari', 'Ola / Kari', 'Ola / Kari'],
    ['due', '', '2026-01-02', '2026-01-03', '2026-01-02'],
    ['pages', ['a', 'b'], ['b', 'c'], ['a', 'b', 'd'], ['b', 'd', 'c']],
    ['promises', [{ what: 'a' }], [{ what: 'a' }, { what: 'b' }], [{ what: 'c' }], [{ what: 'c' }, { what: 'b' }]],
    ['settled', true, undefined, true, undefined],
  ]) {
    assert.deepEqual(mergeFields({ [name]: before }, { [name]: mine }, { [name]: theirs }), { [name]: merged });
  }
});

test('a new record, and one that another tab has removed', () => {
  assert.deepEqual(mergeFields(undefined, { due: 'x' }, {}), { due: 'x' });
  assert.equal(mergeFields(base, { due: 'x' }, undefined), undefined);
});
