/**
 * What a reader has done and what is not on disk yet. Pure: no database, no page.
 *
 * @typedef {import('./tick.js').Changes} Changes
 * @typedef {import('./tick.js').Tick} Tick
 * @typedef {import('./tick.js').Ticks} Ticks
 * @typedef {{tick: Tick | null, onlyIfOpen: boolean, late: boolean}} Entry
 *   `onlyIfOpen`: gives way to a tick that is there. `late`: it failed, or takes too long.
 * @typedef {Map<string, Entry>} Waiting Item id -> what is to be written for it.
 */

/**
 * Adds changes to what waits. Each replaces an older one of the same item.
 *
 * @param {Waiting} waiting
 * @param {Changes} changes
 * @param {boolean} onlyIfOpen
 */
export function enqueue(waiting, changes, onlyIfOpen) {
  for (const [item, tick] of changes) {
    // Where the reset itself never came to disk, what stands there is not newer than the reset.
    const givesWay = onlyIfOpen && !waiting.get(item)?.late;
    waiting.set(item, { tick, onlyIfOpen: givesWay, late: false });
  }
}

/**
 * The ticks as they are once everything that waits is written.
 *
 * @param {Ticks} stored
 * @param {Waiting} waiting
 * @returns {Ticks}
 */
export function overlay(stored, waiting) {
  const ticks = new Map(stored);
  for (const [item, { tick, onlyIfOpen }] of waiting) {
    if (onlyIfOpen && stored.has(item)) continue;
    if (tick) ticks.set(item, tick);
    else ticks.delete(item);
  }
  return ticks;
}

/**
 * Takes away what was written, but for what has changed again since.
 *
 * @param {Waiting} waiting
 * @param {Waiting} written
 */
export function settle(waiting, written) {
  for (const [item, entry] of written) {
    if (waiting.get(item) === entry) waiting.delete(item);
  }
}

/** @param {Waiting} waiting */
export function markLate(waiting) {
  for (const entry of waiting.values()) entry.late = true;
}

/**
 * The items that are known not to be saved.
 *
 * @param {Waiting} waiting
 */
export function lateItems(waiting) {
  return new Set([...waiting].filter(([, { late }]) => late).map(([item]) => item));
}
