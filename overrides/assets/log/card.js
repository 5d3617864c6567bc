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

/**
 * @param {Entry} entry With the names of its channel and its meeting.
 * @param {import('./minutes.js').Words} words
 * @param {string} today
 * @param {boolean} unsaved
 */
export function makeCard(entry, words, today, unsaved) {
  const texts = /** @type {Record<string, string>} */ (/** @type {unknown} */ (entry));
  const calendar = promiseEvents('', entry, '', '').length > 0;
  const card = fromTemplate('#log-entry', { ...texts, when: formatLocal(entry['when']), unsaved, calendar });
  card.querySelector('.log-tasks')?.append(...makeTasks(entry, words, today));
  card.querySelector('a')?.setAttribute('href', mailAddress(
    minutesTitle(entry, words), writeLetter(entry, words), words.mail_cut));
  const more = /** @type {HTMLButtonElement} */ (card.querySelector('.icon-button'));
  more.popoverTargetElement = more.nextElementSibling;
  return card;
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
