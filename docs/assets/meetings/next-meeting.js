/** The next meeting, today or later, on the front page. It takes the place of the words there: nothing moves. */

import { openStore } from '../store/store.js';
import { word } from '../site/words.js';
import { groupOf, inOrder, inWords, onTheClock } from './when.js';

const place = /** @type {HTMLElement} */ (document.querySelector('.next-meeting'));
const meetings = openStore().shelf('meetings');

void meetings.follow(() => {
  const clock = onTheClock();
  const [first] = inOrder(meetings.records, clock);
  const [link, time] = place.children;
  const isComing = first !== undefined && groupOf(first[1], clock) === 0;
  place.toggleAttribute('data-ready', isComing);
  if (!isComing) return;
  const [id, { name, when }] = first;
  /** @type {HTMLAnchorElement} */ (link).hash = id;
  /** @type {HTMLAnchorElement} */ (link).textContent = name;
  /** @type {HTMLElement} */ (time).textContent = inWords(when, word('locale'), 'medium');
});
