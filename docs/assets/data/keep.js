/**
 * Keeping what there is: the browser's promise, the last copy, and a reminder of it. When that was
 * is a matter of this browser: it stands in localStorage, and goes into no copy.
 */

import { word } from '../site/words.js';
import { isThere } from '../store/pending.js';
import { openStore } from '../store/store.js';

const ASKED = 'ryggen-fri.asked';
const COPIED = 'ryggen-fri.copied';
const LONG = 30 * 24 * 60 * 60 * 1000; // milliseconds

/** Stores with something to lose. Ticks alone are not. */
export const WORTH = ['meetings', 'log', 'lines'];

const reminder = document.querySelector('.export-reminder');

/**
 * What localStorage has, once something is put there, if it is; nothing where storage is forbidden.
 *
 * @param {string} name
 * @param {string} [value]
 */
function kept(name, value) {
  try {
    if (value) localStorage.setItem(name, value);
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Has the browser promise not to clear its storage by itself: once, for it may ask the reader. */
export function askToKeep() {
  if (kept(ASKED)) return;
  kept(ASKED, String(Date.now()));
  void navigator.storage?.persist();
}

/** When everything was copied last, in milliseconds since 1970; 0 for never. */
export function lastCopy() {
  return Number(kept(COPIED));
}

export function noteCopy() {
  kept(COPIED, String(Date.now()));
}

/**
 * A date and a time in words.
 *
 * @param {number} at 0 for never.
 */
export function inWords(at) {
  if (!at) return word('never');
  return new Date(at).toLocaleString(word('locale'), { dateStyle: 'long', timeStyle: 'short' });
}

/**
 * Reminds the reader, where it is long since the last copy.
 *
 * @param {boolean} isWorthIt There is something to lose.
 */
export function remind(isWorthIt) {
  const since = Math.max(lastCopy(), Number(kept(ASKED))); // there was nothing to copy before
  reminder?.toggleAttribute('hidden', !isWorthIt || since > Date.now() - LONG);
  reminder?.firstElementChild?.replaceChildren(inWords(lastCopy()));
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

if (reminder && !reminder.closest('.my-data')) void look(); // that page knows what there is
