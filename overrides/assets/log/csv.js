/** CSV (RFC 4180) for spreadsheets. Pure. */

/** The start of a cell that a spreadsheet would calculate or trim: a formula, a tab, a line break. */
const FORMULA = /^'*[\s\p{C}]*[-=+@\t\r\n＝＋－＠]/u;
/** Where a cell would start if a program took another character for the separator. */
const INNER_FORMULA = /(?<=[\t\r\n]\s*|[,;])(?=[-=+@＝＋－＠]\S)/gu;

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
  const inner = text.replace(INNER_FORMULA, "'");
  const safe = FORMULA.test(text) ? `'${inner}` : inner;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
