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
