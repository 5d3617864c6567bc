/** What a guide keeps and writes is named by its id. */

import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

import { makeCalendar } from '../../overrides/assets/calendar/calendar.js';
import { readFile, writeFile } from '../../overrides/assets/data/merge.js';
import { guideId } from '../../overrides/assets/site/guide.js';

const EVENT = { uid: 'u', title: 'T', text: 'D', url: 'https://guide.example/', start: '2028-02-28', end: '2028-02-29' };

/** As on a page of the guide. @param {string} guide */
function openGuide(guide) {
  const querySelector = () => ({ dataset: { guide } });
  Object.assign(globalThis, { document: { querySelector } });
}

afterEach(() => Reflect.deleteProperty(globalThis, 'document'));

test('there is an id without a page', () => {
  assert.match(guideId(), /^[a-z][a-z0-9-]*$/);
});

test('a copy can be read by its own guide only', () => {
  openGuide('one');
  const copy = new TextEncoder().encode(writeFile(new Map([['settings x', { at: 1, removed: true }]]), ''));
  assert.equal(readFile(copy).records.size, 1);
  openGuide('two');
  assert.deepEqual(readFile(copy), { records: new Map(), faults: [], problem: 'not_ours' });
});

test('the events of two guides never replace each other', () => {
  openGuide('one');
  assert.match(makeCalendar([EVENT], 0), /PRODID:-\/\/one\/\/EN\r\n.*UID:u@one\r\n/s);
  openGuide('two');
  assert.match(makeCalendar([EVENT], 0), /PRODID:-\/\/two\/\/EN\r\n.*UID:u@two\r\n/s);
});
