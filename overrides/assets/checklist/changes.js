/**
 * The changes to store for an action of the reader. Pure: no store, no page.
 *
 * @typedef {import('../store/record.js').Changes} Changes
 * @typedef {import('../store/record.js').Item} Item
 * @typedef {import('../store/record.js').State} State
 * @typedef {import('../store/record.js').Tick} Tick
 * @typedef {import('../store/record.js').Ticks} Ticks
 */

import { tickOf } from '../store/record.js';

/**
 * Sets the state of an item; null restores the one before. Removes ticks under former ids.
 *
 * @param {Ticks} ticks
 * @param {Item} item
 * @param {State | null} state
 * @param {Record<string, string>} rev As in a tick.
 * @returns {Changes}
 */
export function changeState(ticks, item, state, rev) {
  const present = tickOf(ticks, item);
  const tick = state
    ? { ...previous(present, state), state, rev: { ...present?.rev, ...rev } }
    : present?.before ?? null;
  /** @type {Changes} */
  const changes = new Map(item.was.map((old) => [old, null]));
  return changes.set(item.id, tick);
}

/**
 * A done item that becomes not relevant keeps its tick, to restore it later.
 *
 * @param {Tick | undefined} present
 * @param {State} state
 * @returns {{before?: Tick}}
 */
function previous(present, state) {
  return state === 'not-relevant' && present?.state === 'done' ? { before: present } : {};
}

/**
 * @param {Changes} changes
 * @returns {import('../store/pending.js').Updates} The same, for records that are not there.
 */
export function ifAbsent(changes) {
  return new Map([...changes].map(([id, value]) => [id, (present) => present ?? value]));
}
