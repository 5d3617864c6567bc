/** CSV: any text can be read back, and no cell is a formula. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';

import { writeCsv } from '../../overrides/assets/log/csv.js';

const DANGER = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
const unit = fc.oneof(fc.constantFrom(...DANGER, "'", '"', ',', ';', ' ', '\u00a0', '\u200b', '\ufeff', '\0'), fc.string({ maxLength: 2 }));
const text = fc.array(unit, { maxLength: 12 }).map((parts) => parts.join(''));
const rows = fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { maxLength: 5 });

/**
 * A reader of RFC 4180: rows end with CRLF, and what holds a quote, a separator or a line break is quoted.
 *
 * @param {string} file
 * @param {string} separator
 */
function read(file, separator) {
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^"\r\n${separator}]*))(${separator}|\r\n)`, 'y');
  const found = [[]];
  while (cell.lastIndex < file.length) {
    const match = cell.exec(file);
    assert.ok(match, 'not RFC 4180');
    found.at(-1).push(match[1]?.replaceAll('""', '"') ?? match[2]);
    if (match[3] === '\r\n') found.push([]);
  }
  assert.deepEqual(found.pop(), []);
  return found;
}

test('any texts are read back unchanged, except for apostrophes before formulas', () => {
  fc.assert(fc.property(rows, fc.constantFrom(',', ';'), (rows, separator) => {
    const file = writeCsv(rows, separator);
    assert.equal(file[0], '\ufeff');
    const cells = read(file.slice(1), separator);
    assert.deepEqual(cells.map((row) => row.length), rows.map((row) => row.length));
    const typed = (text) => text.replaceAll("'", '');
    assert.deepEqual(cells.flat().map(typed), rows.flat().map(typed));
  }));
});

test('no cell begins with a formula, even after spaces', () => {
  fc.assert(fc.property(text, (text) => {
    const [[cell]] = read(writeCsv([[text]]).slice(1), ',');
    assert.doesNotMatch(cell, /^[\s\p{Cc}\p{Cf}]*[-=+@＝＋－＠]/u);
    assert.doesNotMatch(cell, /^[\t\r\n]/);
  }), { numRuns: 1000 });
});

test('harmless texts are left alone', () => {
  for (const harmless of ['', 'a=b', "'quoted'", 'x - y', '1', '90 %', "'", 'kr 100,-', 'Ja, -10 %', 'En\n- to']) {
    assert.deepEqual(read(writeCsv([[harmless]]).slice(1), ','), [[harmless]]);
  }
});

test('each start of a formula gets an apostrophe', () => {
  for (const sign of DANGER) {
    for (const before of ['', ' ', '\u00a0', '\u200b']) {
      const [[cell]] = read(writeCsv([[`${before}${sign}1+1`]]).slice(1), ',');
      assert.equal(cell, `'${before}${sign}1+1`);
    }
  }
});

test('rows end with CRLF, and cells have quotes', () => {
  assert.equal(writeCsv([['a', 'b,c'], ['d"e', 'f\ng']]), '\ufeff"a","b,c"\r\n"d""e","f\ng"\r\n');
  assert.equal(writeCsv([['a', 'b,c']], ';'), '\ufeff"a";"b,c"\r\n');
});
