/**
 * Reads and writes records in a transaction. Each thing has its own record, so that two tabs never
 * overwrite each other's.
 *
 * @typedef {import('./pending.js').Pending} Pending
 * @typedef {import('./record.js').Records} Records
 * @typedef {{store: string, prefix: string[]}} Place The records of a store whose keys begin with `prefix`.
 */

import { QUARANTINE } from './database.js';
import { exists } from './pending.js';
import { fault } from './record.js';

/**
 * The key of a record: the prefix, and the parts of its id, which contain no spaces.
 *
 * @param {Place} place
 * @param {string} id
 */
function keyOf({ prefix }, id) {
  return [...prefix, ...id.split(' ')];
}

/**
 * @param {IDBTransaction} transaction
 * @param {Place} place
 * @param {(id: string, value: any, key: IDBValidKey) => void} visit
 */
function eachRecord(transaction, { store, prefix }, visit) {
  const range = prefix.length ? IDBKeyRange.bound(prefix, [...prefix, []]) : undefined;
  const records = transaction.objectStore(store);
  const values = records.getAll(range); // many times faster than a cursor
  const keys = records.getAllKeys(range);
  keys.onsuccess = () => {
    for (const [index, key] of keys.result.entries()) {
      const id = [key].flat().slice(prefix.length).join(' ');
      visit(id, values.result[index], key);
    }
  };
}

/**
 * Fills `records`, including removed ones. Corrupt records are moved to quarantine.
 *
 * @param {IDBTransaction} transaction
 * @param {Place} place
 * @param {Records} records
 */
export function readRecords(transaction, place, records) {
  records.clear(); // an earlier attempt may have filled it halfway
  eachRecord(transaction, place, (id, value, key) => {
    if (fault(place.store, value) === undefined) {
      records.set(id, value);
      return;
    }
    transaction.objectStore(QUARANTINE).add({ store: place.store, key, value, at: Date.now() });
    transaction.objectStore(place.store).delete(key);
  });
}

/**
 * @param {IDBTransaction} transaction
 * @param {Place} place
 * @param {Pending} entries
 */
export function writeRecords(transaction, place, entries) {
  const records = transaction.objectStore(place.store);
  for (const [id, { record, onlyIfAbsent }] of entries) {
    if (onlyIfAbsent) putIfAbsent(records, record, keyOf(place, id));
    else records.put(record, keyOf(place, id));
  }
  // The page may be left at any moment: don't wait for the requests to succeed.
  if (![...entries.values()].some(({ onlyIfAbsent }) => onlyIfAbsent)) transaction.commit();
}

/**
 * Moves the records of a page whose key has changed. Records under the new key are newer and win.
 *
 * @param {IDBTransaction} transaction
 * @param {Place} old
 * @param {Place} place
 */
export function moveRecords(transaction, old, place) {
  const records = transaction.objectStore(place.store);
  eachRecord(transaction, old, (id, value, key) => {
    putIfAbsent(records, value, keyOf(place, id));
    records.delete(key);
  });
}

/**
 * @param {IDBObjectStore} records
 * @param {any} record
 * @param {string[]} key
 */
function putIfAbsent(records, record, key) {
  const present = records.get(key);
  present.onsuccess = () => {
    if (!exists(present.result)) records.put(record, key);
  };
}
