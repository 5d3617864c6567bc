import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';

import { withoutStopWords } from '../../overrides/assets/site/query.js';

const stopWords = new Set(['på', 'meg', 'for']);

test('stop words are removed', () => {
  assert.equal(withoutStopWords('skriker  på Meg', stopWords), 'skriker');
  assert.equal(withoutStopWords('', stopWords), '');
});

test('a query of stop words only is unchanged', () => {
  assert.equal(withoutStopWords('for meg', stopWords), 'for meg');
});

test('no other word is lost, and the order is kept', () => {
  const words = fc.array(fc.constantFrom('på', 'meg', 'for', 'truer', 'kunde', 'nei'));
  fc.assert(fc.property(words, (given) => {
    const others = given.filter((word) => !stopWords.has(word));
    const kept = withoutStopWords(given.join(' '), stopWords).split(' ').filter(Boolean);
    assert.deepEqual(kept, others.length ? others : given);
  }));
});
