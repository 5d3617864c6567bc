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
  const address = new URL(`#${id}`, location.href).href;
  if (!(await copyText(address, word('in_address_bar')))) location.hash = id;
}

/**
 * Returns whether the browser let us.
 *
 * @param {string} text
 * @param {string} [otherwise] What is said where it did not.
 */
export async function copyText(text, otherwise = word('not_copied')) {
  const copied = navigator.clipboard?.writeText(text).then(() => true, () => false);
  const isCopied = (await copied) ?? false;
  say(isCopied ? word('copied') : otherwise);
  return isCopied;
}

/** @param {string} text */
function say(text) {
  status.textContent = text;
  setTimeout(() => {
    if (status.textContent === text) status.textContent = '';
  }, SHOWN);
}
