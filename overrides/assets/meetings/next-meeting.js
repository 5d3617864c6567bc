/** Shows the next meeting, not over yet, on the front page. */

import { openStore } from '../store/store.js';
import { formatWhen, groupOf, sortMeetings } from './when.js';

const door = /** @type {HTMLElement} */ (document.querySelector('.door--meeting'));
const link = /** @type {HTMLAnchorElement} */ (door.querySelector('.next-meeting > a'));
const time = /** @type {HTMLElement} */ (door.querySelector('p > .next-meeting'));
const meetings = openStore().shelf('meetings');

void meetings.subscribe(() => {
  const now = Date.now();
  const [[id, meeting] = ['', undefined]] = sortMeetings(meetings.records, now);
  const isUpcoming = meeting !== undefined && groupOf(meeting, now) === 0;
  door.toggleAttribute('data-next', isUpcoming);
  if (!isUpcoming) return;
  link.hash = id;
  link.textContent = meeting.name;
  time.textContent = formatWhen(meeting.when);
});
