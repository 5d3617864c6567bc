/**
 * A meeting as the text of a link: a file with its records alone, compressed. Pure.
 *
 * @typedef {import('../data/merge.js').All} All
 * @typedef {import('../store/record.js').StoredRecord} StoredRecord
 */

import { readFile, recordsOfMeeting, writeFile } from '../data/merge.js';
import { exists } from '../store/pending.js';

/** Of the text of a link, in characters: what mail and chat programs leave whole. */
export const MAX_LENGTH = 8000;
const MAX_BYTES = 2 ** 18; // decompressed: many times what an honest link holds
const TAKEN = /^(meetings|ticks|notes|lines) /;
const FORMAT = 'deflate-raw';
const END = 'x'; // a chat program may leave out a sign at the end of an address

/**
 * What goes along of a meeting. Without its names it is older than here, so that it never replaces
 * the meeting with them.
 *
 * @param {All} all
 * @param {string} id
 * @param {boolean} isNamed Names and notes go along.
 * @returns {All}
 */
export function recordsToTake(all, id, isNamed) {
  const own = [...recordsOfMeeting(all, id, isNamed)].filter(([name]) => TAKEN.test(name));
  return new Map(own.map(([name, record]) => (isNamed || !isMeeting(name) ? [name, record]
    : [name, { ...record, name: '', with: '', at: record.at - 1 }])));
}

/**
 * Gives a meeting that came without its names those it has here, or another name.
 *
 * @param {All} theirs
 * @param {All} mine
 * @param {(meeting: StoredRecord) => string} nameFor
 * @returns {All}
 */
export function named(theirs, mine, nameFor) {
  const [key, meeting] = meetingOf(theirs);
  if (meeting['name']) return theirs;
  const { name, with: whom } = mine.get(key) ?? { name: '', with: '' };
  return new Map([...theirs, [key, { ...meeting, name: name || nameFor(meeting), with: whom ?? '' }]]);
}

/**
 * The meeting among its records: store and key, and the record.
 *
 * @param {All} records
 * @returns {[string, StoredRecord]}
 */
export function meetingOf(records) {
  return [...records].find(([name]) => isMeeting(name)) ?? ['', { at: 0 }];
}

/** @param {All} records */
export async function writeLink(records) {
  const text = JSON.stringify(JSON.parse(writeFile(records, ''))); // without its line breaks
  const bytes = new Uint8Array(await pass(text, new CompressionStream(FORMAT), Infinity));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=*$/, END);
}

/**
 * The records of one meeting; undefined if the text is anything else.
 *
 * @param {string} text
 */
export async function readLink(text) {
  if (text.length > MAX_LENGTH) return undefined;
  try {
    const binary = atob(text.slice(0, -END.length).replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (each) => each.charCodeAt(0));
    const { records, faults, problem } = readFile(await pass(bytes, new DecompressionStream(FORMAT), MAX_BYTES));
    return problem || faults.length || !isOneMeeting(records) ? undefined : records;
  } catch {
    return undefined; // it was cut on its way, or is no link of ours
  }
}

/**
 * @param {BlobPart} part
 * @param {GenericTransformStream} stream
 * @param {number} limit As soon as more bytes have come it throws, and asks for no others.
 */
async function pass(part, stream, limit) {
  /** @type {ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>} */
  const reader = new Blob([part]).stream().pipeThrough(stream).getReader();
  const parts = [];
  let left = limit;
  for (let { value } = await reader.read(); value; { value } = await reader.read()) {
    left -= value.length;
    if (left < 0) throw new RangeError();
    parts.push(value);
  }
  return new Blob(parts).arrayBuffer();
}

/** @param {All} records */
function isOneMeeting(records) {
  const names = [...records.keys()];
  const ids = new Set(names.map((name) => name.split(' ')[1]));
  return ids.size === 1 && names.every((name) => TAKEN.test(name)) && exists(records.get(meetingOf(records)[0]));
}

/** @param {string} name */
function isMeeting(name) {
  return name.startsWith('meetings ');
}
