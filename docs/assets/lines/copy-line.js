/** Copies what a button belongs to: a line to say, or a template. */

import { copyText } from '../site/copy.js';

/** @param {Element} button */
export function copyLine(button) {
  const { parentElement: holder } = button;
  if (holder) void copyText(spokenText(holder));
}

/**
 * A line without when it fits, and without the marks around it.
 *
 * @param {Element} holder
 */
function spokenText(holder) {
  const when = holder.querySelector(':scope > em:first-child')?.textContent ?? '';
  const all = (holder.textContent ?? '').trim();
  const line = (all.startsWith(when) ? all.slice(when.length) : all).trim();
  return line.replace(/^[«“]([^«“]*)[»”]$/s, '$1');
}
