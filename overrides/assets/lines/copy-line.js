/** Reads and copies the text next to a button: a line to say, or a template. */

import { copyText } from '../site/copy.js';

/** @param {Element} button */
export function onClick(button) {
  const holder = button.closest('p, pre');
  if (holder) void copyText(withoutMarks(readLine(holder).text));
}

/**
 * A line, and when to say it.
 *
 * @param {Element} holder
 */
export function readLine(holder) {
  const when = holder.querySelector(':scope > em:first-child')?.textContent ?? '';
  const text = (holder.querySelector('q') ?? holder).textContent?.trim() ?? '';
  return { when, text: (text.startsWith(when) ? text.slice(when.length) : text).trim() };
}

/** @param {string} line */
export function withoutMarks(line) {
  return line.replace(/^[«“]([^«“]*)[»”]$/s, '$1');
}
