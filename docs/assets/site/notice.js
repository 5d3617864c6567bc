/** Says what happened, at the foot of the window, with a way back where there is one. */

const SHOWN = 4000; // milliseconds; what can be undone stays until something else is said

const text = /** @type {HTMLElement} */ (document.querySelector('.site-status > p'));
const button = /** @type {HTMLElement} */ (document.querySelector('.site-status > button'));
/** @type {(() => unknown) | undefined} */
let undo;
/** @type {number | undefined} */
let timer;

button.addEventListener('click', () => {
  const back = undo;
  say('');
  back?.();
});

/**
 * @param {string} message
 * @param {() => unknown} [back] Undoes it.
 */
export function say(message, back) {
  clearTimeout(timer);
  undo = back;
  text.textContent = message;
  button.hidden = !back;
  if (message && !back) timer = setTimeout(() => say(''), SHOWN);
}
