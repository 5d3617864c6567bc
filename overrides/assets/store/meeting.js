/**
 * The active meeting. It is a setting of this browser, like light or dark: kept in localStorage, so
 * that it is known before the first tick and the same in all tabs. Beside its id is a copy of the last
 * meeting: a page knows before its first paint what to show of it, and whether it is over.
 *
 * @typedef {{name: string, when: string, with: string, goal: string, pages: string[],
 *   archived?: true, at: number}} Meeting
 * @typedef {Pick<Meeting, 'name' | 'when' | 'with' | 'goal' | 'pages'> & {id: string, entered: number, until: number}} Copy
 *   `entered`: when it was chosen. `until`: when it ends by itself. Both in milliseconds since 1970.
 */

import { guideId } from '../site/guide.js';
import { endOf } from '../site/time.js';

const ACTIVE = `${guideId()}.meeting`;
const LAST = `${guideId()}.last-meeting`;
const MINUTE_MS = 60 * 1000;
export const MONTH_MS = 30 * 24 * 60 * MINUTE_MS;
/** The id while no meeting is active. */
export const NO_MEETING = 'default';

/** Used until the page is left where localStorage is forbidden. */
let fallback = NO_MEETING;
/** @type {Copy | undefined} */
let fallbackCopy;

/** The id of the active meeting. It is none once the last one is over. */
export function activeMeeting() {
  const id = read(ACTIVE) ?? fallback;
  const last = lastMeeting();
  return last?.id === id && last.until < Date.now() ? NO_MEETING : id;
}

/** @returns {Copy | undefined} The meeting that is or was active last. */
export function lastMeeting() {
  try {
    return JSON.parse(read(LAST) ?? 'null') ?? fallbackCopy;
  } catch {
    return undefined; // somebody else's
  }
}

/**
 * @param {string} id
 * @param {Meeting} [meeting] None for NO_MEETING.
 */
export function enterMeeting(id, meeting) {
  fallback = write(ACTIVE, id === NO_MEETING ? undefined : id) ? NO_MEETING : id;
  if (meeting) remember(id, meeting, Date.now());
  changed();
}

/**
 * Keeps the copy like the record. Once that is removed, or long over, there is none, and no meeting is
 * active.
 *
 * @param {Map<string, Meeting>} meetings All, as read.
 */
export function refreshCopy(meetings) {
  const last = lastMeeting();
  const id = read(ACTIVE) ?? last?.id ?? fallback;
  const meeting = meetings.get(id);
  const entered = last?.id === id ? last.entered : 0;
  if (meeting && endOf(meeting.when, entered) > Date.now() - MONTH_MS) remember(id, meeting, entered);
  else if (last || id !== NO_MEETING) forget();
}

/**
 * @param {string} id
 * @param {Meeting} meeting
 * @param {number} entered
 */
function remember(id, { name, when, with: whom, goal, pages }, entered) {
  const copy = { id, entered, until: endOf(when, entered), name, when, with: whom, goal, pages };
  const text = JSON.stringify(copy);
  if (text === JSON.stringify(lastMeeting())) return;
  fallbackCopy = write(LAST, text) ? undefined : copy;
  changed();
}

function forget() {
  fallback = NO_MEETING;
  fallbackCopy = undefined;
  write(ACTIVE, undefined);
  write(LAST, undefined);
  changed();
}

/** @param {string} key */
function read(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage is forbidden
  }
}

/**
 * Returns whether it is kept.
 *
 * @param {string} key
 * @param {string | undefined} value
 */
function write(key, value) {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
    return true;
  } catch {
    return false; // storage is forbidden, or full
  }
}

function changed() {
  window.dispatchEvent(new Event('meeting'));
}

/**
 * Calls back when another meeting becomes active, or none, in this tab or another. It may also be over
 * while a page is open.
 *
 * @param {() => void} listener
 */
export function onMeetingChange(listener) {
  let known = activeMeeting();
  const check = () => {
    const id = activeMeeting();
    if (id === known) return;
    known = id;
    listener();
  };
  for (const name of ['meeting', 'storage', 'pageshow', 'visibilitychange']) addEventListener(name, check, true);
  setInterval(check, MINUTE_MS);
}
