/** Which meeting one is in, above a checklist. What one can do about it is loaded when it is asked for. */

import { NO_MEETING, enterMeeting, meetingNow, onMeeting } from '../store/meeting.js';
import { formerKeys, openStore } from '../store/store.js';

const line = /** @type {HTMLElement} */ (document.querySelector('.meeting-line'));
const link = /** @type {HTMLAnchorElement} */ (line.querySelector('a'));
const mark = /** @type {HTMLElement} */ (line.querySelector('.meeting-line__unsaved'));
const page = /** @type {Element} */ (line.closest('checklist-page'));
const key = page.getAttribute('key') ?? '';
const keys = [key, ...formerKeys(page)];
const store = openStore();
const meetings = store.shelf('meetings');

function show() {
  const id = meetingNow();
  const meeting = meetings.records.get(id);
  if (!meeting && id !== NO_MEETING) return; // it has not been read
  line.dataset['in'] = meeting ? (meeting.pages.some(isThis) ? 'list' : 'other') : 'none';
  link.textContent = meeting?.name ?? '';
  link.hash = id;
  mark.hidden = !meetings.unsaved.has(id);
}

/** @param {string} key */
function isThis(key) {
  return keys.includes(key);
}

line.addEventListener('click', async ({ target }) => {
  const button = /** @type {Element} */ (target).closest('button');
  if (button) (await import('./dialog.js')).act(button.value, key);
});
onMeeting(show);
show();
void meetings.follow(show).then(() => {
  const isGone = !meetings.records.has(meetingNow()) && !store.trouble;
  if (isGone) enterMeeting(NO_MEETING); // deleted, while this page was not there to hear of it
});
