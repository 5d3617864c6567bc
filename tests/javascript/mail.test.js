/** Addresses of an e-mail: every mail program takes them, and what fits is in them. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';

import { mailAddress } from '../../overrides/assets/log/mail.js';

const LONGEST = 2048; // Windows hands on no more to its mail program
const NOTE = '(Det er ikke plass til mer.)';
const long = fc.array(fc.oneof(fc.constantFrom('å', '\n', '\r\n', ' ', '🧗🏽', '\ud83e', '&', '%'), fc.string({ unit: 'binary' })),
  { maxLength: 3000, size: 'max' }).map((parts) => parts.join(''));

/** @param {string} address */
function read(address) {
  const query = new URLSearchParams(address.replace(/^mailto:\?/, '').replaceAll('+', '%2B'));
  return [query.get('subject'), query.get('body')];
}

test('a short text is there whole, and its lines end as in an e-mail', () => {
  const address = mailAddress('Referat: Å & så', 'Hei!\n\nKari + Per: 100 %', NOTE);
  assert.deepEqual(read(address), ['Referat: Å & så', 'Hei!\r\n\r\nKari + Per: 100 %']);
});

test('a long text is cut between two words, and says so', () => {
  const [, body] = read(mailAddress('x', 'ære og gull '.repeat(300), NOTE));
  assert.match(body, /^(ære og gull )+((ære|ære og) )?…\r\n\r\n\(Det er ikke plass til mer\.\)$/);
  assert.ok(body.length > 700);
});

test('no address is too long, whatever is in it', () => {
  fc.assert(fc.property(long, long, (subject, body) => {
    const address = mailAddress(subject, body, NOTE);
    assert.ok(address.length <= LONGEST);
    assert.doesNotMatch(address.slice(8), /[\s&]{2}|\?/);
  }), { numRuns: 200 });
});
