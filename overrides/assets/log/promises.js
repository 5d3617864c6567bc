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
  list.replaceChildren(...openPromises(shelf.records.values()).map((promise) => {
    const made = fromTemplate('#promise', { due: formatLocal(promise.due), text: promise.text });
    made.classList.toggle('is-late', isOverdue(promise, dateIn()));
    return made;
  }));
});
