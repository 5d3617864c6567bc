/**
 * The strip of a meeting on a list. While the meeting is active it has one action, which follows the
 * clock and the item in focus; once it is over, it says how far one came. Its words are filled in by the
 * template, before the first paint.
 *
 * @typedef {import('../store/meeting.js').Meeting} Meeting
 * @typedef {HTMLElement & {fill: (meeting: Meeting) => void}} Strip
 */

import { countItems } from '../checklist/counting.js';
import { setText } from '../site/dom.js';
import { endOf, startOf } from '../site/time.js';
import { t } from '../site/words.js';
import { MONTH_MS, enterMeeting, refreshCopy, rememberMeeting } from '../store/enter.js';
import { activeMeeting, lastMeeting, onMeetingChange } from '../store/meeting.js';
import { NO_MEETING, tickOf } from '../store/record.js';
import { formerKeys, openStore } from '../store/store.js';
import { fillLinks } from './links.js';
import { stepOf } from './step.js';
import { sortMeetings } from './when.js';

const MINUTE_MS = 60 * 1000;

const root = document.documentElement;
const strip = /** @type {Strip} */ (document.querySelector('.meeting-strip'));
const page = /** @type {import('../checklist/page.js').ChecklistPage} */ (document.querySelector('checklist-page'));
const keys = [page.getAttribute('key') ?? '', ...formerKeys(page)];
const items = /** @type {HTMLElement[]} */ ([...page.querySelectorAll('li.checklist-item[id]')]);
const store = openStore();
const meetings = store.shelf('meetings');
const log = store.shelf('log');
/** Those that are read: the log only while there is a meeting, ticks of the meetings looked at. */
const read = new Set();
const during = items.find((item) => sectionOf(item) === 'during');

/** @param {Meeting} meeting */
const hasList = ({ pages }) => pages.some((key) => keys.includes(key));

function show() {
  const id = activeMeeting();
  const meeting = meetings.records.get(id);
  if (meeting) showActive(id, meeting);
  else if (id === NO_MEETING) showLast();
}

/**
 * @param {string} id
 * @param {Meeting} meeting
 */
function showActive(id, meeting) {
  const isHere = hasList(meeting);
  const hasEntry = [...follow(log).records.values()].some((entry) => entry['meeting'] === id);
  fill(id, meeting, stepHere(stepOf(meeting, Date.now(), hasEntry), isHere));
  root.dataset['meeting'] = isHere ? 'in' : 'other';
}

/**
 * On the list itself, one is preparing already. Once one is in the conversation, it may end at any item.
 *
 * @param {import('./step.js').Step} step
 * @param {boolean} isHere
 */
function stepHere(step, isHere) {
  if (!isHere || (step !== 'prepare' && step !== 'talk')) return step;
  return isTalking() ? 'write' : 'talk';
}

/** Whether an item is shown alone that comes in the conversation, or later. */
function isTalking() {
  const shown = items.findIndex(({ offsetHeight }) => offsetHeight);
  const first = during ? items.indexOf(during) : items.length - 1;
  return root.dataset['view'] === 'focus' && shown >= first;
}

/** @param {HTMLElement | undefined} item */
function sectionOf(item) {
  return item?.closest('[aria-labelledby]')?.getAttribute('aria-labelledby');
}

/**
 * @param {string} id
 * @param {Meeting} meeting
 * @param {import('./step.js').Step} step
 */
function fill(id, meeting, step) {
  const isHere = hasList(meeting);
  strip.fill(meeting);
  find('.meeting-strip__unsaved').hidden = !meetings.unsaved.has(id);
  fillLinks(strip, step, id, isHere ? keys[0] : meeting.pages[0]);
  if (isHere && during) find('[data-step="talk"]').hash = during.id;
}

/** @param {string} selector */
function find(selector) {
  return /** @type {HTMLAnchorElement} */ (strip.querySelector(selector));
}

/** How far one came in the last meeting with this list, or in the next. */
function showLast() {
  const [id, meeting] = findLast() ?? [];
  if (!id || !meeting) {
    if (!store.error) delete root.dataset['meeting'];
    return;
  }
  const progress = countItems(ticksOf(id).records, page.items);
  const isNews = id === lastMeeting()?.id || progress.done > 0 || startOf(meeting.when) > Date.now();
  if (!isNews) return void delete root.dataset['meeting'];
  fill(id, meeting, 'prepare');
  setText(find('.meeting-strip__count'), t('count', progress));
  root.dataset['meeting'] = 'over';
  rememberMeeting(id, meeting);
}

/** @returns {[string, Meeting] | undefined} */
function findLast() {
  const ended = Date.now() - MONTH_MS;
  const all = sortMeetings(meetings.records, Date.now()).filter(([, meeting]) =>
    hasList(meeting) && !meeting.archived && endOf(meeting.when) > ended);
  return all.find(([id]) => id === lastMeeting()?.id) ?? all[0];
}

/** @param {string} id */
function ticksOf(id) {
  return follow(store.shelf('ticks', [id, keys[0] ?? '']));
}

/** @param {import('../store/shelf.js').Shelf} shelf */
function follow(shelf) {
  if (!read.has(shelf)) {
    read.add(shelf);
    void shelf.subscribe(show);
  }
  return shelf;
}

/** One at a time begins in the conversation when it is time for it, else at the first open item. */
async function begin() {
  const meeting = lastMeeting();
  const id = activeMeeting();
  if (root.dataset['view'] !== 'focus' || location.hash || meeting?.id !== id) return;
  const isTime = /talk|write/.test(stepOf(meeting, Date.now(), false));
  const shelf = ticksOf(id);
  if (!isTime) await shelf.read();
  const first = (isTime && during) || page.items.find((item) => !tickOf(shelf.records, item));
  if (first) location.replace(`#${first.id}`);
}

await customElements.whenDefined('checklist-page');
onMeetingChange(show);
setInterval(show, MINUTE_MS);
addEventListener('hashchange', show);
strip.addEventListener('click', ({ target }) => {
  const [id, meeting] = findLast() ?? [];
  if (id && /** @type {Element} */ (target).closest('button')) enterMeeting(id, meeting);
});
void begin();
await meetings.subscribe(show);
await meetings.subscribe(() => store.error || refreshCopy(meetings.records));
