/** Merging two texts of a note loses nothing. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';

import { mergeTexts } from '../../overrides/assets/own/merge-texts.js';

const text = fc.oneof(fc.constantFrom('', 'a', 'ab', 'abc'), fc.string());

test('the merged note contains both texts', () => {
  fc.assert(fc.property(text, text, text, (mine, base, theirs) => {
    const both = mergeTexts(mine, base, theirs);
    if (mine !== base) assert.ok(both.startsWith(mine));
    if (theirs !== base) assert.ok(both.includes(theirs));
  }));
});

test('if only one side changed the note, its text wins', () => {
  fc.assert(fc.property(text, text, (base, changed) => {
    assert.equal(mergeTexts(base, base, changed), changed);
    assert.equal(mergeTexts(changed, base, base), changed);
  }));
});
