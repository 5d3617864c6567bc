/**
 * What to write for what a reader does. Pure: no store, no page.
 *
 * @typedef {import('../store/record.js').Changes} Changes
 * @typedef {import('../store/record.js').Item} Item
 * @typedef {import('../store/record.js').State} State
 * @typedef {import('../store/record.js').Tick} Tick
 * @typedef {import('../store/record.js').Ticks} Ticks
 */

import { tickOf } from '../store/record.js';

/**
 * An item gets a new state, or with null the one it had before. Its former ids are cleared.
 *
 * @param {Ticks} ticks
 * @param {Item} item
 * @param {State | null} state
 * @param {Record<string, string>} rev The item's text now, as in a tick.
 * @returns {Changes}
 */
export function changeState(ticks, item, state, rev) {
  const present = tickOf(ticks, item);
  const tick = state
    ? { ...remembered(present, state), state, rev: { ...present?.rev, ...rev } }
    : present?.before ?? null;
  /** @type {Changes} */
  const changes = new Map(item.was.map((old) => [old, null]));
  return changes.set(item.id, tick);
}

/**
 * What is done stays known while it is not relevant.
 *
 * @param {Tick | undefined} present
 * @param {State} state
 * @returns {{before?: Tick}}
 */
function remembered(present, state) {
  return state === 'not-relevant' && present?.state === 'done' ? { before: present } : {};
}

/**
 * Every item becomes open.
 *
 * @param {Ticks} ticks
 * @returns {Changes}
 */
export function reset(ticks) {
  return new Map([...ticks.keys()].map((id) => [id, null]));
}

/**
 * What undoing a reset gives back: only what is still open. The rest was ticked since.
 *
 * @param {Ticks} before
 * @param {Ticks} ticks
 * @returns {Ticks}
 */
export function restorable(before, ticks) {
  return new Map([...before].filter(([id]) => !ticks.has(id)));
}
