/**
 * The time of a meeting: for sorting, and in words.
 *
 * @typedef {import('../store/meeting.js').Meeting} Meeting
 */

import { endOf, formatLocal, localDateTime, startOf } from '../site/time.js';
import { t } from '../site/words.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const SOON_DAYS = 2; // today, tomorrow, and the day after, for which some languages have a word

/**
 * 0 for a meeting that is not over, 1 for one without a time, 2 for one that is over, by the clock or as
 * the reader says.
 *
 * @param {Meeting} meeting
 * @param {number} now Milliseconds since 1970.
 */
export function groupOf({ when, archived }, now) {
  if (archived) return 2;
  if (Number.isNaN(startOf(when))) return 1;
  return endOf(when) < now ? 2 : 0;
}

/**
 * By group. Within a group, meetings nearest to now come first, then those changed last.
 *
 * @param {Map<string, Meeting>} meetings By id.
 * @param {number} now
 */
export function sortMeetings(meetings, now) {
  return [...meetings].sort(([, a], [, b]) => {
    const group = groupOf(a, now);
    const later = a.when.localeCompare(b.when);
    return group - groupOf(b, now) || (group < 2 ? later : -later) || b.at - a.at;
  });
}

/**
 * A time in words, and how soon it is. A text that is not a time is returned unchanged.
 *
 * @param {string} when
 */
export function formatWhen(when, locale = t('locale'), now = localDateTime()) {
  const text = formatLocal(when, locale);
  const days = (Date.parse(when.slice(0, 10)) - Date.parse(now.slice(0, 10))) / DAY_MS;
  if (!(days >= 0 && days <= SOON_DAYS)) return text;
  return `${text} (${new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')})`;
}
