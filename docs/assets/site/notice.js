/** Says what happened, at the foot of the window, with a way back where there is one. */

import { word } from './words.js';

const SHOWN = 4000; // milliseconds; what can be undone stays until something else is said

const notice = document.createElement('div');
const text = document.createElement('p');
const button = document.createElement('button');
/** @type {(() => unknown) | undefined} */
let undo;
/** @type {number | undefined} */
let timer;

notice.className = 'site-status';
text.setAttribute('role', 'status');
button.type = 'button';
button.textContent = word('undo');
button.addEventListener('click', () => {
  const back = undo;
  say('');
  back?.();
});
notice.append(text);
document.body.append(notice);

/**
 * @param {string} message
 * @param {() => unknown} [back] Undoes it.
 */
export function say(message, back) {
  clearTimeout(timer);
  undo = back;
  text.textContent = message;
  if (back) notice.append(button);
  else button.remove();
  if (message && !back) timer = setTimeout(() => say(''), SHOWN);
}
