/** Copies an address of the page, or a text, and says so. */

import { word } from './words.js';

const SHOWN = 4000; // milliseconds

const status = document.createElement('p');
status.className = 'site-status';
status.setAttribute('role', 'status');
document.body.append(status);

/**
 * Where the browser does not let us copy, the address stands in its address bar.
 *
 * @param {string} id
 */
export async function copyLink(id) {
  if (!(await copyText(new URL(`#${id}`, location.href).href))) location.hash = id;
}

/**
 * Returns whether the browser let us.
 *
 * @param {string} text
 */
export async function copyText(text) {
  const copied = navigator.clipboard?.writeText(text).then(() => true, () => false);
  const isCopied = (await copied) ?? false;
  say(isCopied ? word('copied') : word('not_copied'));
  return isCopied;
}

/** @param {string} text */
function say(text) {
  status.textContent = text;
  setTimeout(() => {
    if (status.textContent === text) status.textContent = '';
  }, SHOWN);
}
