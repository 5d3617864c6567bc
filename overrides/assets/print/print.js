/** Prints a page or a part of it, and fills in the address and the date. What is folded, styles unfold. */

import { t } from '../site/words.js';

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
});
addEventListener('afterprint', () => delete document.documentElement.dataset['printed']);
