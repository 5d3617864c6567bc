/**
 * The active meeting. It is a setting of this browser, like light or dark: kept in localStorage, so
 * that it is known before the first tick and the same in all tabs.
 */

import { guideId } from '../site/guide.js';

const STORAGE_KEY = `${guideId()}.meeting`;
/** The id while no meeting is active. */
export const NO_MEETING = 'default';

/** Used until the page is left where localStorage is forbidden. */
let fallback = NO_MEETING;

/** The id of the active meeting. */
export function activeMeeting() {
  try {
    return localStorage.getItem(STORAGE_KEY) ?? fallback;
  } catch {
    return fallback;
  }
}

/** @param {string} id */
export function enterMeeting(id) {
  fallback = NO_MEETING;
  try {
    if (id === NO_MEETING) localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, id);
  } catch {
    fallback = id;
  }
  window.dispatchEvent(new Event('meeting'));
}

/**
 * Calls back when the active meeting changes, in this tab or another.
 *
 * @param {() => void} listener
 */
export function onMeetingChange(listener) {
  addEventListener('meeting', listener);
  addEventListener('storage', listener);
}
