/** Reads and copies the text next to a button: a line to say, or a template. */

import { copyText } from '../site/copy.js';

/** @param {Element} button */
export function onClick(button) {
  const { parentElement: holder } = button;
  if (holder) void copyText(withoutMarks(readLine(holder).text));
}

/**
 * A line, and when to say it.
 *
 * @param {Element} holder
 */
export function readLine(holder) {
  const when = holder.querySelector(':scope > em:first-child')?.textContent ?? '';
  const all = (holder.textContent ?? '').trim();
  const text = (all.startsWith(when) ? all.slice(when.length) : all).trim();
  return { when, text };
}

/** @param {string} line */
export function withoutMarks(line) {
  return line.replace(/^[«“]([^«“]*)[»”]$/s, '$1');
}
