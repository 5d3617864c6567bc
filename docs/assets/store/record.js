/**
 * What the records of each store hold. Pure: no database, no page.
 *
 * @typedef {{at: number, removed?: true}} Removable `at`: when it was changed, in milliseconds since
 *   1970, always later than what it replaces. `removed`: it was removed then, and holds nothing.
 * @typedef {Record<string, any> & Removable} StoredRecord
 * @typedef {'done' | 'not-relevant'} State What a tick says. An open item has no tick.
 * @typedef {{state: State, rev: Record<string, string>, at: number, before?: Tick}} Tick
 *   `rev`: language -> hash of the item's text when it was ticked. `before`: what it was before it
 *   was not relevant.
 * @typedef {Map<string, any>} Records Id -> record.
 * @typedef {Map<string, Tick>} Ticks Item id -> its tick.
 * @typedef {Map<string, Record<string, any> | null>} Changes Id -> what becomes of it; null removes it.
 * @typedef {{id: string, was: string[]}} Item An item and the ids it had before.
 * @typedef {(value: any) => boolean} Check
 */

/** @type {Check} */
const text = (value) => typeof value === 'string';
/** @type {Check} */
const texts = (value) => Array.isArray(value) && value.every(text);
/** @type {Check} */
const flag = (value) => value === undefined || value === true;
/** @type {Check} */
const anything = () => true;
/** @type {Check} */
const object = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** @type {Record<string, Record<string, Check>>} Store -> field -> what it may hold. */
export const SHAPES = {
  ticks: {
    state: (value) => value === 'done' || value === 'not-relevant',
    rev: (value) => object(value) && texts(Object.values(value)),
    before: (value) => value === undefined || fault('ticks', value) === undefined,
  },
  notes: { text },
  lines: { text, when: text, of: text },
  meetings: { name: text, when: text, with: text, goal: text, pages: texts, archived: flag },
  log: {
    when: text, meeting: text, with: text, channel: text, asked: text, agreed: text, open: text,
    owner: text, due: text, expires: text, settled: flag,
  },
  settings: { value: anything },
};

/**
 * The field that is wrong in a record, "" where it is no record at all; undefined where all is well.
 *
 * @param {string} store
 * @param {any} record
 */
export function fault(store, record) {
  if (!object(record)) return '';
  if (!Number.isFinite(record.at)) return 'at';
  if (record.removed === true) return undefined;
  return Object.entries(SHAPES[store] ?? {}).find(([field, fits]) => !fits(record[field]))?.[0];
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
