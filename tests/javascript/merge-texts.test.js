/** Merging two texts of a note loses nothing. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';

import { mergeTexts } from '../../overrides/assets/store/merge-texts.js';

const text = fc.oneof(fc.constantFrom('', 'a', 'ab', 'a\nb', 'b'), fc.string());

/** The lines of a text, without empty ones. */
function lines(text) {
  return text.split('\n').filter((line) => line.trim());
}

test('the merged note has every line of both texts', () => {
  fc.assert(fc.property(text, text, text, (mine, base, theirs) => {
    const both = lines(mergeTexts(mine, base, theirs));
    if (mine !== base) for (const line of lines(mine)) assert.ok(both.includes(line));
    if (theirs !== base) for (const line of lines(theirs)) assert.ok(both.includes(line));
  }));
});

test('if only one side changed the note, its text wins', () => {
  fc.assert(fc.property(text, text, (base, changed) => {
    assert.equal(mergeTexts(base, base, changed), changed);
    assert.equal(mergeTexts(changed, base, base), changed);
  }));
});

test('two tabs that take over each other’s text come to an end', () => {
  fc.assert(fc.property(text, text, text, (mine, base, theirs) => {
    const merged = mergeTexts(mine, base, theirs);
    assert.equal(mergeTexts(merged, theirs, merged), merged);
    if (mine !== base) assert.equal(mergeTexts(mine, base, merged), merged);
  }));
});

test('a text that is part of a word is not there', () => {
  assert.equal(mergeTexts('Perhaps tomorrow', '', 'Per'), 'Perhaps tomorrow\n\nPer');
});
