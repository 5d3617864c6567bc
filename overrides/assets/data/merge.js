/**
 * Backup files: writing, reading, and merging into the records of this browser. No database, and of
 * the page only the guide's id: a file is of one guide.
 *
 * @typedef {import('../store/record.js').StoredRecord} StoredRecord
 * @typedef {Map<string, StoredRecord>} All Store and key, separated by spaces -> record.
 * @typedef {'new' | 'newer' | 'removed' | 'older' | 'same'} Kind A record of a file, compared with ours.
 * @typedef {{records: All, problem?: string, faults: string[]}} Reading `problem`: a name in
 *   overrides/words: why the file cannot be read. `faults`: paths of the first errors in it.
 */

import { guideId } from '../site/guide.js';
import { exists } from '../store/pending.js';
import { fault } from '../store/record.js';

const VERSION = 1;
/** @type {Map<unknown, number>} Store -> number of parts of its keys. */
const KEY_LENGTHS = new Map(
  Object.entries({ ticks: 3, notes: 3, lines: 4, meetings: 1, log: 1, settings: 1 }));
const MAX_TIME = 8.64e15; // the last millisecond of a Date
const MAX_DEPTH = 20;
const MAX_FAULTS = 5;
const MAX_PATH = 99;

export const EXPORTED_STORES = /** @type {string[]} */ ([...KEY_LENGTHS.keys()]);

/**
 * JSON with sorted fields: equal values have equal texts.
 *
 * @param {unknown} value
 * @param {number} [indent]
 */
function toJson(value, indent) {
  return JSON.stringify(value, (_, each) => (
    typeof each !== 'object' || !each || Array.isArray(each) ? each
      : Object.fromEntries(Object.keys(each).sort().map((name) => [name, each[name]]))), indent);
}

/**
 * @param {StoredRecord | undefined} mine
 * @param {StoredRecord} theirs
 * @returns {Kind}
 */
function compareRecords(mine, theirs) {
  if (!exists(mine) && theirs.removed) return 'same'; // for the reader
  if (toJson(mine) === toJson(theirs)) return 'same';
  if (!isLater(theirs, mine)) return 'older';
  if (theirs.removed) return 'removed';
  return exists(mine) ? 'newer' : 'new';
}

/**
 * Of two records with the same time, the one with the greater text: so merging is commutative.
 *
 * @param {StoredRecord} one
 * @param {StoredRecord | undefined} other
 */
function isLater(one, other) {
  return !other || one.at > other.at || (one.at === other.at && toJson(one) > toJson(other));
}

/**
 * The records that an import changes: for each key, the later record is kept.
 *
 * @param {All} mine
 * @param {All} theirs
 */
export function newerRecords(mine, theirs) {
  return new Map([...theirs].filter(([name, record]) => isLater(record, mine.get(name))));
}

/**
 * The records that undoing an import changes. Those that have changed again since are left alone.
 *
 * @param {All} now
 * @param {All} changed
 * @param {All} before
 */
export function undoImport(now, changed, before) {
  const unchanged = [...changed].filter(([name, record]) => toJson(now.get(name)) === toJson(record));
  return new Map(unchanged.map(([name]) => [name, before.get(name)]));
}

/**
 * @param {All} mine
 * @param {All} theirs
 * @returns {Map<string, number>} Store and kind, separated by a space -> number of records.
 */
export function countKinds(mine, theirs) {
  const counts = new Map();
  for (const [name, record] of theirs) {
    const kind = `${name.split(' ')[0]} ${compareRecords(mine.get(name), record)}`;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}

/**
 * The records of one meeting.
 *
 * @param {All} records
 * @param {string} meeting
 * @param {boolean} withNotes Include notes and log entries.
 */
export function recordsOfMeeting(records, meeting, withNotes) {
  return new Map([...records].filter(([name, record]) => {
    const [store, id] = name.split(' ');
    if (!withNotes && (store === 'notes' || store === 'log')) return false;
    return (store === 'log' ? record['meeting'] : id) === meeting;
  }));
}

/**
 * @param {All} records
 * @param {string} exported When, in ISO 8601. Apart from it, equal records make equal files.
 */
export function writeFile(records, exported) {
  /** @type {Record<string, {key: string[], record: StoredRecord | undefined}[]>} */
  const stores = {};
  for (const name of [...records.keys()].sort()) {
    const [store = '', ...key] = name.split(' ');
    (stores[store] ??= []).push({ key, record: records.get(name) });
  }
  return `${toJson({ format: guideId(), version: VERSION, exported, records: stores }, 1)}\n`;
}

/**
 * @param {ArrayBuffer | Uint8Array} bytes
 * @returns {Reading}
 */
export function readFile(bytes) {
  /** @type {Reading} */
  const reading = { records: new Map(), faults: [] };
  const file = parse(bytes);
  if (file?.format !== guideId()) reading.problem = 'not_ours';
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
    const path = `records.${store}`.slice(0, MAX_PATH);
    if (!KEY_LENGTHS.has(store) || !Array.isArray(entries)) faults.push(path);
    else for (const [index, entry] of entries.entries()) {
      const wrong = faultIn(store, entry ?? {});
      const name = [store, ...(wrong ? [] : entry.key)].join(' ');
      if (wrong) faults.push(`${path}[${index}].${wrong}`);
      else if (isLater(entry.record, records.get(name))) records.set(name, entry.record);
    }
  }
  faults.splice(MAX_FAULTS);
}

/**
 * @param {string} store
 * @param {any} entry
 */
function faultIn(store, { key, record }) {
  if (!isKey(store, key)) return 'key';
  if (isDeeper(record, MAX_DEPTH)) return 'record';
  const field = record?.at > MAX_TIME ? 'at' : fault(store, record);
  return field === undefined ? '' : ['record', field].filter(Boolean).join('.');
}

/**
 * @param {string} store
 * @param {any} key
 */
function isKey(store, key) {
  if (!Array.isArray(key) || key.length !== KEY_LENGTHS.get(store)) return false;
  const parts = store === 'notes' && key[1] === '' && key[2] === '' ? key.slice(0, 1) : key;
  return parts.every((part) => typeof part === 'string' && /^[^ ]+$/.test(part));
}

/**
 * @param {unknown} value
 * @param {number} left
 * @returns {boolean}
 */
function isDeeper(value, left) {
  return typeof value === 'object' && value !== null
    && (left === 0 || Object.values(value).some((each) => isDeeper(each, left - 1)));
}
