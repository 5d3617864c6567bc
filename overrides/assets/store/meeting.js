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
import { NO_MEETING } from './record.js';

const ACTIVE = `${guideId()}.meeting`;
const LAST = `${guideId()}.last-meeting`;
const MINUTE_MS = 60 * 1000;

/** @type {Map<string, string>} Used until the page is left where localStorage is forbidden or full. */
const fallback = new Map();

/** The id of the active meeting. It is none once the last one is over. */
export function activeMeeting() {
  const id = read(ACTIVE) || NO_MEETING;
  const last = lastMeeting();
  return last?.id === id && last.until < Date.now() ? NO_MEETING : id;
}

/** @returns {Copy | null} The meeting that is or was active last. */
export function lastMeeting() {
  return JSON.parse(read(LAST) || 'null');
}

/**
 * @param {string} id
 * @param {Copy | null} last
 */
export function keepMeeting(id, last) {
  write(ACTIVE, id === NO_MEETING ? '' : id);
  write(LAST, last ? JSON.stringify(last) : '');
  dispatchEvent(new Event('meeting'));
}

/** @param {string} key */
function read(key) {
  try {
    return fallback.get(key) ?? localStorage.getItem(key);
  } catch {
    return '';
  }
}

/**
 * @param {string} key
 * @param {string} value "" removes it.
 */
function write(key, value) {
  fallback.delete(key);
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch {
    fallback.set(key, value);
  }
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
