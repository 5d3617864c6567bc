/**
 * A meeting on standard input -> its calendar on standard output, in the time zone of TZ.
 * What is read is {meeting, id, links, titles, now}; `now` is ISO 8601.
 */

import { readFileSync } from 'node:fs';

import { makeCalendar } from '../../overrides/assets/calendar/calendar.js';
import { meetingEvents } from '../../overrides/assets/calendar/meeting-events.js';

const { meeting, id, links, titles, now } = JSON.parse(readFileSync(0, 'utf-8'));
const moment = Date.parse(now);
process.stdout.write(makeCalendar(meetingEvents(meeting, id, links, titles, moment), moment));
