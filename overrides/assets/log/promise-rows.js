/**
 * The promises in the form of the log: a row each, at least one. Rows without a text are no promises.
 *
 * @typedef {import('./entries.js').Promised} Promised
 */

import { fromTemplate } from '../site/forms.js';

const list = /** @type {HTMLElement} */ (document.querySelector('.log-promises > ul'));
/** @type {WeakMap<Element, Record<string, any>>} Row -> the promise as it was: a row does not show all of it. */
const shown = new WeakMap();

/** @param {Element} row @returns {NodeListOf<HTMLInputElement>} */
const inputs = (row) => row.querySelectorAll('[data-part]');

/** @param {Promised[]} [promises] */
export function fillRows(promises = []) {
  list.replaceChildren(...(promises.length ? promises : [{}]).map(makeRow));
}

/** @returns {Promised[]} */
export function readRows() {
  const rows = /** @type {any[]} */ ([...list.children].map((row) => ({
    ...shown.get(row),
    ...Object.fromEntries([...inputs(row)].map(({ dataset, value }) => [dataset['part'], value])),
  })));
  return rows.filter(({ what, who, due }) => `${what}${who}${due}`.trim());
}

export function addRow() {
  focus(list.appendChild(makeRow()));
}

/** @param {Element} button Of the row. */
export function removeRow(button) {
  const row = /** @type {Element} */ (button.closest('li'));
  focus(row.nextElementSibling ?? row.previousElementSibling ?? list.appendChild(makeRow()));
  row.remove();
}

/** @param {Element} row */
function focus(row) {
  row.querySelector('input')?.focus();
}

/** @param {Record<string, any>} [promise] */
function makeRow(promise = {}) {
  const row = fromTemplate('#log-row', {});
  shown.set(row, promise);
  for (const input of inputs(row)) input.value = promise[input.dataset['part'] ?? ''] ?? '';
  return row;
}
