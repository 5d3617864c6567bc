/**
 * Undo, the same everywhere: it restores the records that nobody has changed since, in any tab. After
 * all data has been deleted, there is nothing that it could restore.
 *
 * @typedef {import('./pending.js').Step} Step
 * @typedef {import('./pending.js').Updates} Updates
 * @typedef {import('./shelf.js').Shelf} Shelf
 */

import { exists } from './pending.js';

/**
 * Changes records. Resolves when they are on disk, or writing has failed, with what undoes it.
 *
 * @param {[Shelf, Updates][]} changes
 */
export async function changeWithUndo(changes) {
  const done = await Promise.all(changes.map(async ([shelf, updates]) =>
    /** @type {const} */ ([shelf, await shelf.update(updates)])));
  return () => Promise.all(done.map(([shelf, steps]) => undo(shelf, steps)));
}

/**
 * @param {Shelf} shelf
 * @param {Map<string, Step>} steps
 */
function undo(shelf, steps) {
  for (const step of steps.values()) step.isCancelled = true; // those that are not on disk yet
  return shelf.update(new Map([...steps].map(([id, step]) => [id, (given, stored) =>
    step.after && stored?.at === step.after.at ? existing(step) : given])));
}

/** @param {Step} step */
function existing({ before }) {
  return exists(before) ? before : undefined;
}
