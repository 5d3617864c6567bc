/**
 * The theme's search matches prefixes, so that "for" finds "forsinket". Stop words are removed from
 * the query before the theme's worker receives it.
 */

import { withoutStopWords } from './query.js';
import { t } from './words.js';

const QUERY = 2; // the theme's type of this message
const stopWords = new Set(t('search_noise').split(' '));
const send = Worker.prototype.postMessage;

/**
 * @this {Worker}
 * @param {any} message
 * @param {any} [options]
 */
Worker.prototype.postMessage = function postMessage(message, options) {
  const isQuery = message?.type === QUERY && typeof message.data === 'string';
  const sent = isQuery ? { ...message, data: withoutStopWords(message.data, stopWords) } : message;
  send.call(this, sent, options);
};

// The theme's arrow keys know the results only. Without one, they lead to the help in their place.
const search = /** @type {HTMLElement} */ (document.querySelector('.md-search'));
/** @type {NodeListOf<HTMLElement>} */
const found = search.querySelectorAll('.md-search__input, .search-help a');
const places = [...found];
search.addEventListener('keydown', (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !places.at(-1)?.offsetParent) return;
  const here = places.findIndex((place) => place === document.activeElement);
  places.at((here + step) % places.length)?.focus();
  event.preventDefault();
  event.stopPropagation();
});

// The theme searches at a keyup only, so not when text is pasted or dictated.
const input = /** @type {HTMLInputElement} */ (search.querySelector('.md-search__input'));
input.addEventListener('input', (event) => {
  const { inputType } = /** @type {InputEvent} */ (event);
  if (inputType !== 'insertText') input.dispatchEvent(new Event('keyup'));
});
if (input.value) input.dispatchEvent(new Event('keyup')); // it was there before this script
