/** The dialog to prepare a new meeting, or choose an upcoming one. */

import { NO_MEETING, activeMeeting, enterMeeting } from '../store/meeting.js';
import { newId } from '../store/id.js';
import { openStore } from '../store/store.js';
import { requestPersistence } from '../data/backup.js';
import { fillForm, fromTemplate, readForm } from '../site/forms.js';
import { notify } from '../site/notice.js';
import { localDateTime } from '../site/time.js';
import { t } from '../site/words.js';
import { formatWhen, groupOf, sortMeetings } from './when.js';

const MAX_CHOICES = 8;
const dialog = /** @type {HTMLDialogElement} */ (document.querySelector('.meeting-dialog'));
const form = /** @type {HTMLFormElement} */ (dialog.querySelector('form'));
const past = /** @type {HTMLElement} */ (dialog.querySelector('.meeting-dialog__past > *'));
const choices = /** @type {HTMLElement} */ (dialog.querySelector('.meeting-dialog__choices'));
const store = openStore();
const meetings = store.shelf('meetings');

form.addEventListener('input', validate);
choices.addEventListener('click', ({ target }) => {
  const button = /** @type {Element} */ (target).closest('button');
  if (!button) return;
  enterMeeting(button.value);
  dialog.close();
});

function validate() {
  const { when = '' } = readForm(form);
  past.hidden = !when || when >= localDateTime();
}

/**
 * Opens the form to edit a meeting.
 *
 * @param {Record<string, unknown>} meeting The initial values.
 * @param {(texts: Record<string, string>) => unknown} onSave
 */
export function editMeeting(meeting, onSave) {
  fillForm(form, meeting);
  validate();
  form.onsubmit = ({ submitter }) => {
    if (!(/** @type {HTMLButtonElement} */ (submitter).value)) return;
    onSave(readForm(form));
    requestPersistence();
  };
  dialog.showModal();
}

/**
 * Handles the buttons above a checklist: `add` adds it to the active meeting, `choose` opens the
 * dialog.
 *
 * @param {string} action
 * @param {string} page The key of the checklist.
 */
export function act(action, page) {
  const meeting = meetings.records.get(activeMeeting());
  if (action === 'add' && meeting) {
    void save(activeMeeting(), { ...meeting, pages: [...meeting.pages, page] });
    return;
  }
  const firstChoice = showChoices();
  editMeeting({}, (texts) => {
    const id = newId();
    void save(id, { ...texts, pages: [page] });
    enterMeeting(id);
  });
  firstChoice?.focus();
}

/**
 * @param {string} id
 * @param {Record<string, unknown>} meeting
 */
async function save(id, meeting) {
  await meetings.put(new Map([[id, meeting]]));
  notify(t(store.isSaved ? 'saved' : 'unsaved'));
}

/** Shows upcoming meetings, and "no meeting". Returns the first button. */
function showChoices() {
  const now = localDateTime();
  const upcoming = sortMeetings(meetings.records, now).filter(([, meeting]) => groupOf(meeting, now) < 2);
  const made = upcoming.slice(0, MAX_CHOICES).map(([id, { name, when }]) => makeChoice(id, name, when));
  if (activeMeeting() !== NO_MEETING) made.push(fromTemplate('#no-meeting', {}));
  choices.hidden = made.length === 0;
  choices.querySelector('ul')?.replaceChildren(...made);
  return made[0]?.querySelector('button');
}

/**
 * @param {string} id
 * @param {string} name
 * @param {string} when
 */
function makeChoice(id, name, when) {
  const made = fromTemplate('#meeting-choice', { name, when: formatWhen(when) });
  const button = /** @type {HTMLButtonElement} */ (made.querySelector('button'));
  button.value = id;
  button.ariaPressed = String(id === activeMeeting());
  return made;
}
