/** CSV (RFC 4180) for spreadsheets. Pure. */

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
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
