/**
 * An entry of the log as a card, made from the templates in overrides/log.html.
 *
 * @typedef {import('./entries.js').Entry} Entry
 */

import { isOverdue, promiseEvents } from './entries.js';
import { mailAddress } from './mail.js';
import { minutesTitle, promiseLine, writeLetter } from './minutes.js';
import { fromTemplate } from '../site/forms.js';
import { formatLocal } from '../site/time.js';

const MAX_LENGTH = 5000; // characters of a text on a card; the form, paper and exports have all

/**
 * @param {Entry} entry With the names of its channel and its meeting.
 * @param {import('./minutes.js').Words} words
 * @param {string} today
 * @param {boolean} unsaved
 */
export function makeCard(entry, words, today, unsaved) {
  const shown = shorten(entry);
  const calendar = promiseEvents('', shown, '', '').length > 0;
  const card = fromTemplate('#log-entry', { ...shown, when: formatLocal(shown['when']), unsaved, calendar });
  card.querySelector('.log-tasks')?.append(...makeTasks(shown, words, today));
  card.querySelector('a')?.setAttribute('href', mailAddress(
    minutesTitle(shown, words), writeLetter(shown, words), words.mail_cut));
  const more = /** @type {HTMLButtonElement} */ (card.querySelector('.icon-button'));
  more.popoverTargetElement = more.nextElementSibling;
  return card;
}

/**
 * @param {Entry} entry
 * @returns {any}
 */
function shorten(entry) {
  return JSON.parse(JSON.stringify(entry), (_, value) =>
    (typeof value === 'string' && value.length > MAX_LENGTH ? `${value.slice(0, MAX_LENGTH)} …` : value));
}

/**
 * What is open or settled: the question first, then the promises.
 *
 * @param {Entry} entry
 * @param {import('./minutes.js').Words} words
 * @param {string} today
 */
function makeTasks({ open, settled, promises }, words, today) {
  const question = open.trim() ? [makeTask('open', `${words.open}: ${open}`, settled)] : [];
  return [...question, ...promises.map((promise, index) => makeTask(
    index, promiseLine({ ...promise, settled: undefined }, words), promise.settled, isOverdue(promise, today)))];
}

/**
 * @param {string | number} value
 * @param {string} text
 * @param {boolean} isSettled
 */
function makeTask(value, text, isSettled = false, late = false) {
  const task = fromTemplate('#log-task', { text, late });
  Object.assign(task.querySelector('input') ?? {}, { value, checked: isSettled });
  return task;
}
