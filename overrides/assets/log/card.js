/**
 * An entry of the log as a card, made from the templates in overrides/log.html.
 *
 * @typedef {import('./entries.js').Entry} Entry
 * @typedef {{words: import('./minutes.js').Words, today: string}} Options
 */

import { isOverdue } from './entries.js';
import { mailAddress } from './mail.js';
import { minutesTitle, promiseLine, writeLetter } from './minutes.js';
import { fromTemplate } from '../site/forms.js';
import { formatLocal } from '../site/time.js';
import { t } from '../site/words.js';

const MAX_LENGTH = 5000; // characters of a text on a card; the form, paper and exports have all

/**
 * @param {Entry} entry With the names of its channel and its meeting.
 * @param {boolean} isUnsaved
 * @param {Options} options
 */
export function makeCard(entry, isUnsaved, options) {
  const shown = shorten(entry);
  const { meeting, with: people, channel, asked, agreed } = shown;
  const card = fromTemplate('#log-entry', {
    meeting, with: people, channel, asked, agreed,
    when: formatLocal(shown['when']),
    unsaved: isUnsaved ? t('not_saved') : '',
  });
  card.querySelector('.log-tasks')?.append(...makeTasks(shown, options));
  card.querySelector('a')?.setAttribute('href', mailAddress(
    minutesTitle(shown, options.words), writeLetter(shown, options.words), t('mail_cut')));
  const menu = /** @type {HTMLElement} */ (card.querySelector('[popover]'));
  const more = /** @type {HTMLButtonElement} */ (menu.previousElementSibling);
  more.popoverTargetElement = menu;
  return card;
}

/**
 * @param {Entry} entry
 * @returns {Entry}
 */
function shorten(entry) {
  return JSON.parse(JSON.stringify(entry), (_, value) =>
    (typeof value === 'string' && value.length > MAX_LENGTH ? `${value.slice(0, MAX_LENGTH)} …` : value));
}

/**
 * What is open or settled: the question first, then the promises.
 *
 * @param {Entry} entry
 * @param {Options} options
 */
function makeTasks(entry, { words, today }) {
  const question = entry['open'].trim() && `${words.open}: ${entry['open']}`;
  const promises = entry.promises.map((promise, index) => makeTask(
    promiseLine({ ...promise, settled: undefined }, words), String(index), promise.settled,
    isOverdue(promise, today) ? t('late') : ''));
  return [...(question ? [makeTask(question, 'open', entry['settled'])] : []), ...promises];
}

/**
 * @param {string} text
 * @param {string} value
 * @param {boolean | undefined} isSettled
 */
function makeTask(text, value, isSettled, late = '') {
  const task = fromTemplate('#log-task', { text, late });
  const box = /** @type {HTMLInputElement} */ (task.querySelector('input'));
  box.value = value;
  box.checked = Boolean(isSettled);
  return task;
}
