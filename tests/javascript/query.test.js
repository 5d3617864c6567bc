import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';

import { meaningful } from '../../docs/assets/site/query.js';

const noise = new Set(['på', 'meg', 'for']);

test('words that say nothing are left out', () => {
  assert.equal(meaningful('skriker  på Meg', noise), 'skriker');
  assert.equal(meaningful('', noise), '');
});

test('a query of such words alone stays as it is', () => {
  assert.equal(meaningful('for meg', noise), 'for meg');
});

test('no other word is lost, and the order stays', () => {
  const words = fc.array(fc.constantFrom('på', 'meg', 'for', 'truer', 'kunde', 'nei'));
  fc.assert(fc.property(words, (given) => {
    const others = given.filter((word) => !noise.has(word));
    const kept = meaningful(given.join(' '), noise).split(' ').filter(Boolean);
    assert.deepEqual(kept, others.length ? others : given);
  }));
});
