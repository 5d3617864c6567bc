/**
 * Changes that are not on disk yet. Pure: no database, no page.
 *
 * @typedef {import('./record.js').Changes} Changes
 * @typedef {import('./record.js').Records} Records
 * @typedef {import('./record.js').StoredRecord} StoredRecord
 * @typedef {{record: StoredRecord, onlyIfAbsent: boolean, unsaved: boolean}} Entry
 *   `onlyIfAbsent`: an existing record wins. `unsaved`: writing failed, or takes too long.
 * @typedef {Map<string, Entry>} Pending Id -> the record to write.
 */

/**
 * Adds changes. Each replaces an older one, and is later than it, whatever the clock says.
 *
 * @param {Pending} pending
 * @param {Records} records As shown now, including removed ones.
 * @param {Changes} changes
 * @param {{now: number, onlyIfAbsent: boolean}} options
 */
export function enqueue(pending, records, changes, { now, onlyIfAbsent }) {
  for (const [id, value] of changes) {
    const at = Math.max(now, (records.get(id)?.at ?? 0) + 1);
    /** @type {StoredRecord} */
    const record = value ? { ...value, at } : { removed: true, at };
    // If the reset being undone never reached the disk, the record there is not newer than the reset.
    const yields = onlyIfAbsent && !pending.get(id)?.unsaved;
    pending.set(id, { record, onlyIfAbsent: yields, unsaved: false });
  }
}

/**
 * The records as they will be once everything pending is written, including removed ones.
 *
 * @param {Records} stored
 * @param {Pending} pending
 * @returns {Records}
 */
export function overlay(stored, pending) {
  const records = new Map(stored);
  for (const [id, { record, onlyIfAbsent }] of pending) {
    if (!onlyIfAbsent || !exists(stored.get(id))) records.set(id, record);
  }
  return records;
}

/** @param {StoredRecord | undefined} record */
export function exists(record) {
  return record !== undefined && !record.removed;
}

/**
 * Removes what has been written, except entries that have changed again since.
 *
 * @param {Pending} pending
 * @param {Pending} written
 */
export function acknowledge(pending, written) {
  for (const [id, entry] of written) {
    if (pending.get(id) === entry) pending.delete(id);
  }
}

/** @param {Pending} pending */
export function markUnsaved(pending) {
  for (const entry of pending.values()) entry.unsaved = true;
}

/** @param {Pending} pending */
export function unsavedIds(pending) {
  return new Set([...pending].filter(([, { unsaved }]) => unsaved).map(([id]) => id));
}
