/** Downloads a meeting as a calendar file. */

import { makeCalendar } from '../calendar/calendar.js';
import { meetingEvents } from '../calendar/meeting-events.js';
import { download } from '../site/download.js';
import { guideId } from '../site/guide.js';

/**
 * @param {string} id
 * @param {import('./when.js').Meeting} meeting
 * @param {DOMStringMap} words `prepare` and `follow`: the titles of the events before and after.
 * @param {string} [first] The address of its first checklist.
 */
export function toCalendar(id, meeting, { prepare, follow }, first = '') {
  const { name } = meeting;
  const here = `${location.href.split('#')[0]}#${id}`;
  const links = { prepare: first ? new URL(first, location.href).href : here, meet: here, follow: here };
  const titles = { prepare: `${prepare}: ${name}`, meet: name, follow: `${follow}: ${name}` };
  const now = Date.now();
  const events = meetingEvents(meeting, id, links, titles, now);
  download(`${guideId()}.ics`, 'text/calendar', makeCalendar(events, now));
}
