/**
 * The log as a table: a row for each promise, and one for an entry without any. As text it is CSV
 * (RFC 4180) for spreadsheets. Pure.
 *
 * @typedef {import('./entries.js').Entry} Entry
 */

import { isOverdue } from './entries.js';

const COLUMNS = ['when', 'with', 'channel', 'meeting', 'asked', 'agreed', 'open', 'who', 'what', 'due', 'state'];

/** The start of a cell that a spreadsheet would calculate or trim: a formula, a tab, a line break. */
const FORMULA = /^'*[\s\p{C}]*[-=+@\t\r\n＝＋－＠]/u;

/**
 * Starts with a byte order mark, so that Excel reads it as UTF-8. Excel in Norwegian expects `;`.
 *
 * @param {string[][]} rows
 * @param {string} [separator]
 */
export function writeCsv(rows, separator = ',') {
  return '\ufeff' + rows.map((row) => `${row.map(cell).join(separator)}\r\n`).join('');
}

/** @param {string} text */
function cell(text) {
  return `"${FORMULA.test(text) ? "'" : ''}${text.replaceAll('"', '""')}"`;
}

/**
 * A row, or the names of the columns.
 *
 * @param {Record<string, any>} texts By column.
 * @returns {string[]}
 */
export function cellsOf(texts) {
  return COLUMNS.map((name) => texts[name] ?? '');
}

/**
 * @param {Entry} entry With the names of its channel and its meeting.
 * @param {{settled: string, late: string}} words
 * @param {string} today
 */
export function rowsOf(entry, words, today) {
  const { promises, settled } = entry;
  const rows = promises.length ? promises : [{ what: '', who: '', due: '', settled }];
  return rows.map((row) => cellsOf({
    ...entry, ...row, state: row.settled ? words.settled : isOverdue(row, today) ? words.late : '' }));
}
