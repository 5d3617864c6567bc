/**
 * Writes entries of the log as minutes: plain text with lists, which e-mail and wikis show as it is. Pure.
 *
 * @typedef {import('./entries.js').Entry} Entry
 * @typedef {import('./entries.js').Promised} Promised
 * @typedef {'asked' | 'agreed' | 'open'} Field
 * @typedef {Record<Field | 'with' | 'promises' | 'minutes' | 'by' | 'settled' | 'greeting' | 'locale',
 *   string>} Words
 */

import { promiseText } from './entries.js';
import { formatLocal } from '../site/time.js';

/** @type {Field[]} */
const FIELDS = ['asked', 'agreed', 'open'];

/**
 * Each line of a text becomes a point. Nothing for an entry without texts.
 *
 * @param {Entry} entry
 * @param {string} meeting Its name.
 * @param {Words} words
 */
export function writeMinutes(entry, meeting, words) {
  const parts = FIELDS.map((field) => section(words[field], pointsOf(entry[field])));
  const promises = entry.promises.map((promise) => promiseLine(promise, words)).filter(Boolean);
  parts.push(promises.length ? list(words.promises, promises) : '');
  const texts = parts.filter(Boolean);
  const people = section(words.with, pointsOf(entry['with']));
  const head = [minutesTitle(entry, meeting, words), people].filter(Boolean).join('\n');
  return texts.length ? [head, ...texts].join('\n\n') : '';
}

/**
 * The minutes as a letter to those who were there.
 *
 * @param {Entry} entry
 * @param {string} meeting
 * @param {Words} words
 */
export function writeLetter(entry, meeting, words) {
  return `${words.greeting}\n\n${writeMinutes(entry, meeting, words)}`;
}

/**
 * @param {Entry} entry
 * @param {string} meeting
 * @param {Words} words
 */
export function minutesTitle(entry, meeting, words) {
  const parts = [...pointsOf(meeting), formatLocal(entry['when'], words.locale)];
  return `${words.minutes}: ${parts.filter(Boolean).join(', ')}`;
}

/**
 * Who does what, and by when.
 *
 * @param {Promised} promise
 * @param {Pick<Words, 'by' | 'settled' | 'locale'>} words
 */
export function promiseLine(promise, words) {
  const due = promise.due && `${words.by} ${formatLocal(promise.due, words.locale)}`;
  const line = [promiseText(promise), due].filter(Boolean).join(', ');
  return line && promise.settled ? `${line} (${words.settled})` : line;
}

/** @param {string} label @param {string[]} points */
function section(label, points) {
  if (points.length > 1) return list(label, points);
  return points.length ? `${label}: ${points}` : '';
}

/** @param {string} label @param {string[]} points */
function list(label, points) {
  return [`${label}:`, ...points.map((point) => `- ${point}`)].join('\n');
}

/**
 * The lines of a text, without bullets that were typed.
 *
 * @param {string} text
 */
function pointsOf(text) {
  const lines = text.split('\n').map((line) => line.trim().replace(/^[-*•](\s+|$)/, ''));
  return lines.filter(Boolean);
}
