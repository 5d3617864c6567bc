/** Shows the active meeting above a checklist. The dialog is loaded on the first click. */

import { load } from '../site/load.js';
import { NO_MEETING, activeMeeting, enterMeeting, onMeetingChange } from '../store/meeting.js';
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
  const id = activeMeeting();
  const meeting = meetings.records.get(id);
  if (!meeting && id !== NO_MEETING) return; // not read yet
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
  if (button) (await load(import('./dialog.js'))).act(button.value, key);
});
onMeetingChange(show);
show();
void meetings.subscribe(show).then(() => {
  const isGone = !meetings.records.has(activeMeeting()) && !store.error;
  if (isGone) enterMeeting(NO_MEETING); // deleted while no page was open
});
