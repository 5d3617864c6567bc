/**
 * The log as a table: a row for each promise, and one for an entry without any. Pure.
 *
 * @typedef {import('./entries.js').Entry} Entry
 */

import { isOverdue } from './entries.js';

const COLUMNS = ['when', 'with', 'channel', 'meeting', 'asked', 'agreed', 'open', 'who', 'what', 'due', 'state'];

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
export function rowsOf(entry, { settled, late }, today) {
  const rows = entry.promises.map((promise) => ({
    ...promise, state: promise.settled ? settled : isOverdue(promise, today) ? late : '' }));
  const question = { state: entry['settled'] ? settled : '' };
  return (rows.length ? rows : [question]).map((row) => cellsOf({ ...entry, ...row }));
}
