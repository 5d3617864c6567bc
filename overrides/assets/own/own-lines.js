/**
 * The reader's own lines, shown among the guide's: in the checklist, and on the page of all lines.
 *
 * @typedef {import('../checklist/page.js').ChecklistPage} ChecklistPage
 * @typedef {Record<string, any>} Line `text`, `when` to say it, `of`: the guide's line it replaces.
 */

import { readLine, withoutMarks } from '../lines/copy-line.js';
import { el } from '../site/dom.js';
import { fillForm, fromTemplate, readForm } from '../site/forms.js';
import { changeUndoably } from '../site/undoable.js';
import { t } from '../site/words.js';
import { mergeFields } from '../store/edit.js';
import { newId } from '../store/id.js';
import { activeMeeting, onMeetingChange } from '../store/meeting.js';
import { NO_MEETING } from '../store/record.js';
import { openStore } from '../store/store.js';

const GUIDE_LINE = ':is(.checklist-phrase, .line) > p:not(.own-line, .own-line *, .line__when)';

const page = /** @type {ChecklistPage} */ (document.querySelector('checklist-page'));
const shelf = openStore().shelf('lines');

function show() {
  for (const old of document.querySelectorAll('.own-line, .own-lines')) old.remove();
  for (const old of document.querySelectorAll('.is-replaced')) old.classList.remove('is-replaced');
  for (const meeting of new Set([activeMeeting(), NO_MEETING])) {
    for (const [id, line] of shelf.records) if (id.startsWith(`${meeting} `)) insert(id, line);
  }
  document.querySelector('.lines-filter input')?.dispatchEvent(new Event('input'));
}

/**
 * Shows a line in place of the guide's, or after all of them.
 *
 * @param {string} id Meeting, page, item and the line's own id.
 * @param {Line} line
 */
function insert(id, line) {
  const home = homeOf(id);
  if (!home) return;
  const made = makeLine(id, line);
  const guide = [...home.querySelectorAll(GUIDE_LINE)].find((each) => readLine(each).text === line['of']);
  const replaced = guide
    && (guide.closest('.line') ?? originalOf(guide));
  replaced?.classList.add('is-replaced');
  if (replaced) replaced.before(made);
  else listIn(home).append(made);
}

/**
 * The item that a line belongs to, or its group on the page of all lines.
 *
 * @param {string} id
 */
function homeOf(id) {
  const [page, item] = id.split(' ').slice(1).map((each) => CSS.escape(each));
  return document.querySelector(`:is([key="${page}"], [was~="${page}"]) :is(#${item}, [data-was~="${item}"]), \
[data-keys~="${page}"] [data-items~="${item}"]`);
}

/**
 * The line that a translation belongs to.
 *
 * @param {Element} line
 * @returns {Element}
 */
function originalOf(line) {
  const before = line.matches('.checklist-translation') && line.previousElementSibling;
  return before ? originalOf(before) : line;
}

/** @param {Element} home */
function listIn(home) {
  const list = home.querySelector(':scope > ul, .own-lines');
  if (list) return list;
  const quote = el('blockquote', { className: 'checklist-phrase own-lines' });
  home.querySelector('.checklist-body')?.append(quote);
  return quote;
}

/**
 * @param {string} id
 * @param {Line} line
 */
function makeLine(id, line) {
  const [meeting] = id.split(' ');
  const made = fromTemplate('#own-line', {
    text: line['text'],
    when: line['when'],
    unsaved: shelf.unsaved.has(id) ? t('not_saved') : '',
  });
  if (meeting === NO_MEETING) made.querySelector('.own-mark > span')?.remove();
  const [edit, remove] = made.querySelectorAll('.own-action');
  edit?.addEventListener('click', () => openForm(made, line, id));
  remove?.addEventListener('click', () => {
    itemOf(made)?.more.focus();
    void changeUndoably([[shelf, new Map([[id, () => null]])]], t('line_removed'));
  });
  return made;
}

/**
 * @param {string} id
 * @param {Line} line The fields that the reader has changed are written.
 * @param {Line} typed
 */
function save(id, line, typed) {
  const mine = { when: '', ...line, ...typed };
  const change = (/** @type {Line | undefined} */ now) => mergeFields(line, mine, now) ?? mine;
  void page.showMessage(t('saved'), shelf.update(new Map([[id, change]])));
}

/** @param {Element} button Of a line of the guide. */
export function onClick(button) {
  const { when, text } = readLine(/** @type {Element} */ (button.closest('p')));
  openForm(button, { of: text, when: when.replace(/:$/, ''), text: withoutMarks(text) });
}

/**
 * @param {Element} place An element in the item.
 * @param {Line} line The initial values.
 * @param {string} [id] None for a new line.
 */
export function openForm(place, line, id) {
  const item = itemOf(place);
  if (!item) return;
  const meeting = activeMeeting();
  const form = /** @type {HTMLFormElement} */ (fromTemplate('#own-form', {}));
  const close = () => {
    form.remove();
    item.more.focus();
  };
  fillForm(form, line);
  if (id || meeting === NO_MEETING) form.querySelector('.choice')?.remove();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const { where, ...typed } = readForm(form);
    save(id ?? idFor(where ? meeting : NO_MEETING, item.id), line, typed);
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
  return [meeting, page.getAttribute('key'), item, newId()].join(' ');
}

/** @param {Element} place */
function itemOf(place) {
  return page.items.find(({ element }) => element.contains(place));
}

onMeetingChange(show);
addEventListener('store-cleared', () => document.querySelector('.own-form')?.remove());
void shelf.subscribe(show);
