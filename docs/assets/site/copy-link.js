/** Copies an address of the page, and says so. */

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
  const copied = navigator.clipboard?.writeText(address).then(() => true, () => false);
  const isCopied = (await copied) ?? false;
  if (!isCopied) location.hash = id;
  say(isCopied ? word('copied') : word('not_copied'));
}

/** @param {string} text */
function say(text) {
  status.textContent = text;
  setTimeout(() => {
    if (status.textContent === text) status.textContent = '';
  }, SHOWN);
}
