/**
 * What is kept for an item. Pure: no database, no page.
 *
 * @typedef {'done' | 'not-relevant'} State What a tick says. An open item has no tick.
 * @typedef {{state: State, rev: Record<string, string>, at: number, before?: Tick}} Tick
 *   `rev`: language -> hash of the item's text when it was ticked. `at`: milliseconds since 1970,
 *   for people; nothing depends on the clock. `before`: what it was before it was not relevant.
 * @typedef {Map<string, Tick>} Ticks Item id -> its tick.
 * @typedef {Map<string, Tick | null>} Changes Item id -> its new tick, or null to remove it.
 * @typedef {{id: string, was: string[]}} Item An item and the ids it had before.
 */

const STATES = new Set(['done', 'not-relevant']);

/**
 * @param {unknown} value
 * @returns {value is Tick}
 */
export function isTick(value) {
  if (typeof value !== 'object' || value === null) return false;
  const { state, rev, at, before } = /** @type {Record<string, unknown>} */ (value);
  return (
    typeof state === 'string' && STATES.has(state) &&
    typeof rev === 'object' && rev !== null &&
    typeof at === 'number' && Number.isFinite(at) &&
    (before === undefined || isTick(before))
  );
}

/**
 * The tick of an item, under its id or else under one it had before.
 *
 * @param {Ticks} ticks
 * @param {Item} item
 * @returns {Tick | undefined}
 */
export function tickOf(ticks, { id, was }) {
  return [id, ...was].map((key) => ticks.get(key)).find((tick) => tick !== undefined);
}
