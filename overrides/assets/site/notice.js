/** A notice at the bottom of the window, with an undo button if there is something to undo. */

const NOTICE_MS = 4000; // a notice with an undo button stays until the next one

const text = /** @type {HTMLElement} */ (document.querySelector('.site-status > p'));
const button = /** @type {HTMLElement} */ (document.querySelector('.site-status > button'));
const undoLabel = button.textContent;
/** @type {(() => unknown) | undefined} */
let undo;
/** @type {HTMLElement | null} Where the reader was. */
let focused = null;
/** @type {number | undefined} */
let timer;

button.addEventListener('click', () => {
  const [back, place] = [undo, focused];
  notify('');
  place?.focus();
  back?.();
});

/**
 * @param {string} message
 * @param {() => unknown} [back] Undoes what the message is about.
 * @param {string} [label] Of the button, if that does something else.
 */
export function notify(message, back, label = undoLabel) {
  clearTimeout(timer);
  undo = back;
  focused = /** @type {HTMLElement | null} */ (document.activeElement);
  text.textContent = message;
  button.hidden = !back;
  button.textContent = label;
  if (message && !back) timer = setTimeout(() => notify(''), NOTICE_MS);
}

export function shownNotice() {
  return text.textContent;
}

addEventListener('store-cleared', () => undo && notify(''));
