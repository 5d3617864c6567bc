/**
 * Changes that are not on disk yet. Pure: no database, no page.
 *
 * @typedef {import('./record.js').Changes} Changes
 * @typedef {import('./record.js').Records} Records
 * @typedef {import('./record.js').StoredRecord} StoredRecord
 * @typedef {(record: any, stored?: StoredRecord) => any} Change What becomes of a record, which is
 *   undefined if there is none. Null removes it; returning what was given changes nothing. `stored` is
 *   the same, or the tombstone.
 * @typedef {Map<string, Change>} Updates Id -> its change.
 * @typedef {object} Step A change that is to be written.
 * @property {Change} change
 * @property {number} now When it was made.
 * @property {boolean} [isBlind] Its result is the same whatever is on disk.
 * @property {boolean} [isCancelled] It was undone before it was written.
 * @property {StoredRecord} [before] What it has changed on disk; nothing until it is written.
 * @property {StoredRecord} [after]
 * @typedef {{steps: Step[], unsaved: boolean}} Entry `steps`: in order. `unsaved`: writing failed, or
 *   takes too long.
 * @typedef {Map<string, Entry>} Pending Id -> what to write.
 */

/**
 * Adds whole records. Each replaces what is pending, and is later than it, whatever the clock says.
 *
 * @param {Pending} pending
 * @param {Records} records As shown now, including removed ones.
 * @param {Changes} changes
 * @param {number} now
 */
export function enqueuePuts(pending, records, changes, now) {
  for (const [id, value] of changes) {
    const at = Math.max(now, (records.get(id)?.at ?? 0) + 1);
    pending.set(id, { steps: [{ change: () => value, now: at, isBlind: true }], unsaved: false });
  }
}

/**
 * Adds changes, after those that are pending.
 *
 * @param {Pending} pending
 * @param {Updates} updates
 * @param {number} now
 * @returns {Map<string, Step>}
 */
export function enqueueUpdates(pending, updates, now) {
  const steps = new Map([...updates].map(([id, change]) => [id, { change, now }]));
  for (const [id, step] of steps) {
    pending.set(id, { steps: [...pending.get(id)?.steps ?? [], step], unsaved: false });
  }
  return steps;
}

/**
 * The record once a change is written. It is later than the one that it replaces.
 *
 * @param {Step} step
 * @param {StoredRecord | undefined} stored
 * @returns {StoredRecord | undefined}
 */
function apply({ change, now, isBlind, isCancelled }, stored) {
  if (isCancelled) return stored;
  const given = exists(stored) ? stored : undefined;
  const record = change(given, stored) ?? undefined;
  if (record === given && !isBlind) return stored;
  const at = Math.max(now, (stored?.at ?? 0) + 1);
  return record ? { ...record, at } : { removed: true, at };
}

/**
 * The record once all changes are written.
 *
 * @param {Entry} entry
 * @param {StoredRecord | undefined} stored
 * @param {(step: Step, before: StoredRecord | undefined, after: StoredRecord) => void} [changed]
 *   Called for each step that changes something.
 */
export function applyAll({ steps }, stored, changed) {
  return steps.reduce((before, step) => {
    const after = apply(step, before);
    if (after && after !== before) changed?.(step, before, after);
    return after;
  }, stored);
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
  for (const [id, entry] of pending) {
    const record = applyAll(entry, stored.get(id));
    if (record) records.set(id, record);
  }
  return records;
}

/** @param {StoredRecord | undefined} record */
export function exists(record) {
  return record !== undefined && !record.removed;
}

/**
 * Removes what has been written, except changes that were made since.
 *
 * @param {Pending} pending
 * @param {Pending} written
 */
export function acknowledge(pending, written) {
  for (const [id, { steps: done }] of written) {
    const entry = pending.get(id);
    const steps = entry?.steps.filter((step) => !done.includes(step)) ?? [];
    if (entry && steps.length) pending.set(id, { ...entry, steps });
    else pending.delete(id);
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
