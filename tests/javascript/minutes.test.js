/** Minutes: no empty fields, and every line as it was typed. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';

import { promiseLine, writeLetter, writeMinutes } from '../../overrides/assets/log/minutes.js';
import { formatLocal } from '../../overrides/assets/site/time.js';

const NORWEGIAN = {
  minutes: 'Referat', with: 'Med', asked: 'Bedt om', agreed: 'Avtalt', open: 'Ikke avklart', promises: 'Hvem gjør hva',
  by: 'innen', settled: 'avklart', greeting: 'Hei!', locale: 'nb-NO',
};
const ENGLISH = {
  minutes: 'Minutes', with: 'With', asked: 'Asked for', agreed: 'Agreed', open: 'Still open', promises: 'Who does what',
  by: 'by', settled: 'settled', greeting: 'Hello,', locale: 'en-GB',
};
/** Versions of Node.js differ in the comma after an English weekday. */
const withoutComma = (/** @type {string} */ text) => text.replace(/(day),/g, '$1');
const EMPTY = { when: '2026-12-01', meeting: '', with: '', asked: '', agreed: '', open: '', promises: [] };
const FULL = {
  when: '2026-12-01T14:30',
  meeting: 'Kontrakten',
  with: 'innkjøper, Nordlys',
  asked: 'Alt ferdig før helgen',
  agreed: 'Del 1 leveres fredag\n\n- Del 2 leveres *etter* jul\n',
  open: 'Hvem tester?\r\nHva koster del 2?',
  promises: [
    { who: 'Kari', what: 'sender utkast', due: '2026-12-04' },
    { who: '', what: 'Booke rom', due: '', settled: true },
    { who: 'Per', what: '', due: '' },
  ],
};

test('a letter has the meeting, the people, what was said, and who does what', () => {
  assert.equal(writeLetter(FULL, NORWEGIAN), `Hei!

Referat: Kontrakten, tirsdag 1. desember 2026 kl. 14:30
Med: innkjøper, Nordlys

Bedt om: Alt ferdig før helgen

Avtalt:
- Del 1 leveres fredag
- Del 2 leveres *etter* jul

Ikke avklart:
- Hvem tester?
- Hva koster del 2?

Hvem gjør hva:
- Kari: sender utkast, innen fredag 4. desember 2026
- Booke rom (avklart)
- Per`);
});

test('a promise with a date alone', () => {
  assert.equal(withoutComma(promiseLine({ who: '', what: '', due: '2026-12-04' }, ENGLISH)), 'by Friday 4 December 2026');
  assert.equal(promiseLine({ who: ' ', what: '', due: '', settled: true }, ENGLISH), '');
});

test('empty fields are left out, whatever white space they contain', () => {
  const nothing = fc.array(fc.constantFrom('', ' ', '\t', '- ', '\r', ' *'), { maxLength: 5 }).map((lines) => lines.join('\n'));
  const blank = fc.record({ asked: nothing, open: nothing, with: nothing, meeting: nothing });
  fc.assert(fc.property(blank, (texts) => {
    assert.equal(writeMinutes({ ...EMPTY, ...texts }, ENGLISH), '');
    const written = writeMinutes({ ...EMPTY, ...texts, agreed: 'x' }, ENGLISH);
    assert.equal(withoutComma(written), 'Minutes: Tuesday 1 December 2026\n\nAgreed: x');
  }));
});

test('each typed line is a line of the minutes, unchanged', () => {
  const line = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => `x${text.replace(/\s/g, ' ')}x`);
  fc.assert(fc.property(fc.array(line, { minLength: 2 }), (lines) => {
    const [, , ...written] = writeMinutes({ ...EMPTY, agreed: lines.join('\n') }, ENGLISH).split('\n');
    assert.deepEqual(written, ['Agreed:', ...lines.map((text) => `- ${text}`)]);
  }));
});

test('times are local, and other texts are unchanged', () => {
  assert.equal(formatLocal('2026-03-29T02:30', 'nb-NO'), 'søndag 29. mars 2026 kl. 02:30');
  assert.equal(withoutComma(formatLocal('1970-01-01', 'en-GB')), 'Thursday 1 January 1970');
  for (const none of ['', 'soon', '999999-01-01', '2026-13-01T10:00']) assert.equal(formatLocal(none, 'nb-NO'), none);
});
