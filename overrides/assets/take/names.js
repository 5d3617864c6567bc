/** What a meeting is called that has come without its name. */

import { formatLocal } from '../site/time.js';
import { t } from '../site/words.js';

/**
 * The titles of its lists, as far as the page knows them.
 *
 * @param {Record<string, any>} meeting
 */
export function titlesOf({ pages }) {
  /** @type {{key: string, title: string, was: string[]}[]} */
  const lists = JSON.parse(document.querySelector('#checklists')?.textContent ?? '[]');
  return lists.filter(({ key, was }) => [key, ...was].some((page) => pages.includes(page)))
    .map(({ title }) => title).join(', ');
}

/** @param {Record<string, any>} meeting */
export function nameFor(meeting) {
  return titlesOf(meeting) || formatLocal(meeting['when']) || t('a_meeting');
}
