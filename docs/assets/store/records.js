/**
 * Records in a transaction: one for each thing, so that two tabs never overwrite each other.
 *
 * @typedef {import('./pending.js').Waiting} Waiting
 * @typedef {import('./record.js').Records} Records
 * @typedef {{store: string, prefix: string[]}} Place The records of a store whose key begins so.
 */

import { ASIDE } from './database.js';
import { isThere } from './pending.js';
import { fault } from './record.js';

/**
 * The key of a record. An id is what follows the prefix; its parts hold no spaces.
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
 * Fills `records`, the removed ones too. What is no such record is moved aside.
 *
 * @param {IDBTransaction} transaction
 * @param {Place} place
 * @param {Records} records
 */
export function readRecords(transaction, place, records) {
  records.clear(); // an earlier try may have come halfway
  eachRecord(transaction, place, (id, value, key) => {
    if (fault(place.store, value) === undefined) {
      records.set(id, value);
      return;
    }
    transaction.objectStore(ASIDE).add({ store: place.store, key, value, at: Date.now() });
    transaction.objectStore(place.store).delete(key);
  });
}

/**
 * @param {IDBTransaction} transaction
 * @param {Place} place
 * @param {Waiting} entries
 */
export function writeRecords(transaction, place, entries) {
  const records = transaction.objectStore(place.store);
  for (const [id, { record, onlyIfOpen }] of entries) {
    if (onlyIfOpen) putIfFree(records, record, keyOf(place, id));
    else records.put(record, keyOf(place, id));
  }
  // Whoever leaves the page at once waits for no answer.
  if (![...entries.values()].some(({ onlyIfOpen }) => onlyIfOpen)) transaction.commit();
}

/**
 * Moves the records of a page that is now another page. What that page has already is newer.
 *
 * @param {IDBTransaction} transaction
 * @param {Place} old
 * @param {Place} place
 */
export function adoptRecords(transaction, old, place) {
  const records = transaction.objectStore(place.store);
  eachRecord(transaction, old, (id, value, key) => {
    putIfFree(records, value, keyOf(place, id));
    records.delete(key);
  });
}

/**
 * @param {IDBObjectStore} records
 * @param {any} record
 * @param {string[]} key
 */
function putIfFree(records, record, key) {
  const present = records.get(key);
  present.onsuccess = () => {
    if (!isThere(present.result)) records.put(record, key);
  };
}
