/**
 * Backup files: writing, reading, and merging into the records of this browser. No database, and of
 * the page only the guide's id: a file is of one guide.
 *
 * @typedef {import('../store/record.js').StoredRecord} StoredRecord
 * @typedef {Map<string, StoredRecord>} All Store and key, separated by spaces -> record.
 * @typedef {{records: All, problem?: string, faults: string[]}} Reading `problem`: a name in
 *   overrides/words: why the file cannot be read. `faults`: paths of the first errors in it.
 */

import { guideId } from '../site/guide.js';
import { NO_MEETING, fault } from '../store/record.js';

const VERSION = 1;
const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/; // of a meeting, an entry or a line: newId()
const NAME = /^[^\s\p{Cc}]+$/u;
const MEETING = new RegExp(`^${NO_MEETING}$|${ID.source}`);
const TIME = /^(\d{4,6}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?)?)?$/; // as a form has it, or none
/** @type {Map<string, RegExp[]>} Store -> the parts of its keys. */
const KEYS = new Map(Object.entries({
  ticks: [MEETING, NAME, NAME],
  notes: [MEETING, NAME, NAME],
  lines: [MEETING, NAME, NAME, ID],
  meetings: [ID],
  log: [ID],
  settings: [NAME],
}));
const NOTE_OF_MEETING = [MEETING, /^$/, /^$/];
/** @type {Record<string, string[]>} Store -> its fields with a date or time. */
const TIMES = { meetings: ['when'], log: ['when', 'due', 'expires'] };
const MAX_TIME = Date.UTC(9999); // of `at`: what is later is taken for this
const MAX_DEPTH = 20;
const MAX_FAULTS = 5;
const MAX_PATH = 99;

export const EXPORTED_STORES = [...KEYS.keys()];

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
  const file = parse(bytes);
  /** @type {Reading} */
  const reading = { records: new Map(), faults: [] };
  if (file?.format !== guideId()) reading.problem = 'not_ours';
  else if (Number.isInteger(file.version) && file.version > VERSION) reading.problem = 'too_new';
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
    if (!KEYS.has(store) || !Array.isArray(entries)) faults.push(path);
    else for (const [index, entry] of entries.entries()) {
      const wrong = faultIn(store, entry ?? {});
      if (wrong) faults.push(`${path}[${index}].${wrong}`);
      else addLater(records, [store, ...entry.key].join(' '), entry.record);
    }
  }
  faults.splice(MAX_FAULTS);
}

/**
 * An edit of the latest record is later still: the limit keeps it readable.
 *
 * @param {All} records
 * @param {string} name
 * @param {StoredRecord} read
 */
function addLater(records, name, read) {
  const record = read.at > MAX_TIME ? { ...read, at: MAX_TIME } : read;
  if (isLater(record, records.get(name))) records.set(name, record);
}

/**
 * @param {string} store
 * @param {any} entry
 */
function faultIn(store, { key, record }) {
  if (!isKey(store, key)) return 'key';
  if (isDeeper(record, MAX_DEPTH)) return 'record';
  const field = fault(store, record) ?? (record.removed ? undefined : wrongTime(store, record));
  return field === undefined ? '' : ['record', field].filter(Boolean).join('.');
}

/**
 * @param {string} store
 * @param {any} record
 */
function wrongTime(store, record) {
  /** @param {{due: string}} promise */
  const hasWrongTime = ({ due }) => !TIME.test(due);
  return TIMES[store]?.find((field) => !TIME.test(record[field]))
    ?? (record.promises?.some(hasWrongTime) ? 'promises' : undefined);
}

/**
 * @param {string} store
 * @param {any} key
 */
function isKey(store, key) {
  /** @param {RegExp[]} parts */
  const fits = (parts) => Array.isArray(key) && key.length === parts.length
    && parts.every((part, index) => typeof key[index] === 'string' && part.test(key[index]));
  return fits(KEYS.get(store) ?? []) || (store === 'notes' && fits(NOTE_OF_MEETING));
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
