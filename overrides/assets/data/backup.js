/**
 * Protection against data loss: persistent storage, the time of the last backup, and a reminder.
 * These times are of this browser: they are kept in localStorage and are part of no backup.
 */

import { guideId } from '../site/guide.js';
import { formatMoment } from '../site/time.js';
import { exists } from '../store/pending.js';
import { openStore } from '../store/store.js';

const REQUESTED = `${guideId()}.asked`;
const LAST_BACKUP = `${guideId()}.copied`;
const MAX_AGE_MS = 30 * 24 * 60 * 60 * 1000; // of a backup, before the reader is reminded

/** Stores worth a reminder. Ticks and notes alone are not. */
export const BACKED_UP_STORES = ['meetings', 'log', 'lines'];

const reminder = document.querySelector('.export-reminder');

/** @param {string} name */
function storedTime(name) {
  try {
    return Number(localStorage.getItem(name));
  } catch {
    return 0;
  }
}

/** @param {string} name */
function storeNow(name) {
  try {
    localStorage.setItem(name, String(Date.now()));
  } catch {
    // storage is forbidden
  }
}

/** Asks the browser never to clear its storage by itself. Only once, as it may prompt the reader. */
export function requestPersistence() {
  if (storedTime(REQUESTED)) return;
  storeNow(REQUESTED);
  void navigator.storage?.persist();
}

/** In milliseconds since 1970; 0 for never. */
export function lastBackup() {
  return storedTime(LAST_BACKUP);
}

export function recordBackup() {
  storeNow(LAST_BACKUP);
}

/**
 * Reminds the reader if the last backup is old.
 *
 * @param {boolean} hasData There is something to lose.
 */
export function remind(hasData) {
  const since = Math.max(lastBackup(), storedTime(REQUESTED)); // there was no data before
  reminder?.toggleAttribute('hidden', !hasData || since > Date.now() - MAX_AGE_MS);
  reminder?.firstElementChild?.replaceChildren(formatMoment(lastBackup()));
}

/** Looks for a single record, as there may be thousands. */
async function checkStores() {
  let hasData = false;
  await openStore().try((transaction) => {
    for (const name of BACKED_UP_STORES) {
      const request = transaction.objectStore(name).openCursor();
      request.onsuccess = () => {
        const cursor = request.result;
        if (cursor && exists(cursor.value)) hasData = true;
        else cursor?.continue();
      };
    }
  }, 'lost');
  remind(hasData);
}

if (reminder && !reminder.closest('.my-data')) void checkStores(); // that page calls `remind` itself
