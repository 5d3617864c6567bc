/**
 * The promises in the form of the log: a row each, at least one. Rows without a text are no promises.
 *
 * @typedef {import('./entries.js').Promised} Promised
 */

import { fromTemplate } from '../site/forms.js';

const fieldset = /** @type {HTMLElement} */ (document.querySelector('.log-promises'));
const list = /** @type {HTMLElement} */ (fieldset.querySelector('ul'));
/** @type {WeakMap<Element, Promised>} Row -> the promise as it was: a row does not show all of it. */
const shown = new WeakMap();

/** @param {Element} row @returns {NodeListOf<HTMLInputElement>} */
const inputs = (row) => row.querySelectorAll('[data-part]');

/** @param {Promised[]} promises */
export function fillRows(promises) {
  list.replaceChildren(...(promises.length ? promises : [undefined]).map(makeRow));
}

/** @returns {Promised[]} */
export function readRows() {
  return [...list.children].map(readRow).filter(({ what, who, due }) => `${what}${who}${due}`.trim());
}

export function addRow() {
  const row = makeRow();
  list.append(row);
  inputs(row)[0]?.focus();
}

/** @param {Element} button Of the row. */
export function removeRow(button) {
  const row = /** @type {Element} */ (button.closest('li'));
  const neighbour = row.nextElementSibling ?? row.previousElementSibling;
  row.remove();
  if (neighbour) inputs(neighbour)[0]?.focus();
  else addRow();
}

/** @param {Promised} [promise] */
function makeRow(promise) {
  const row = fromTemplate('#log-row', {});
  if (promise) shown.set(row, promise);
  for (const input of inputs(row)) {
    input.value = promise?.[/** @type {keyof Promised} */ (input.dataset['part'])]?.toString() ?? '';
  }
  return row;
}

/** @param {Element} row @returns {Promised} */
function readRow(row) {
  const texts = Object.fromEntries([...inputs(row)].map(({ dataset, value }) => [dataset['part'], value]));
  return /** @type {Promised} */ ({ ...shown.get(row), ...texts });
}
