/**
 * Writes entries of the log as minutes, in plain text or Markdown. Pure.
 *
 * @typedef {'asked' | 'agreed' | 'open' | 'owner' | 'due'} Field
 * @typedef {import('./entries.js').Entry} Entry
 * @typedef {Record<Field | 'minutes' | 'locale', string>} Words
 * @typedef {[title: string, strong: string, special: RegExp]} Style The marks before a title and around
 *   a label, and the characters to escape.
 */

import { formatLocal } from '../site/time.js';

/** @type {Style} */
export const PLAIN = ['', '', /(?!)/];

/** @type {Style} */
export const MARKDOWN = ['## ', '**', /[\\`*_[\]<>#&|~]|^[-+=]|(?<=^\d+)[.)]/g];

/** @type {Field[]} */
const FIELDS = ['asked', 'agreed', 'open', 'owner', 'due'];

/**
 * Each line of a text becomes a point. Entries without texts are left out.
 *
 * @param {Entry[]} entries
 * @param {Words} words
 * @param {Style} style
 */
export function writeMinutes(entries, words, style) {
  return entries.map((entry) => minutesOf(entry, words, style)).filter(Boolean).join('\n\n\n');
}

/** @param {Entry} entry @param {Words} words @param {Style} style */
function minutesOf(entry, words, [title, strong, special]) {
  /** @type {Entry} */
  const texts = { ...entry, due: formatLocal(entry.due, words.locale) };
  const parts = FIELDS.flatMap((field) => {
    const points = pointsOf(texts[field], special);
    const text = points.length > 1 ? points.map((point) => `\n- ${point}`).join('') : ` ${points}`;
    return points.length ? `${strong}${words[field]}:${strong}${text}` : [];
  });
  const head = [formatLocal(entry.when, words.locale), ...pointsOf(entry.with, special)].join(', ');
  return parts.length ? [`${title}${words.minutes}: ${head}`, ...parts].join('\n\n') : '';
}

/**
 * The lines of a text, without bullets that were typed.
 *
 * @param {string} text
 * @param {RegExp} special
 */
function pointsOf(text, special) {
  const lines = text.split('\n').map((line) => line.trim().replace(/^[-*•](\s+|$)/, ''));
  return lines.filter(Boolean).map((line) => line.replace(special, '\\$&'));
}
