/**
 * Changes that are not on disk yet. Pure: no database, no page.
 *
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
 * @property {StoredRecord} [before] What it has changed on disk; nothing until it is written there.
 * @property {StoredRecord} [after]
 * @typedef {{steps: Step[], unsaved: boolean}} Entry `steps`: in order. `unsaved`: writing failed, or
 *   takes too long.
 * @typedef {Map<string, Entry>} Pending Id -> what to write.
 */

/**
 * Adds a change, after those that are pending. One whose result is the same anyway replaces them.
 *
 * @param {Pending} pending
 * @param {string} id
 * @param {Step} step
 */
export function enqueue(pending, id, step) {
  const before = step.isBlind ? undefined : pending.get(id);
  pending.set(id, { steps: [...before?.steps ?? [], step], unsaved: false });
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
