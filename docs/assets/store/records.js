/**
 * Ticks in a transaction: a record for each, so that two tabs never overwrite each other.
 *
 * @typedef {import('./pending.js').Waiting} Waiting
 * @typedef {import('./tick.js').Ticks} Ticks
 */

import { ASIDE, TICKS } from './database.js';
import { isTick } from './tick.js';

const MEETING = 'default';

/**
 * @param {IDBTransaction} transaction
 * @param {string} page
 * @param {(cursor: IDBCursorWithValue, item: string) => void} visit
 */
function eachRecord(transaction, page, visit) {
  const range = IDBKeyRange.bound([MEETING, page], [MEETING, page, []]);
  const request = transaction.objectStore(TICKS).openCursor(range);
  request.onsuccess = () => {
    const cursor = request.result;
    if (!cursor) return;
    visit(cursor, /** @type {string[]} */ (cursor.key)[2] ?? '');
    cursor.continue();
  };
}

/**
 * Fills `ticks` with those of a page. A record that is no tick is moved aside.
 *
 * @param {IDBTransaction} transaction
 * @param {string} page
 * @param {Ticks} ticks
 */
export function readTicks(transaction, page, ticks) {
  ticks.clear(); // an earlier try may have come halfway
  eachRecord(transaction, page, (cursor, item) => {
    if (isTick(cursor.value)) {
      ticks.set(item, cursor.value);
      return;
    }
    const record = { key: cursor.key, value: cursor.value, at: Date.now() };
    transaction.objectStore(ASIDE).add(record);
    cursor.delete();
  });
}

/**
 * @param {IDBTransaction} transaction
 * @param {string} page
 * @param {Waiting} entries
 */
export function writeTicks(transaction, page, entries) {
  const ticks = transaction.objectStore(TICKS);
  for (const [item, { tick, onlyIfOpen }] of entries) {
    const key = [MEETING, page, item];
    if (!tick) ticks.delete(key);
    else if (onlyIfOpen) addIfFree(ticks, tick, key);
    else ticks.put(tick, key);
  }
}

/**
 * Moves the ticks of a page that is now another page. What that page has already is newer.
 *
 * @param {IDBTransaction} transaction
 * @param {string} old
 * @param {string} page
 */
export function adoptTicks(transaction, old, page) {
  eachRecord(transaction, old, (cursor, item) => {
    addIfFree(transaction.objectStore(TICKS), cursor.value, [MEETING, page, item]);
    cursor.delete();
  });
}

/**
 * Fails where there is a record already; that must not undo the rest.
 *
 * @param {IDBObjectStore} store
 * @param {unknown} value
 * @param {string[]} key
 */
function addIfFree(store, value, key) {
  store.add(value, key).onerror = (failure) => {
    failure.preventDefault();
    failure.stopPropagation();
  };
}
