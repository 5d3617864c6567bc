/**
 * Lines of one's own, where the guide's lines stand: in the checklist, and on the page of all lines.
 *
 * @typedef {import('../checklist/page.js').ChecklistPage} ChecklistPage
 * @typedef {Record<string, any>} Line `text`, `when` it fits, `of`: the guide's line it replaces.
 */

import { readLine, withoutMarks } from '../lines/copy-line.js';
import { fillForm, fromTemplate, readForm } from '../site/forms.js';
import { say } from '../site/notice.js';
import { word } from '../site/words.js';
import { newId } from '../store/id.js';
import { NO_MEETING, meetingNow, onMeeting } from '../store/meeting.js';
import { openStore } from '../store/store.js';

const GUIDE = ':is(.checklist-phrase p, .line__text):not(.own-line, .own-line *)';

const page = /** @type {ChecklistPage} */ (document.querySelector('checklist-page'));
const shelf = openStore().shelf('lines');

function show() {
  for (const old of document.querySelectorAll('.own-line, .own-lines')) old.remove();
  for (const old of document.querySelectorAll('.is-replaced')) old.classList.remove('is-replaced');
  for (const meeting of new Set([meetingNow(), NO_MEETING])) {
    for (const [id, line] of shelf.records) if (id.startsWith(`${meeting} `)) place(id, line);
  }
  document.querySelector('.lines-filter input')?.dispatchEvent(new Event('input'));
}

/**
 * In place of the guide's line, or after all of them.
 *
 * @param {string} id Meeting, page, item and its own.
 * @param {Line} line
 */
function place(id, line) {
  const home = homeOf(id);
  if (!home) return;
  const made = makeLine(id, line);
  const said = [...home.querySelectorAll(GUIDE)].find((each) => readLine(each).text === line['of']);
  const replaced = said
    && (said.closest('.checklist-phrase > details')?.previousElementSibling ?? said.closest('.line') ?? said);
  replaced?.classList.add('is-replaced');
  if (replaced) replaced.before(made);
  else addedTo(home).append(made);
}

/**
 * The item of a line, or the moment it stands under.
 *
 * @param {string} id
 */
function homeOf(id) {
  const [page, item] = id.split(' ').slice(1).map((each) => CSS.escape(each));
  return document.querySelector(`:is([key="${page}"], [was~="${page}"]) :is(#${item}, [data-was~="${item}"]), \
[data-keys~="${page}"] [data-items~="${item}"]`);
}

/** @param {Element} home */
function addedTo(home) {
  const there = home.querySelector(':scope > ul, .own-lines');
  if (there) return there;
  const quote = document.createElement('blockquote');
  quote.className = 'checklist-phrase own-lines';
  home.querySelector('.checklist-body')?.append(quote);
  return quote;
}

/**
 * @param {string} id
 * @param {Line} line
 */
function makeLine(id, line) {
  const [meeting, page, item] = id.split(' ');
  const made = fromTemplate('#own-line', {
    text: line['text'],
    when: line['when'],
    unsaved: shelf.unsaved.has(id) ? word('not_saved') : '',
  });
  if (meeting === NO_MEETING) made.querySelector('.own-mark > span')?.remove();
  made.querySelector('a')?.setAttribute('href', `../${page}/#${item}`);
  const [edit, remove] = made.querySelectorAll('.own-action');
  edit?.addEventListener('click', () => openForm(made, line, id));
  remove?.addEventListener('click', () => {
    itemOf(made)?.more.focus();
    keep(id, null);
    say(word('line_removed'), () => keep(id, line));
  });
  return made;
}

/**
 * @param {string} id
 * @param {Line | null} line
 */
function keep(id, line) {
  void page.say(word('saved'), shelf.put(new Map([[id, line]])));
}

/** @param {Element} button Of a line of the guide. */
export function press(button) {
  const { when, text } = readLine(/** @type {Element} */ (button.parentElement));
  openForm(button, { of: text, when: when.replace(/:$/, ''), text: withoutMarks(text) });
}

/**
 * @param {Element} place Where in its item.
 * @param {Line} line What stands in the form at first.
 * @param {string} [id] None for a new line.
 */
export function openForm(place, line, id) {
  const item = itemOf(place);
  if (!item) return;
  const meeting = meetingNow();
  const form = /** @type {HTMLFormElement} */ (fromTemplate('#own-form', {}));
  const close = () => {
    form.remove();
    item.more.focus();
  };
  fillForm(form, line);
  if (id || meeting === NO_MEETING) form.querySelector('fieldset')?.remove();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const { where, ...typed } = readForm(form);
    keep(id ?? idFor(where ? meeting : NO_MEETING, item.id), { ...line, ...typed });
    close();
  });
  form.addEventListener('reset', close);
  form.addEventListener('keydown', ({ key }) => key === 'Escape' && close());
  item.element.append(form);
  form.querySelector('textarea')?.focus();
}

/**
 * @param {string} meeting
 * @param {string} item
 */
function idFor(meeting, item) {
  return [meeting, page.key, item, newId()].join(' ');
}

/** @param {Element} place */
function itemOf(place) {
  return page.items.find(({ element }) => element.contains(place));
}

onMeeting(show);
void shelf.follow(show);
