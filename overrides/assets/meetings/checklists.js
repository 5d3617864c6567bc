/**
 * The lists that a meeting can have, as the page of the meetings has them. Other pages know none.
 *
 * @typedef {{key: string, title: string, url: string, was: string[], items: string[]}} Checklist
 *   `items`: for each item its id and its former ids, joined by "=".
 */

/** @type {Checklist[]} */
const checklists = JSON.parse(document.querySelector('#checklists')?.textContent ?? '[]');

/**
 * By its key or a former key.
 *
 * @param {string} page
 * @returns {Checklist | undefined}
 */
export function checklistOf(page = '') {
  return checklists.find(({ key, was }) => [key, ...was].includes(page));
}
