/**
 * Chooses the active meeting, and keeps the copy of it like its record.
 *
 * @typedef {import('./meeting.js').Meeting} Meeting
 */

import { endOf } from '../site/time.js';
import { activeMeeting, keepMeeting, lastMeeting } from './meeting.js';
import { NO_MEETING } from './record.js';

export const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * @param {string} id
 * @param {Meeting} [meeting] None for NO_MEETING: the copy stays, to tell how far one came.
 */
export function enterMeeting(id, meeting) {
  keepMeeting(id, meeting ? copyOf(id, meeting, Date.now()) : lastMeeting());
}

/**
 * While no meeting is active: the next page keeps room for what is said of this one.
 *
 * @param {string} id
 * @param {Meeting} meeting
 */
export function rememberMeeting(id, meeting) {
  if (lastMeeting()?.id !== id) keepMeeting(NO_MEETING, copyOf(id, meeting, 0));
}

/**
 * Keeps the copy like the record. Once that is removed, or long over, there is none, and no meeting is
 * active.
 *
 * @param {Map<string, Meeting>} meetings All, as read.
 */
export function refreshCopy(meetings) {
  const active = activeMeeting();
  const last = lastMeeting();
  const id = active === NO_MEETING ? last?.id ?? '' : active;
  const meeting = meetings.get(id);
  const copy = meeting && copyOf(id, meeting, last?.id === id ? last.entered : 0);
  if (copy && copy.until > Date.now() - MONTH_MS) {
    if (JSON.stringify(copy) !== JSON.stringify(last)) keepMeeting(active, copy);
  } else if (id) keepMeeting(NO_MEETING, null);
}

/**
 * @param {string} id
 * @param {Meeting} meeting
 * @param {number} entered
 */
function copyOf(id, { name, when, with: whom, goal, pages }, entered) {
  return { id, entered, until: endOf(when, entered), name, when, with: whom, goal, pages };
}
