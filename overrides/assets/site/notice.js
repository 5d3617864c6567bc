/** A notice at the bottom of the window, with an undo button if there is something to undo. */

const NOTICE_MS = 4000; // a notice with an undo button stays until the next one

const text = /** @type {HTMLElement} */ (document.querySelector('.site-status > p'));
const button = /** @type {HTMLElement} */ (document.querySelector('.site-status > button'));
/** @type {(() => unknown) | undefined} */
let undo;
/** @type {number | undefined} */
let timer;

button.addEventListener('click', () => {
  const back = undo;
  notify('');
  back?.();
});

/**
 * @param {string} message
 * @param {() => unknown} [back] Undoes what the message is about.
 */
export function notify(message, back) {
  clearTimeout(timer);
  undo = back;
  text.textContent = message;
  button.hidden = !back;
  if (message && !back) timer = setTimeout(() => notify(''), NOTICE_MS);
}

addEventListener('store-cleared', () => undo && notify(''));
