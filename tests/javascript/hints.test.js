/** Hints: what looks like a national identity number, a telephone number or an e-mail address. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';

import { hintsIn } from '../../overrides/assets/log/hints.js';

/** @type {Record<string, string[]>} */
const CASES = {
  identity: [
    '01010750160', 'fnr. 010107 50160.', 'Kari (15076500565) ba om', '010107\u00a050160', 'D-nummer: 41010750154',
  ],
  phone: [
    '22 33 44 55', '223 34 455', 'Ring 912 34 567!', '(91 23 45 67)', '91234567', 'mobil: 41234567.', '22\u00a033\u00a044\u00a055',
    '+47 22 33 44 55', '+4722334455', '0047 22334455', '+44 (0)20 7946 0018', '+1 555-010-9999', 'tlf.22 33 44 55',
    'Hun ringte 91234567 to ganger', 'Gjelder saken. Kari har 91234567', '91234567\n91234568',
    '800 12 345', 'Nås på 91234567, hele dagen',
  ],
  email: ['kari@nordlys.example', 'Send til <kari.n+sak@post.nordlys.no>', 'ÅSE@blåbær.no', 'mailto:a@b.co'],
  none: [
    '', '150 000 kroner', '2 500 000 kr', '45 000 000', '45000000 kr', '91234567 NOK', '99 999 999,50', '91234567.50',
    '2026-12-01', '01.12.2026', '2026-12-01T14:30', '20261201', '01122026', '01 12 2026', 'kl. 14:30–15:30', '1/12-2026',
    '12345678', '22334455', 'ordre 20261234567', 'ordre 91234567', 'Ordrenummer: 91234567', 'order no. 91234567', 'faktura 40012345',
    'saksnr. 91234567', 'SAK-91234567', '#91234567', '2026/91234567', '91234567/26', 'KID 9123456789012', 'org.nr. 987 654 321',
    'konto 1234 56 78903', '91 23 45 67 89 10', 'levering 30012345', 'endring 20261201', '+15 %', '+150 000 000 kroner',
    '0012345678', '81.27.48.12', 'versjon 10.11.12.13', '112', '116 117', '5 + 12345678',
    '01010750161', '00000000000', '01130750160', 'uuid 5e0f01010750160',
    'møte @ kl. 10', '@kari', 'a@b', '3 stk @ 4.50', 'stk@4.50',
  ],
};

for (const [kind, texts] of Object.entries(CASES)) {
  test(`${kind}: ${texts.length} cases`, () => {
    for (const text of texts) assert.deepEqual(hintsIn(text), kind === 'none' ? [] : [kind], text);
  });
}

test('all kinds found are returned', () => {
  assert.deepEqual(hintsIn('Kari, 010107 50160, 912 34 567,\nkari@nordlys.example'), ['identity', 'phone', 'email']);
});

/** The check digit by Skatteetaten: 11 minus the remainder; none if that is 10. */
function control(digits, weights) {
  const sum = weights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0);
  return String((11 - (sum % 11)) % 11);
}

test('every valid number is detected, and none with one digit changed', () => {
  const two = (least, most) => fc.integer({ min: least, max: most }).map((number) => String(number).padStart(2, '0'));
  const nine = fc.tuple(fc.oneof(two(1, 31), two(41, 71)), two(1, 12), two(0, 99), two(0, 99), fc.integer({ min: 0, max: 9 }));
  fc.assert(fc.property(nine, fc.nat(10), fc.integer({ min: 1, max: 9 }), (parts, at, change) => {
    const first = parts.join('') + control(parts.join(''), [3, 7, 6, 1, 8, 9, 4, 5, 2]);
    const number = first + control(first, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
    fc.pre(number.length === 11);
    assert.deepEqual(hintsIn(`x ${number}.`), ['identity']);
    assert.deepEqual(hintsIn(`${number.slice(0, 6)} ${number.slice(6)}`), ['identity']);
    const wrong = number.slice(0, at) + ((Number(number[at]) + change) % 10) + number.slice(at + 1);
    assert.ok(!hintsIn(wrong).includes('identity'), wrong);
  }));
});

test('a long text is checked fast', () => {
  for (const part of ['9', '+4', '1 ', 'a@', 'ring ', '@.', '((', 'ordre']) {
    const begun = performance.now();
    hintsIn(part.repeat(500_000));
    assert.ok(performance.now() - begun < 1000, part);
  }
});
