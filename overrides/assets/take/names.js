/** What a meeting is called that has come without its name. */

import { checklistOf } from '../meetings/checklists.js';
import { formatLocal } from '../site/time.js';
import { t } from '../site/words.js';

/**
 * The titles of its lists, as far as the page knows them.
 *
 * @param {Record<string, any>} meeting
 */
export function titlesOf({ pages }) {
  return pages.flatMap((/** @type {string} */ page) => checklistOf(page)?.title ?? []).join(', ');
}

/** @param {Record<string, any>} meeting */
export function nameFor(meeting) {
  return titlesOf(meeting) || formatLocal(meeting['when']) || t('a_meeting');
}
