/**
 * Writes entries of the log as minutes: plain text with lists, which e-mail and wikis show as it is. Pure.
 *
 * @typedef {import('./entries.js').Entry} Entry
 * @typedef {import('./entries.js').Promised} Promised
 * @typedef {'asked' | 'agreed' | 'open'} Field
 * @typedef {Record<Field | 'with' | 'promises' | 'minutes' | 'by' | 'settled' | 'late' | 'greeting' | 'locale'
 *   | 'mail_cut', string>} Words
 */

import { promiseText } from './entries.js';
import { formatLocal } from '../site/time.js';

/** @type {Field[]} */
const FIELDS = ['asked', 'agreed', 'open'];

/**
 * Each line of a text becomes a point. Nothing for an entry without texts.
 *
 * @param {Entry} entry With the name of its meeting.
 * @param {Words} words
 */
export function writeMinutes(entry, words) {
  const promises = entry.promises.map((promise) => promiseLine(promise, words)).filter(Boolean);
  const parts = [
    ...FIELDS.map((field) => section(words[field], pointsOf(entry[field]))),
    section(words.promises, promises, true),
  ].filter(Boolean);
  const head = [minutesTitle(entry, words), section(words.with, pointsOf(entry['with']))];
  return parts.length ? [head.filter(Boolean).join('\n'), ...parts].join('\n\n') : '';
}

/**
 * The minutes as a letter to those who were there.
 *
 * @param {Entry} entry
 * @param {Words} words
 */
export function writeLetter(entry, words) {
  return `${words.greeting}\n\n${writeMinutes(entry, words)}`;
}

/**
 * @param {Entry} entry
 * @param {Words} words
 */
export function minutesTitle({ meeting, when }, words) {
  const parts = [...pointsOf(meeting), formatLocal(when, words.locale)].filter(Boolean);
  return [words.minutes, parts.join(', ')].filter(Boolean).join(': ');
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
function section(label, points, isList = points.length > 1) {
  const text = isList ? points.map((point) => `\n- ${point}`).join('') : ` ${points}`;
  return points.length ? `${label}:${text}` : '';
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
