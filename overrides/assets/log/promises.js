/**
 * Shows open promises on the front page. The log stores how many there are, so that the page reserves
 * room for them before first paint (early.html), and loads this module only if there are any.
 */

import { dateIn, isOverdue, openPromises } from './entries.js';
import { fromTemplate } from '../site/forms.js';
import { formatLocal } from '../site/time.js';
import { openStore } from '../store/store.js';

const list = /** @type {Element} */ (document.querySelector('.promises ul'));
const shelf = openStore().shelf('log');

void shelf.subscribe(() => {
  list.replaceChildren(...openPromises(shelf.records.values()).map((entry) => {
    const { due, open, agreed, asked } = /** @type {any} */ (entry);
    const made = fromTemplate('#promise', {
      due: formatLocal(due),
      text: [open, agreed, asked].find((text) => text.trim()),
    });
    made.classList.toggle('is-late', isOverdue(entry, dateIn()));
    return made;
  }));
});
