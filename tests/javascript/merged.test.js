/** Two texts of one note: nothing that stands in one of them only is lost. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';

import { mergeTexts } from '../../docs/assets/own/merged.js';

const text = fc.oneof(fc.constantFrom('', 'a', 'ab', 'abc'), fc.string());

test('what is typed and what another tab wrote both stand in the note', () => {
  fc.assert(fc.property(text, text, text, (mine, base, theirs) => {
    const both = mergeTexts(mine, base, theirs);
    if (mine !== base) assert.ok(both.startsWith(mine));
    if (theirs !== base) assert.ok(both.includes(theirs));
  }));
});

test('who changed nothing follows, and who alone changed it is followed', () => {
  fc.assert(fc.property(text, text, (base, changed) => {
    assert.equal(mergeTexts(base, base, changed), changed);
    assert.equal(mergeTexts(changed, base, base), changed);
  }));
});
