/**
 * The shapes of the records of each store. Pure: no database, no page.
 *
 * @typedef {{at: number, removed?: true}} Removable `at`: when it was changed, in milliseconds since
 *   1970, always later than the record it replaces. `removed`: a tombstone, without other fields.
 * @typedef {Record<string, any> & Removable} StoredRecord
 * @typedef {'done' | 'not-relevant'} State Of a ticked item. An open item has no tick.
 * @typedef {{state: State, rev: Record<string, string>, at: number, before?: Tick, days?: string[]}} Tick
 *   `rev`: language -> hash of the item's text when it was ticked. `before`: the tick it had before
 *   it was marked as not relevant. `days`: on which an ending was reached, YYYY-MM-DD.
 * @typedef {Map<string, any>} Records Id -> record.
 * @typedef {Map<string, Tick>} Ticks Item id -> its tick.
 * @typedef {Map<string, Record<string, any> | null>} Changes Id -> its new record; null removes it.
 * @typedef {{id: string, was: string[]}} Item `was`: its former ids.
 * @typedef {(value: any) => boolean} Check
 */

/** The id while no meeting is active. */
export const NO_MEETING = 'default';

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

/** @type {Check} */
const promise = (value) => object(value) && texts([value.what, value.who, value.due]) && flag(value.settled);
/** @type {Check} */
const promises = (value) => value === undefined || (Array.isArray(value) && value.every(promise));

/** @type {Record<string, Record<string, Check>>} Store -> field -> whether its value is valid. */
const SHAPES = {
  ticks: {
    state: (value) => value === 'done' || value === 'not-relevant',
    rev: (value) => object(value) && texts(Object.values(value)),
    days: (value) => value === undefined || texts(value),
    before: (value) => value === undefined || fault('ticks', value) === undefined,
  },
  notes: { text },
  lines: { text, when: text, of: text },
  meetings: { name: text, when: text, with: text, goal: text, pages: texts, archived: flag },
  log: {
    when: text, meeting: text, with: text, channel: text, asked: text, agreed: text, open: text,
    owner: text, due: text, expires: text, settled: flag, promises,
  },
  settings: { value: anything },
};

/**
 * The first invalid field of a record, "" if it is not an object, undefined if it is valid.
 *
 * @param {string} store
 * @param {any} record
 */
export function fault(store, record) {
  if (!object(record)) return '';
  if (!Number.isFinite(record.at)) return 'at';
  if (record.removed === true) return undefined;
  return Object.entries(SHAPES[store] ?? {}).find(([field, isValid]) => !isValid(record[field]))?.[0];
}

/**
 * The tick of an item, under its id or a former one.
 *
 * @param {Ticks} ticks
 * @param {Item} item
 * @returns {Tick | undefined}
 */
export function tickOf(ticks, { id, was }) {
  return [id, ...was].map((key) => ticks.get(key)).find((tick) => tick !== undefined);
}
