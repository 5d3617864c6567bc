/** Copies a text, and tells the reader. */

import { notify } from './notice.js';
import { t } from './words.js';

/**
 * Returns whether the browser allowed it.
 *
 * @param {string} text
 * @param {string} [html] The same as rich text.
 * @param {string} [otherwise] The message if the browser did not allow it.
 */
export async function copyText(text, html = '', otherwise = t('not_copied')) {
  const isCopied = await writeClipboard(text, html).then(() => true, () => false);
  notify(isCopied ? t('copied') : otherwise);
  return isCopied;
}

/**
 * Also fails on a host without https, which has no clipboard.
 *
 * @param {string} text
 * @param {string} html
 */
async function writeClipboard(text, html) {
  if (!html || !window.ClipboardItem) return navigator.clipboard.writeText(text);
  return navigator.clipboard.write([new ClipboardItem({
    'text/html': new Blob([html], { type: 'text/html' }),
    'text/plain': new Blob([text], { type: 'text/plain' }),
  })]);
}
