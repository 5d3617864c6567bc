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
const STORES = ['meetings', 'log', 'lines']; // worth a reminder; ticks and notes alone are not

const reminder = document.querySelector('.export-reminder');

/**
 * A time in the future is not known: the clock was wrong.
 *
 * @param {string} name
 */
function storedTime(name) {
  try {
    const time = Number(localStorage.getItem(name));
    return time <= Date.now() ? time : 0;
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

/** Looks for a single record, as there may be thousands. */
async function hasData() {
  let isThere = false;
  await openStore().try((transaction) => {
    for (const name of STORES) {
      const request = transaction.objectStore(name).openCursor();
      request.onsuccess = () => {
        const cursor = request.result;
        if (cursor && exists(cursor.value)) isThere = true;
        else cursor?.continue();
      };
    }
  }, 'lost');
  return isThere;
}

/** Reminds the reader if the last backup is old, and there is something to lose. */
async function remind() {
  const since = Math.max(lastBackup(), storedTime(REQUESTED)); // there was no data before
  const isOld = since < Date.now() - MAX_AGE_MS;
  reminder?.toggleAttribute('hidden', !isOld || !(await hasData()));
  reminder?.firstElementChild?.replaceChildren(formatMoment(lastBackup()));
}

if (reminder) void remind();
