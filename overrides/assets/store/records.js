/**
 * Reads and writes records in a transaction. Each thing has its own record, so that two tabs never
 * overwrite each other's.
 *
 * @typedef {import('./pending.js').Pending} Pending
 * @typedef {import('./record.js').Records} Records
 * @typedef {import('./record.js').StoredRecord} StoredRecord
 * @typedef {Map<string, StoredRecord | undefined>} Written Id -> what is on disk.
 * @typedef {{store: string, prefix: string[]}} Place The records of a store whose keys begin with `prefix`.
 */

import { QUARANTINE } from './database.js';
import { applyAll, exists } from './pending.js';
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
 * Fills `records`, including removed ones.
 *
 * @param {IDBTransaction} transaction
 * @param {Place} place
 * @param {Records} records
 */
export function readRecords(transaction, place, records) {
  records.clear(); // an earlier attempt may have filled it halfway
  eachRecord(transaction, place, (id, value, key) => {
    if (isValid(transaction, place, key, value)) records.set(id, value);
  });
}

/**
 * Moves a corrupt record to quarantine.
 *
 * @param {IDBTransaction} transaction
 * @param {Place} place
 * @param {IDBValidKey} key
 * @param {any} value
 */
function isValid(transaction, { store }, key, value) {
  if (fault(store, value) === undefined) return true;
  transaction.objectStore(QUARANTINE).add({ store, key, value, at: Date.now() });
  transaction.objectStore(store).delete(key);
  return false;
}

/**
 * Writes what is pending. Changes are applied to what is on disk, in the same transaction.
 *
 * @param {IDBTransaction} transaction
 * @param {Place} place
 * @param {Pending} entries
 * @returns {Written} Filled in by the time the transaction is complete.
 */
export function writeRecords(transaction, place, entries) {
  /** @type {Written} */
  const written = new Map();
  const records = transaction.objectStore(place.store);
  /** @type {IDBRequest | undefined} */
  let last;
  for (const [id, entry] of entries) {
    const key = keyOf(place, id);
    /** @param {StoredRecord | undefined} stored */
    const write = (stored) => {
      const record = applyAll(entry, stored, (step, before, after) => Object.assign(step, { before, after }));
      if (record !== stored) records.put(record, key);
      written.set(id, record);
    };
    if (entry.steps[0]?.isBlind) write(undefined);
    else {
      const reading = last = records.get(key);
      reading.onsuccess = () => {
        const { result } = reading;
        try {
          write(result !== undefined && isValid(transaction, place, key, result) ? result : undefined);
          if (reading === last) transaction.commit();
        } catch {
          transaction.abort();
        }
      };
    }
  }
  // The page may be left at any moment: don't wait for the requests to succeed.
  if (!last) transaction.commit();
  return written;
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
