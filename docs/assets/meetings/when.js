/**
 * When a meeting is: its place among the others, and in words. Pure.
 *
 * @typedef {{name: string, when: string, with: string, goal: string, pages: string[],
 *   archived?: true, at: number}} Meeting
 */

import { inWords, onTheClock } from '../site/time.js';

const DAY = 24 * 60 * 60 * 1000; // milliseconds
const SOON = 2; // days: today, tomorrow, and where a language has a word for it the day after

/**
 * 0 for a meeting today or later, 1 for one without a time, 2 for a past one, 3 for an archived one.
 *
 * @param {Meeting} meeting
 * @param {string} clock
 */
export function groupOf({ when, archived }, clock) {
  if (archived) return 3;
  if (!when) return 1;
  return when < clock.slice(0, 10) ? 2 : 0;
}

/**
 * By group; what is nearest to now comes first, and what was changed last.
 *
 * @param {Map<string, Meeting>} meetings By id.
 * @param {string} clock
 */
export function inOrder(meetings, clock) {
  return [...meetings].sort(([, a], [, b]) => {
    const group = groupOf(a, clock);
    const later = a.when.localeCompare(b.when);
    return group - groupOf(b, clock) || (group < 2 ? later : -later) || b.at - a.at;
  });
}

/**
 * A time in words, and how soon it is. What is no time stays as it was typed.
 *
 * @param {string} when
 * @param {string} locale
 */
export function whenInWords(when, locale, clock = onTheClock()) {
  const text = inWords(when, locale);
  const days = (Date.parse(when.slice(0, 10)) - Date.parse(clock.slice(0, 10))) / DAY;
  if (!(days >= 0 && days <= SOON)) return text;
  return `${text} (${new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')})`;
}
