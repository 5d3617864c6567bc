/** The next meeting, today or later, in the first door of the front page. */

import { openStore } from '../store/store.js';
import { word } from '../site/words.js';
import { onTheClock } from '../site/time.js';
import { groupOf, inOrder, whenInWords } from './when.js';

const door = /** @type {HTMLElement} */ (document.querySelector('.door--meeting'));
const link = /** @type {HTMLAnchorElement} */ (door.querySelector('.next-meeting > a'));
const time = /** @type {HTMLElement} */ (door.querySelector('p > .next-meeting'));
const meetings = openStore().shelf('meetings');

void meetings.follow(() => {
  const clock = onTheClock();
  const [[id, meeting] = ['', undefined]] = inOrder(meetings.records, clock);
  const isComing = meeting !== undefined && groupOf(meeting, clock) === 0;
  door.toggleAttribute('data-next', isComing);
  if (!isComing) return;
  link.hash = id;
  link.textContent = meeting.name;
  time.textContent = whenInWords(meeting.when, word('locale'));
});
