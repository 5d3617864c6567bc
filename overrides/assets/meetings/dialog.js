/** The dialog to choose a meeting, make a new one, or edit one. */

import { enterMeeting } from '../store/enter.js';
import { newId } from '../store/id.js';
import { activeMeeting } from '../store/meeting.js';
import { NO_MEETING } from '../store/record.js';
import { openStore } from '../store/store.js';
import { requestPersistence } from '../data/backup.js';
import { fillForm, fromTemplate, readForm } from '../site/forms.js';
import { localDateTime } from '../site/time.js';
import { addList, changeMeeting } from './change.js';
import { formatWhen, groupOf, sortMeetings } from './when.js';

const MAX_CHOICES = 8;
const dialog = /** @type {HTMLDialogElement} */ (document.querySelector('.meeting-dialog'));
const form = /** @type {HTMLFormElement} */ (find('form'));
const choices = find('ul');
const fields = find('.meeting-dialog__fields');
const key = document.querySelector('checklist-page')?.getAttribute('key') ?? '';
const meetings = openStore().shelf('meetings');

form.addEventListener('input', validate);
choices.addEventListener('click', ({ target }) => {
  const id = /** @type {Element} */ (target).closest('button')?.value;
  if (!id) return;
  if (id === 'new') return makeMeeting();
  enterMeeting(id, meetings.records.get(id));
  dialog.close();
});

/** @param {string} selector */
function find(selector) {
  return /** @type {HTMLElement} */ (dialog.querySelector(selector));
}

function validate() {
  const { when = '' } = readForm(form);
  find('[role="status"] > *').hidden = !when || when >= localDateTime();
}

/**
 * Shows the choices or the form.
 *
 * @param {'choose' | 'new' | 'edit'} title
 */
function open(title) {
  find('h2').textContent = dialog.dataset[title] ?? '';
  choices.hidden = title !== 'choose';
  fields.hidden = find('[value="save"]').hidden = title === 'choose';
  if (!dialog.open) dialog.showModal();
  /** @type {HTMLElement} */ (dialog.querySelector(title === 'choose' ? 'ul button' : 'input')).focus();
}

/**
 * Opens the form.
 *
 * @param {Record<string, unknown>} meeting The initial values; none for a new meeting.
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
  open(meeting['name'] ? 'edit' : 'new');
}

function makeMeeting() {
  editMeeting({}, (texts) => {
    const id = newId();
    const meeting = /** @type {import('./when.js').Meeting} */ (/** @type {unknown} */ ({ ...texts, pages: [key] }));
    void changeMeeting(id, () => meeting);
    enterMeeting(id, meeting);
  });
}

/**
 * A button on a list: `add` adds the list to the active meeting, others choose a meeting.
 *
 * @param {Element} button
 */
export function onClick(button) {
  const { value } = /** @type {HTMLButtonElement} */ (button);
  if (value === 'add') {
    void addList(activeMeeting(), key);
  } else if (value === 'another' || comingMeetings().length) showChoices();
  else makeMeeting();
}

function comingMeetings() {
  const now = Date.now();
  return sortMeetings(meetings.records, now).filter(([, meeting]) => groupOf(meeting, now) < 2).slice(0, MAX_CHOICES);
}

/** Shows meetings to come, a new one, and "no meeting" if there is one to leave. */
function showChoices() {
  for (const old of choices.querySelectorAll('[data-choice]')) old.remove();
  choices.prepend(...comingMeetings().map(([id, { name, when }]) => makeChoice(id, name, when)));
  const none = /** @type {HTMLElement} */ (choices.lastElementChild);
  none.hidden = activeMeeting() === NO_MEETING;
  open('choose');
}

/**
 * @param {string} id
 * @param {string} name
 * @param {string} when
 */
function makeChoice(id, name, when) {
  const made = fromTemplate('#meeting\\.choice', { name, when: formatWhen(when) });
  const button = /** @type {HTMLButtonElement} */ (made.querySelector('button'));
  button.value = id;
  button.ariaPressed = String(id === activeMeeting());
  made.dataset['choice'] = id;
  return made;
}
