/** The dialog where one prepares a meeting, and chooses among those to come. */

import { NO_MEETING, enterMeeting, meetingNow } from '../store/meeting.js';
import { newId } from '../store/id.js';
import { openStore } from '../store/store.js';
import { askToKeep } from '../data/keep.js';
import { fillForm, fromTemplate, readForm } from '../site/forms.js';
import { say } from '../site/notice.js';
import { word } from '../site/words.js';
import { onTheClock } from '../site/time.js';
import { groupOf, inOrder, whenInWords } from './when.js';

const CHOICES = 8;
const dialog = /** @type {HTMLDialogElement} */ (document.querySelector('.meeting-dialog'));
const form = /** @type {HTMLFormElement} */ (dialog.querySelector('form'));
const past = /** @type {HTMLElement} */ (dialog.querySelector('.meeting-dialog__past > *'));
const choices = /** @type {HTMLElement} */ (dialog.querySelector('.meeting-dialog__choices'));
const store = openStore();
const meetings = store.shelf('meetings');

form.addEventListener('input', remark);
choices.addEventListener('click', ({ target }) => {
  const button = /** @type {Element} */ (target).closest('button');
  if (!button) return;
  enterMeeting(button.value);
  dialog.close();
});

function remark() {
  const { when = '' } = readForm(form);
  past.hidden = !when || when >= onTheClock();
}

/**
 * Asks for the texts of a meeting.
 *
 * @param {Record<string, unknown>} meeting What they are now.
 * @param {(texts: Record<string, string>) => unknown} save
 */
export function openForm(meeting, save) {
  fillForm(form, meeting);
  remark();
  form.onsubmit = ({ submitter }) => {
    if (!(/** @type {HTMLButtonElement} */ (submitter).value)) return;
    save(readForm(form));
    askToKeep();
  };
  dialog.showModal();
}

/**
 * What the buttons above a checklist do: `add` takes it into the meeting one is in, `choose` opens
 * the dialog.
 *
 * @param {string} action
 * @param {string} page The key of the checklist.
 */
export function act(action, page) {
  const meeting = meetings.records.get(meetingNow());
  if (action === 'add' && meeting) {
    void keep(meetingNow(), { ...meeting, pages: [...meeting.pages, page] });
    return;
  }
  const made = showChoices();
  openForm({}, (texts) => {
    const id = newId();
    void keep(id, { ...texts, pages: [page] });
    enterMeeting(id);
  });
  made?.focus();
}

/**
 * @param {string} id
 * @param {Record<string, unknown>} meeting
 */
async function keep(id, meeting) {
  await meetings.put(new Map([[id, meeting]]));
  say(word(store.isSaved ? 'saved' : 'unsaved'));
}

/** The meetings to come, and none. Returns the first choice. */
function showChoices() {
  const clock = onTheClock();
  const now = meetingNow();
  const coming = inOrder(meetings.records, clock).filter(([, meeting]) => groupOf(meeting, clock) < 2);
  const made = coming.slice(0, CHOICES).map(([id, { name, when }]) => choice(id, name, when));
  if (now !== NO_MEETING) made.push(fromTemplate('#no-meeting', {}));
  choices.hidden = made.length === 0;
  choices.querySelector('ul')?.replaceChildren(...made);
  return made[0]?.querySelector('button');
}

/**
 * @param {string} id
 * @param {string} name
 * @param {string} when
 */
function choice(id, name, when) {
  const made = fromTemplate('#meeting-choice', { name, when: whenInWords(when, word('locale')) });
  const button = /** @type {HTMLButtonElement} */ (made.querySelector('button'));
  button.value = id;
  button.ariaPressed = String(id === meetingNow());
  return made;
}
