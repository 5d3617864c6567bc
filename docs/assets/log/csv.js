/** Rows of texts <-> CSV (RFC 4180), for spreadsheets. Pure. */

/** What a spreadsheet would calculate or trim, at the start of a cell: a formula, a tab, a line break. */
const FORMULA = /^'*[\s\p{C}]*[-=+@\t\r\n＝＋－＠]/u;

/**
 * Begins with a byte order mark, by which Excel knows UTF-8. Excel in Norwegian parts cells at `;`.
 *
 * @param {string[][]} rows
 * @param {string} [separator]
 */
export function writeCsv(rows, separator = ',') {
  return '\ufeff' + rows.map((row) => `${row.map(cell).join(separator)}\r\n`).join('');
}

/** @param {string} text */
function cell(text) {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * The text that a cell was made of.
 *
 * @param {string} cell
 */
export function textOf(cell) {
  const text = cell.replace(/^'/, '');
  return FORMULA.test(text) ? text : cell;
}
