/** Prints a sheet, fills in what is only known when a page is printed, and opens what is folded. */

import { word } from '../site/words.js';

const FOLDED = 'checklist-page details:not([open], .checklist-phrase > *, .own-note > *)';

/** @type {HTMLDetailsElement[]} */
let unfolded = [];

/**
 * @param {string} name
 * @param {string} text
 */
function fill(name, text) {
  for (const element of document.querySelectorAll(`[data-print="${name}"]`)) {
    element.textContent = text;
  }
}

for (const button of document.querySelectorAll('button:is([data-print], [data-part])')) {
  button.addEventListener('click', () => {
    const { part } = /** @type {HTMLElement} */ (button).dataset;
    if (part) document.documentElement.dataset['printed'] = part;
    print();
  });
}
addEventListener('beforeprint', () => {
  fill('address', location.href.replace(/#.*/, ''));
  fill('date', new Date().toLocaleDateString(word('locale'), { dateStyle: 'long' }));
  unfolded = /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll(FOLDED)]);
  for (const details of unfolded) details.open = true;
});
addEventListener('afterprint', () => {
  for (const details of unfolded) details.open = false;
  delete document.documentElement.dataset['printed'];
});
