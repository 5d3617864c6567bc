/**
 * The calendar events of a meeting. Pure.
 *
 * @typedef {{when: string, with: string, goal: string}} Meeting `when`: local YYYY-MM-DDTHH:mm, or "".
 * @typedef {{prepare: string, meet: string, follow: string}} ByEvent A text for each event.
 */

import { addDays, workingDay } from '../review/dates.js';
import { startOf } from '../site/time.js';

const HALF_HOUR_MS = 30 * 60 * 1000;

/**
 * Half an hour to prepare, at the same time on the working day before, or right before the meeting if
 * that is past; an hour for the meeting; half an hour to follow up, at the same time on the next
 * working day. No events without a time, or after the year 9998.
 *
 * @param {Meeting} meeting
 * @param {string} id
 * @param {ByEvent} links Absolute addresses.
 * @param {ByEvent} titles
 * @param {number} now Milliseconds since 1970.
 */
export function meetingEvents(meeting, id, links, titles, now) {
  const { when } = meeting;
  const start = startOf(when);
  if (!(start < Date.UTC(9999))) return [];
  /** @param {number} step */
  const onWorkingDay = (step) =>
    Date.parse(workingDay(addDays(when.slice(0, 10), step), step) + when.slice(10));
  /** @param {keyof ByEvent} kind @param {number} start */
  const event = (kind, start, halfHours = 1) => ({
    uid: `${id}-${kind}`,
    title: titles[kind],
    text: `${meeting.with}\n${meeting.goal}`.trim(),
    url: links[kind],
    start,
    end: start + halfHours * HALF_HOUR_MS,
    hasAlarm: kind === 'prepare',
  });
  const before = onWorkingDay(-1);
  return [
    event('prepare', before > now ? before : start - HALF_HOUR_MS),
    event('meet', start, 2),
    event('follow', onWorkingDay(1)),
  ];
}
