/**
 * The promises of the log on the front page. The log notes how many there are, so that the page has
 * room for them before it is painted (early.html), and does not load this where there is none.
 */

import { dateIn, isLate, promises } from './entries.js';
import { fromTemplate } from '../site/forms.js';
import { inWords } from '../site/time.js';
import { word } from '../site/words.js';
import { openStore } from '../store/store.js';

const list = /** @type {Element} */ (document.querySelector('.promises ul'));
const shelf = openStore().shelf('log');

void shelf.follow(() => {
  list.replaceChildren(...promises(shelf.records.values()).map((entry) => {
    const { due, open, agreed, asked } = /** @type {any} */ (entry);
    const made = fromTemplate('#promise', {
      due: inWords(due, word('locale')),
      text: [open, agreed, asked].find((text) => text.trim()),
    });
    made.classList.toggle('is-late', isLate(entry, dateIn()));
    return made;
  }));
});
