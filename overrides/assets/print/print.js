/** Prints a page or a part of it: fills in the address and the date, and opens `<details>`. */

import { t } from '../site/words.js';

const CLOSED = 'checklist-page details:not([open], .checklist-phrase > *, .own-note > *)';

/** @type {HTMLDetailsElement[]} */
let opened = [];

/**
 * @param {string} name
 * @param {string} text
 */
function fillIn(name, text) {
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
  fillIn('address', location.href.replace(/#.*/, ''));
  fillIn('date', new Date().toLocaleDateString(t('locale'), { dateStyle: 'long' }));
  opened = /** @type {HTMLDetailsElement[]} */ ([...document.querySelectorAll(CLOSED)]);
  for (const details of opened) details.open = true;
});
addEventListener('afterprint', () => {
  for (const details of opened) details.open = false;
  delete document.documentElement.dataset['printed'];
});
