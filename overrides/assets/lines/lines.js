/** The filter on the page of all lines. */

import { t } from '../site/words.js';

const filter = /** @type {HTMLElement} */ (document.querySelector('.lines-filter'));
const field = /** @type {HTMLInputElement} */ (filter.querySelector('input'));
const status = /** @type {HTMLElement} */ (filter.querySelector('[role="status"]'));
const groups = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.lines__moment, .lines')]);

/** Includes the reader's own lines, which may be added later. */
function filterLines() {
  const wanted = field.value.trim().toLowerCase();
  const lines = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.line:not(.is-replaced)')]);
  for (const line of lines) line.hidden = !line.textContent?.toLowerCase().includes(wanted);
  for (const group of groups) group.hidden = !group.querySelector('.line:not([hidden], .is-replaced)');
  const count = lines.filter((line) => !line.hidden).length;
  status.textContent = wanted ? t('lines_found', { count }) : '';
}

field.addEventListener('input', filterLines);
filter.hidden = false;
filterLines();
