/** Minutes: no empty fields, and Markdown shows what was typed. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';

import { MARKDOWN, PLAIN, writeMinutes } from '../../overrides/assets/log/minutes.js';
import { formatLocal } from '../../overrides/assets/site/time.js';

const NORWEGIAN = {
  minutes: 'Referat', asked: 'Bedt om', agreed: 'Avtalt', open: 'Åpent', owner: 'Ansvarlig', due: 'Frist', locale: 'nb-NO',
};
const ENGLISH = {
  minutes: 'Minutes', asked: 'Asked for', agreed: 'Agreed', open: 'Open', owner: 'Owner', due: 'Due', locale: 'en-GB',
};
/** Versions of Node.js differ in the comma after an English weekday. */
const withoutComma = (/** @type {string} */ text) => text.replace(/(day),/g, '$1');
const EMPTY = { when: '2026-12-01', with: '', asked: '', agreed: '', open: '', owner: '', due: '' };
const FULL = {
  when: '2026-12-01T14:30',
  with: 'innkjøper, Nordlys',
  asked: 'Alt ferdig før helgen',
  agreed: 'Del 1 leveres fredag\n\n- Del 2 leveres *etter* jul\n',
  open: 'Hvem tester?\r\nHva koster del 2?',
  owner: 'Kari',
  due: '2026-12-04',
};

test('minutes in Norwegian, for an e-mail', () => {
  assert.equal(writeMinutes([FULL], NORWEGIAN, PLAIN), `Referat: tirsdag 1. desember 2026 kl. 14:30, innkjøper, Nordlys

Bedt om: Alt ferdig før helgen

Avtalt:
- Del 1 leveres fredag
- Del 2 leveres *etter* jul

Åpent:
- Hvem tester?
- Hva koster del 2?

Ansvarlig: Kari

Frist: fredag 4. desember 2026`);
});

test('minutes in English, as Markdown', () => {
  const second = { ...EMPTY, agreed: '1. <b>Yes</b>', owner: '#1' };
  assert.equal(withoutComma(writeMinutes([{ ...FULL, asked: '', open: '' }, second], ENGLISH, MARKDOWN)), `## Minutes: Tuesday 1 December 2026 at 14:30, innkjøper, Nordlys

**Agreed:**
- Del 1 leveres fredag
- Del 2 leveres \\*etter\\* jul

**Owner:** Kari

**Due:** Friday 4 December 2026


## Minutes: Tuesday 1 December 2026

**Agreed:** 1\\. \\<b\\>Yes\\</b\\>

**Owner:** \\#1`);
});

test('empty fields are left out, whatever white space they contain', () => {
  const nothing = fc.array(fc.constantFrom('', ' ', '\t', '- ', '\r', ' *'), { maxLength: 5 }).map((lines) => lines.join('\n'));
  const style = fc.constantFrom(PLAIN, MARKDOWN);
  const blank = fc.record({ asked: nothing, open: nothing, owner: nothing, with: nothing });
  fc.assert(fc.property(blank, style, (texts, style) => {
    assert.equal(writeMinutes([{ ...EMPTY, ...texts }], ENGLISH, style), '');
    const [title, strong] = style;
    assert.equal(
      withoutComma(writeMinutes([{ ...EMPTY, ...texts, agreed: 'x' }, EMPTY], ENGLISH, style)),
      `${title}Minutes: Tuesday 1 December 2026\n\n${strong}Agreed:${strong} x`,
    );
  }));
  assert.equal(writeMinutes([], ENGLISH, PLAIN), '');
});

test('each typed line is a line of the minutes, unchanged in plain text', () => {
  const line = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => `x${text.replace(/\s/g, ' ')}x`);
  fc.assert(fc.property(fc.array(line, { minLength: 2 }), (lines) => {
    const entry = { ...EMPTY, agreed: lines.join('\n') };
    const [, , ...plain] = writeMinutes([entry], ENGLISH, PLAIN).split('\n');
    assert.deepEqual(plain, ['Agreed:', ...lines.map((text) => `- ${text}`)]);
    const [, , , ...marked] = writeMinutes([entry], ENGLISH, MARKDOWN).split('\n');
    assert.deepEqual(marked.map((text) => text.slice(2).replace(/\\([!-/:-@[-`{-~])/g, '$1')), lines);
  }));
});

test('Markdown for lists, titles and rules is escaped', () => {
  const cases = [['+ 5', '\\+ 5'], ['--- ', '\\---'], ['=====', '\\====='], ['12) b', '12\\) b'], ['v. 2.1', 'v. 2.1']];
  for (const [typed, written] of cases) {
    assert.ok(writeMinutes([{ ...EMPTY, agreed: typed }], ENGLISH, MARKDOWN).endsWith(`** ${written}`), typed);
  }
});

test('times are local, and other texts are unchanged', () => {
  assert.equal(formatLocal('2026-03-29T02:30', 'nb-NO'), 'søndag 29. mars 2026 kl. 02:30');
  assert.equal(withoutComma(formatLocal('1970-01-01', 'en-GB')), 'Thursday 1 January 1970');
  for (const none of ['', 'soon', '999999-01-01', '2026-13-01T10:00']) assert.equal(formatLocal(none, 'nb-NO'), none);
});
