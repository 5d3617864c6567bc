/**
 * What is next for this reader, on the front page: a meeting, an open promise, a list that is begun.
 * One line each.
 *
 * @typedef {HTMLElement & {ticks: import('../store/record.js').Ticks}} Badge
 */

import '../checklist/badge.js';
import { dateIn, isOverdue, openPromises } from '../log/entries.js';
import { groupOf, sortMeetings } from '../meetings/when.js';
import { openStore } from '../store/store.js';
import { fromTemplate } from './forms.js';
import { formatShort } from './time.js';

const list = /** @type {HTMLElement} */ (document.querySelector('.front__next'));
const meetings = openStore().shelf('meetings');
const log = openStore().shelf('log');

/** @returns {HTMLElement | undefined} */
function nextMeeting() {
  const now = Date.now();
  const [next] = sortMeetings(meetings.records, now);
  if (!next || groupOf(next[1], now) > 0) return undefined;
  const [id, { when, name }] = next;
  return line(`${list.dataset['meetings']}#${id}`, { when: formatShort(when), name });
}

/** @returns {HTMLElement | undefined} */
function nextPromise() {
  const [promise] = openPromises(log.records.values());
  return promise && line(`${list.dataset['log']}`, {
    late: isOverdue(promise, dateIn()),
    when: formatShort(promise.due),
    name: promise.text,
  });
}

/** @returns {HTMLElement | undefined} */
function listBegun() {
  /** @type {NodeListOf<Badge>} */
  const badges = document.querySelectorAll('.row checklist-badge:not(.is-prepared)');
  const [newest] = [...badges].map((badge) => ({ badge, at: lastTick(badge) }))
    .sort((one, other) => other.at - one.at);
  const link = newest?.at && newest.badge.closest('.row')?.querySelector('a');
  return link ? line(link.href, { go_on: true, title: link.textContent }) : undefined;
}

/** @param {Badge} badge */
function lastTick({ ticks }) {
  return Math.max(0, ...[...ticks.values()].map(({ at }) => at));
}

/**
 * @param {string} href
 * @param {Record<string, string | boolean>} parts Those that are true keep the words of the template.
 */
function line(href, parts) {
  const made = fromTemplate('#next', parts);
  /** @type {HTMLAnchorElement} */ (made.querySelector('a')).href = href;
  return made;
}

function show() {
  const lines = [nextMeeting(), nextPromise(), listBegun()];
  list.replaceChildren(...lines.flatMap((each) => each ?? []));
}

document.addEventListener('checklist-badge', show);
for (const shelf of [meetings, log]) void shelf.subscribe(show);
