/**
 * The meeting that one is in. It is how one looks at the guide, as light or dark is: it stands in
 * localStorage, known before the first tick, and the same in all tabs.
 */

const NAME = 'ryggen-fri.meeting';
/** The meeting of who is in none. */
export const NO_MEETING = 'default';

/** What could not be stored: it holds until one leaves the page. */
let current = NO_MEETING;

/** The id of the meeting. */
export function meetingNow() {
  try {
    return localStorage.getItem(NAME) ?? current;
  } catch {
    return current;
  }
}

/** @param {string} id */
export function enterMeeting(id) {
  current = NO_MEETING;
  try {
    if (id === NO_MEETING) localStorage.removeItem(NAME);
    else localStorage.setItem(NAME, id);
  } catch {
    current = id;
  }
  window.dispatchEvent(new Event('meeting'));
}

/**
 * Calls back when one enters another meeting, here or in another tab.
 *
 * @param {() => void} listener
 */
export function onMeeting(listener) {
  addEventListener('meeting', listener);
  addEventListener('storage', listener);
}
