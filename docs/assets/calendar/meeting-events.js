/**
 * A meeting -> what it puts into a calendar. Pure.
 *
 * @typedef {{when: string, with: string, goal: string}} Meeting `when` is YYYY-MM-DDTHH:mm on the clock here, or empty.
 * @typedef {{prepare: string, meet: string, follow: string}} Each One for each of the three events.
 */

import { addDays, workingDay } from '../review/dates.js';

const HALF_HOUR = 30 * 60 * 1000; // milliseconds

/**
 * Half an hour to prepare, at the same time of the working day before, or right before the meeting
 * when that is past; an hour for the meeting; half an hour to follow up, at the same time of the
 * next working day. None without a time, or after the year 9998.
 *
 * @param {Meeting} meeting
 * @param {string} id
 * @param {Each} links Absolute addresses.
 * @param {Each} titles
 * @param {number} now Milliseconds since 1970.
 */
export function meetingEvents(meeting, id, links, titles, now) {
  const { when } = meeting;
  const start = Date.parse(when);
  if (!(start < Date.UTC(9999))) return [];
  /** @param {number} step */
  const beside = (step) =>
    Date.parse(workingDay(addDays(when.slice(0, 10), step), step) + when.slice(10));
  /** @param {keyof Each} kind @param {number} start */
  const event = (kind, start, halfHours = 1) => ({
    uid: `${id}-${kind}`,
    title: titles[kind],
    text: `${meeting.with}\n${meeting.goal}`.trim(),
    url: links[kind],
    start,
    end: start + halfHours * HALF_HOUR,
    rings: kind === 'prepare',
  });
  const before = beside(-1);
  return [
    event('prepare', before > now ? before : start - HALF_HOUR),
    event('meet', start, 2),
    event('follow', beside(1)),
  ];
}
