/**
 * All records at once, in one transaction: to copy them, and to bring in those of a file.
 *
 * @typedef {import('./merge.js').All} All
 * @typedef {import('../store/record.js').StoredRecord} StoredRecord
 */

import { notify } from '../site/notice.js';
import { t } from '../site/words.js';
import { readRecords } from '../store/records.js';
import { openStore } from '../store/store.js';
import { EXPORTED_STORES, newerRecords, undoImport } from './merge.js';

const store = openStore();

/**
 * Reads all records, including removed ones, and writes changes, in one transaction.
 *
 * @param {(all: All) => Map<string, StoredRecord | undefined> | void} decide
 */
export async function withAll(decide) {
  /** @type {ReturnType<typeof decide>} */
  let changed = undefined;
  const isDone = await store.try((transaction) => {
    const stores = EXPORTED_STORES.map((name) => {
      const records = new Map();
      readRecords(transaction, { store: name, prefix: [] }, records);
      return { name, records };
    });
    transaction.objectStore('settings').count().onsuccess = () => { // the last request: all records are read
      const all = new Map();
      for (const { name, records } of stores) {
        for (const [id, record] of records) all.set(`${name} ${id}`, record);
      }
      try {
        changed = decide(all);
        if (changed) writeChanges(transaction, changed);
      } catch {
        transaction.abort();
      }
    };
  }, 'unsaved');
  if (isDone && changed) store.announce();
  if (!isDone) notify(t(store.error ?? 'unsaved'));
  return isDone;
}

/**
 * @param {IDBTransaction} transaction
 * @param {Map<string, StoredRecord | undefined>} changed
 */
function writeChanges(transaction, changed) {
  for (const [name, record] of changed) {
    const [place = '', ...key] = name.split(' ');
    const records = transaction.objectStore(place);
    if (record) records.put(record, key);
    else records.delete(key);
  }
}

/**
 * Brings in the records that are newer than ours, with a notice that can undo it. Returns
 * whether it is done.
 *
 * @param {All} theirs
 * @param {string} [said] What the notice says.
 */
export async function bringIn(theirs, said) {
  /** @type {All} */
  let before = new Map();
  /** @type {All} */
  let changed = new Map();
  const isDone = await withAll((mine) => {
    before = mine;
    changed = newerRecords(mine, theirs);
    return changed;
  });
  if (!isDone) return false;
  notify(said ?? t('brought_in', { count: changed.size }), async () => {
    if (await withAll((now) => undoImport(now, changed, before))) notify(t('undone'));
  });
  return true;
}
