/**
 * Records of this browser and of a file: written, read, brought together. Pure: no database, no page.
 *
 * @typedef {import('../store/record.js').StoredRecord} StoredRecord
 * @typedef {Map<string, StoredRecord>} All Store and key, with spaces between -> record.
 * @typedef {'new' | 'newer' | 'removed' | 'older' | 'same'} Kind What a record of a file is, seen from here.
 * @typedef {{records: All, problem?: string, faults: string[]}} Reading `problem`: a word that says
 *   why it is no file of ours. `faults`: paths in the file of what is wrong, not all of them.
 */

import { isThere } from '../store/pending.js';
import { fault } from '../store/record.js';

const FORMAT = 'ryggen-fri';
const VERSION = 1;
/** @type {Map<unknown, number>} Store -> of how many parts its keys are. */
const KEYS = new Map(
  Object.entries({ ticks: 3, notes: 3, lines: 4, meetings: 1, log: 1, settings: 1 }));
const LAST = 8.64e15; // the last millisecond of a Date
const DEEPEST = 20;
const MOST = 5;
const LONGEST = 99;

export const STORES = /** @type {string[]} */ ([...KEYS.keys()]);

/**
 * The same text for the same value, in whatever order its fields came.
 *
 * @param {unknown} value
 * @param {number} [indent]
 */
function textOf(value, indent) {
  return JSON.stringify(value, (_, each) => (
    typeof each !== 'object' || !each || Array.isArray(each) ? each
      : Object.fromEntries(Object.keys(each).sort().map((name) => [name, each[name]]))), indent);
}

/**
 * @param {StoredRecord | undefined} mine
 * @param {StoredRecord} theirs
 * @returns {Kind}
 */
function kindOf(mine, theirs) {
  if (!isThere(mine) && theirs.removed) return 'same'; // there is nothing to see of it
  if (textOf(mine) === textOf(theirs)) return 'same';
  if (!isLater(theirs, mine)) return 'older';
  if (theirs.removed) return 'removed';
  return isThere(mine) ? 'newer' : 'new';
}

/**
 * Of two that are equally old, the one with the greater text: so it does not matter who asks.
 *
 * @param {StoredRecord} one
 * @param {StoredRecord | undefined} other
 */
function isLater(one, other) {
  return !other || one.at > other.at || (one.at === other.at && textOf(one) > textOf(other));
}

/**
 * What changes here when the others come in: for each key, the later record is kept.
 *
 * @param {All} mine
 * @param {All} theirs
 */
export function changes(mine, theirs) {
  return new Map([...theirs].filter(([name, record]) => isLater(record, mine.get(name))));
}

/**
 * What changes when that is undone; what has changed again since is left.
 *
 * @param {All} now
 * @param {All} changed
 * @param {All} before
 */
export function undoing(now, changed, before) {
  const left = [...changed].filter(([name, record]) => textOf(now.get(name)) === textOf(record));
  return new Map(left.map(([name]) => [name, before.get(name)]));
}

/**
 * @param {All} mine
 * @param {All} theirs
 * @returns {Map<string, number>} Store and kind, with a space between -> how many there are.
 */
export function tally(mine, theirs) {
  const tallied = new Map();
  for (const [name, record] of theirs) {
    const kind = `${name.split(' ')[0]} ${kindOf(mine.get(name), record)}`;
    tallied.set(kind, (tallied.get(kind) ?? 0) + 1);
  }
  return tallied;
}

/**
 * The records of one meeting.
 *
 * @param {All} records
 * @param {string} meeting
 * @param {boolean} withNotes The notes and the log entries, too.
 */
export function ofMeeting(records, meeting, withNotes) {
  return new Map([...records].filter(([name, record]) => {
    const [store, run] = name.split(' ');
    if (!withNotes && (store === 'notes' || store === 'log')) return false;
    return (store === 'log' ? record['meeting'] : run) === meeting;
  }));
}

/**
 * @param {All} records
 * @param {string} exported When, in ISO 8601. All else is the same text for the same records.
 */
export function writeFile(records, exported) {
  /** @type {Record<string, {key: string[], record: StoredRecord | undefined}[]>} */
  const stores = {};
  for (const name of [...records.keys()].sort()) {
    const [store = '', ...key] = name.split(' ');
    (stores[store] ??= []).push({ key, record: records.get(name) });
  }
  return `${textOf({ format: FORMAT, version: VERSION, exported, records: stores }, 1)}\n`;
}

/**
 * @param {ArrayBuffer | Uint8Array} bytes
 * @returns {Reading}
 */
export function readFile(bytes) {
  /** @type {Reading} */
  const reading = { records: new Map(), faults: [] };
  const file = parse(bytes);
  if (file?.format !== FORMAT) reading.problem = 'not_ours';
  else if (file.version > VERSION) reading.problem = 'too_new';
  else if (file.version !== VERSION) reading.faults.push('version');
  else readStores(file.records, reading);
  return reading;
}

/** @param {ArrayBuffer | Uint8Array} bytes */
function parse(bytes) {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/**
 * @param {any} stores
 * @param {Reading} reading
 */
function readStores(stores, { records, faults }) {
  if (!stores || typeof stores !== 'object' || Array.isArray(stores)) faults.push('records');
  else for (const [store, entries] of Object.entries(stores)) {
    const place = `records.${store}`.slice(0, LONGEST);
    if (!KEYS.has(store) || !Array.isArray(entries)) faults.push(place);
    else for (const [index, entry] of entries.entries()) {
      const wrong = faultIn(store, entry ?? {});
      const name = [store, ...(wrong ? [] : entry.key)].join(' ');
      if (wrong) faults.push(`${place}[${index}].${wrong}`);
      else if (isLater(entry.record, records.get(name))) records.set(name, entry.record);
    }
  }
  faults.splice(MOST);
}

/**
 * @param {string} store
 * @param {any} entry
 */
function faultIn(store, { key, record }) {
  if (!isKey(store, key)) return 'key';
  if (isDeep(record, DEEPEST)) return 'record';
  const field = record?.at > LAST ? 'at' : fault(store, record);
  return field === undefined ? '' : ['record', field].filter(Boolean).join('.');
}

/**
 * @param {string} store
 * @param {any} key
 */
function isKey(store, key) {
  if (!Array.isArray(key) || key.length !== KEYS.get(store)) return false;
  const parts = store === 'notes' && key[1] === '' && key[2] === '' ? key.slice(0, 1) : key;
  return parts.every((part) => typeof part === 'string' && /^[^ ]+$/.test(part));
}

/**
 * @param {unknown} value
 * @param {number} left
 * @returns {boolean}
 */
function isDeep(value, left) {
  return typeof value === 'object' && value !== null
    && (left === 0 || Object.values(value).some((each) => isDeep(each, left - 1)));
}
