/** Says that it is time for a copy, on pages where more is written than ticks. */

import { word } from '../site/words.js';
import { isThere } from '../store/pending.js';
import { openStore } from '../store/store.js';
import { lastExport } from './keep.js';

const LONG = 30 * 24 * 60 * 60 * 1000; // milliseconds

/** Stores with something to lose. Ticks alone are not. */
export const WORTH = ['meetings', 'log', 'lines'];

/**
 * A date and a time in words.
 *
 * @param {number} at
 */
export function inWords(at) {
  return new Date(at).toLocaleString(word('locale'), { dateStyle: 'long', timeStyle: 'short' });
}

/** @param {boolean} isWorthIt There is something to lose. */
export function remind(isWorthIt) {
  const reminder = /** @type {HTMLElement} */ (document.querySelector('.export-reminder'));
  const last = lastExport();
  const text = last ? word('not_copied_since', { date: inWords(last) }) : word('never_copied');
  reminder.hidden = !isWorthIt || last > Date.now() - LONG;
  /** @type {HTMLElement} */ (reminder.firstElementChild).textContent = text;
}

/** Looks for one record only: there may be thousands. */
async function look() {
  let isWorthIt = false;
  await openStore().try((work) => {
    for (const name of WORTH) {
      const asked = work.objectStore(name).openCursor();
      asked.onsuccess = () => {
        const cursor = asked.result;
        if (cursor && isThere(cursor.value)) isWorthIt = true;
        else cursor?.continue();
      };
    }
  }, 'lost');
  remind(isWorthIt);
}

if (!document.querySelector('.my-data')) void look(); // which knows by itself
