/**
 * Counting. Pure: no store, no page.
 *
 * @typedef {'done' | 'not-relevant'} State What a tick says. An open item has no tick.
 * @typedef {{state: State, rev: Record<string, string>, at: number}} Tick
 *   `rev`: language -> hash of the item's text when it was ticked. `at`: milliseconds since 1970.
 * @typedef {{id: string, was: string[]}} Item An item and the ids it had before.
 * @typedef {{done: number, total: number}} Progress `total` counts only items that are relevant.
 */

/**
 * The tick of an item, under its id or else under one it had before.
 *
 * @param {Map<string, Tick>} ticks
 * @param {Item} item
 * @returns {Tick | undefined}
 */
export function tickOf(ticks, { id, was }) {
  return [id, ...was].map((key) => ticks.get(key)).find((tick) => tick !== undefined);
}

/**
 * @param {Map<string, Tick>} ticks
 * @param {Iterable<Item>} items
 * @returns {Progress}
 */
export function countItems(ticks, items) {
  const states = [...items].map((item) => tickOf(ticks, item)?.state);
  return {
    done: states.filter((state) => state === 'done').length,
    total: states.filter((state) => state !== 'not-relevant').length,
  };
}
