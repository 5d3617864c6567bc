/**
 * What a reader has done and what is not on disk yet. Pure: no database, no page.
 *
 * @typedef {import('./record.js').Changes} Changes
 * @typedef {import('./record.js').Records} Records
 * @typedef {import('./record.js').StoredRecord} StoredRecord
 * @typedef {{record: StoredRecord, onlyIfOpen: boolean, late: boolean}} Entry
 *   `onlyIfOpen`: gives way to a record that is there. `late`: it failed, or takes too long.
 * @typedef {Map<string, Entry>} Waiting Id -> what is to be written for it.
 */

/**
 * Adds changes to what waits. Each replaces an older one, and is later, whatever the clock says.
 *
 * @param {Waiting} waiting
 * @param {Records} records As they are shown, the removed ones too.
 * @param {Changes} changes
 * @param {{now: number, onlyIfOpen: boolean}} how
 */
export function enqueue(waiting, records, changes, { now, onlyIfOpen }) {
  for (const [id, value] of changes) {
    const at = Math.max(now, (records.get(id)?.at ?? 0) + 1);
    /** @type {StoredRecord} */
    const record = value ? { ...value, at } : { removed: true, at };
    // Where the reset itself never came to disk, what stands there is not newer than the reset.
    const givesWay = onlyIfOpen && !waiting.get(id)?.late;
    waiting.set(id, { record, onlyIfOpen: givesWay, late: false });
  }
}

/**
 * The records as they are once everything that waits is written, the removed ones too.
 *
 * @param {Records} stored
 * @param {Waiting} waiting
 * @returns {Records}
 */
export function overlay(stored, waiting) {
  const records = new Map(stored);
  for (const [id, { record, onlyIfOpen }] of waiting) {
    if (!onlyIfOpen || !isThere(stored.get(id))) records.set(id, record);
  }
  return records;
}

/** @param {StoredRecord | undefined} record */
export function isThere(record) {
  return record !== undefined && !record.removed;
}

/**
 * Takes away what was written, but for what has changed again since.
 *
 * @param {Waiting} waiting
 * @param {Waiting} written
 */
export function settle(waiting, written) {
  for (const [id, entry] of written) {
    if (waiting.get(id) === entry) waiting.delete(id);
  }
}

/** @param {Waiting} waiting */
export function markLate(waiting) {
  for (const entry of waiting.values()) entry.late = true;
}

/**
 * The ids of what is known not to be saved.
 *
 * @param {Waiting} waiting
 */
export function lateIds(waiting) {
  return new Set([...waiting].filter(([, { late }]) => late).map(([id]) => id));
}
