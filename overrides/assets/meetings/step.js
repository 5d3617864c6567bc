/**
 * What to do next with a meeting. It follows the clock. Pure.
 *
 * @typedef {'find' | 'prepare' | 'talk' | 'write' | 'copy'} Step `find`: a list. `talk`: one is in the
 *   conversation. `write`: what was agreed. `copy`: the minutes.
 */

import { startOf } from '../site/time.js';

const QUARTER_MS = 15 * 60 * 1000; // people come early, and begin late

/**
 * @param {{when: string, pages: string[]}} meeting
 * @param {number} now Milliseconds since 1970.
 * @param {boolean} hasEntry Whether the log has an entry of this meeting.
 * @returns {Step}
 */
export function stepOf({ when, pages }, now, hasEntry) {
  const start = startOf(when);
  if (hasEntry) return 'copy';
  if (now > start + QUARTER_MS) return 'write';
  if (!pages.length) return 'find';
  return now >= start - QUARTER_MS ? 'talk' : 'prepare';
}
