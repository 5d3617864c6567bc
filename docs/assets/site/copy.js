/** Copies a text, and says so. */

import { say } from './notice.js';
import { word } from './words.js';

/**
 * Returns whether the browser let us.
 *
 * @param {string} text
 * @param {string} [html] The same as rich text: who pastes takes what fits.
 * @param {string} [otherwise] What is said where the browser did not let us.
 */
export async function copyText(text, html = '', otherwise = word('not_copied')) {
  const isCopied = await write(text, html).then(() => true, () => false);
  say(isCopied ? word('copied') : otherwise);
  return isCopied;
}

/**
 * Fails, too, where there is no clipboard: on a host without https.
 *
 * @param {string} text
 * @param {string} html
 */
async function write(text, html) {
  if (!html || !window.ClipboardItem) return navigator.clipboard.writeText(text);
  return navigator.clipboard.write([new ClipboardItem({
    'text/html': new Blob([html], { type: 'text/html' }),
    'text/plain': new Blob([text], { type: 'text/plain' }),
  })]);
}
