/**
 * The page "My meetings".
 *
 * @typedef {import('../store/pending.js').Updates} Updates
 * @typedef {import('../store/shelf.js').Shelf} Shelf
 * @typedef {import('./when.js').Meeting} Meeting
 * @typedef {{said?: string}} Labels The data attributes of a button.
 */

import { mergeFields } from '../store/edit.js';
import { enterMeeting, refreshCopy } from '../store/enter.js';
import { newId } from '../store/id.js';
import { activeMeeting } from '../store/meeting.js';
import { NO_MEETING } from '../store/record.js';
import { openStore } from '../store/store.js';
import { onAction } from '../site/dom.js';
import { load } from '../site/load.js';
import { changeUndoably } from '../site/undoable.js';
import { t } from '../site/words.js';
import { makeCard, progressOf } from './card.js';
import { addList, changeMeeting } from './change.js';
import { checklistOf } from './checklists.js';
import { noteOf } from './note.js';
import { stepOf } from './step.js';
import { groupOf, sortMeetings } from './when.js';

const MINUTE_MS = 60 * 1000;
const ENTERS = '.meeting__lists a, [data-step="find"], [data-step="prepare"], [data-step="talk"]';
const store = openStore();
const meetings = store.shelf('meetings');
const ticks = store.shelf('ticks');
const notes = store.shelf('notes');
const lines = store.shelf('lines');
const log = store.shelf('log');
const root = /** @type {HTMLElement} */ (document.querySelector('.meetings'));
/** @type {Map<string, {card: HTMLElement, input: string, note: import('../own/note-field.js').NoteField}>} Id -> the card, and what it was made from. */
const cards = new Map();

/** @type {Record<string, (id: string, meeting: Meeting, button: HTMLButtonElement) => unknown>} */
const actions = {
  new: () => edit(newId(), undefined),
  edit,
  offer: (id) => {
    const row = cards.get(id)?.card.querySelector('.meeting__add');
    row?.removeAttribute('hidden');
    row?.querySelector('select')?.focus();
  },
  add: (id, _, { dataset, previousElementSibling }) =>
    addList(id, /** @type {HTMLSelectElement} */ (previousElementSibling).value, dataset['said']),
  remove: (id, _, { dataset, value }) =>
    change(id, ({ pages }) => ({ pages: pages.filter((page) => page !== value) }), dataset),
  end: (id, _, { dataset }) => {
    leave(id);
    return change(id, () => ({ archived: true }), dataset);
  },
  delete: (id, _, { dataset }) => {
    leave(id);
    return changeUndoably([meetings, ticks, notes, lines].map((shelf) => [shelf, removal(shelf, id)]), dataset.said);
  },
  sheet: async (id, meeting, { dataset }) =>
    (await load(import('./sheet.js'))).printSheet(id, meeting, dataset),
  take: async (id) => (await load(import('../take/send.js'))).openTake(id),
  calendar: async (id, meeting, { dataset }) =>
    (await load(import('./to-calendar.js'))).toCalendar(id, meeting, dataset, checklistOf(meeting.pages[0])?.url),
};

/**
 * Only what the reader has changed is written: another tab may have changed the rest. A meeting that is
 * over, and has another time now, is not over.
 *
 * @param {string} id
 * @param {Meeting | undefined} meeting None for a new one.
 */
async function edit(id, meeting) {
  const { editMeeting } = await load(import('./dialog.js'));
  editMeeting({ ...meeting }, (texts) => changeMeeting(id, (now) => {
    if (!meeting) return { ...texts, pages: [] };
    const archived = texts['when'] === meeting.when ? meeting.archived : undefined;
    return mergeFields(meeting, { ...texts, archived }, now);
  }));
}

/** @param {string} id */
function leave(id) {
  if (id === activeMeeting()) enterMeeting(NO_MEETING);
}

/**
 * The changes that remove a meeting's records from a store.
 *
 * @param {Shelf} shelf
 * @param {string} id
 * @returns {Updates}
 */
function removal(shelf, id) {
  const own = [...shelf.records.keys()].filter((key) => `${key} `.startsWith(`${id} `));
  return new Map(own.map((key) => [key, () => null]));
}

/**
 * @param {string} id
 * @param {(meeting: Meeting) => Partial<Record<keyof Meeting, unknown>>} fields
 * @param {Labels} [labels]
 */
function change(id, fields, labels) {
  return changeMeeting(id, (now) => now && { ...now, ...fields(now) }, labels?.said);
}

/** Shows the meetings, without moving the focus. */
function show() {
  const now = Date.now();
  const all = sortMeetings(meetings.records, now);
  const inLog = new Set([...log.records.values()].map(({ meeting }) => meeting));
  const focused = document.activeElement;
  const holder = idOf(focused);
  const shown = all.map(([id, meeting]) =>
    ({ card: cardOf(id, meeting, inLog.has(id)), group: groupOf(meeting, now) }));
  for (const [index, group] of root.querySelectorAll('[data-group]').entries()) {
    fillGroup(group, shown.filter(({ group }) => group === index).map(({ card }) => card));
  }
  find('.meetings__none').hidden = all.length > 0;
  if (holder && focused !== document.activeElement) refocus(holder, focused);
}

/** @param {string} selector */
function find(selector) {
  return /** @type {HTMLElement} */ (root.querySelector(selector));
}

/** @param {Element | null | undefined} element In a card. */
function idOf(element) {
  return /** @type {HTMLElement | null | undefined} */ (element?.closest('.meeting'))?.dataset['meeting'];
}

/**
 * @param {Element} group
 * @param {HTMLElement[]} inGroup
 */
function fillGroup(group, inGroup) {
  const list = /** @type {Element} */ (group.querySelector('ul'));
  group.toggleAttribute('hidden', inGroup.length === 0);
  const isSame = inGroup.length === list.children.length && inGroup.every((card, index) => card === list.children[index]);
  if (!isSame) list.replaceChildren(...inGroup);
}

/**
 * @param {string} id
 * @param {Element | null} lost
 */
function refocus(id, lost) {
  const action = lost?.getAttribute('data-action');
  const again = cards.get(id)?.card.querySelector(`[data-action="${action}"]`);
  /** @type {HTMLElement} */ (lost?.isConnected ? lost : again ?? find('[data-action]')).focus();
}

/**
 * The card of a meeting, made again only when something on it has changed.
 *
 * @param {string} id
 * @param {Meeting} meeting
 * @param {boolean} hasEntry
 */
function cardOf(id, meeting, hasEntry) {
  const state = {
    counts: meeting.pages.map((page) => progressOf(id, page, ticks.records)),
    step: stepOf(meeting, Date.now(), hasEntry),
    unsaved: meetings.unsaved.has(id) ? t('not_saved') : '',
  };
  const input = JSON.stringify([meeting, state]);
  const known = cards.get(id);
  known?.note.show();
  if (known?.input === input) return known.card;
  const card = makeCard(id, meeting, state);
  const field = /** @type {HTMLTextAreaElement} */ (card.querySelector('textarea'));
  const note = known?.note ?? noteOf(field, id);
  field.replaceWith(note.field); // with what is being typed
  note.show();
  cards.set(id, { card, input, note });
  return card;
}

onAction(root, (action, button) => {
  const id = idOf(button) ?? '';
  /** @type {HTMLElement | null} */
  const menu = button.closest('.menu');
  menu?.hidePopover();
  actions[action]?.(id, meetings.records.get(id), button);
});
root.addEventListener('click', ({ target }) => {
  const link = /** @type {Element} */ (target).closest(ENTERS);
  const id = idOf(link) ?? '';
  if (link) enterMeeting(id, meetings.records.get(id));
});

let frame = 0;
function showSoon() {
  frame ||= requestAnimationFrame(() => {
    frame = 0;
    show();
  });
}

await Promise.all([meetings, ticks, notes, lines, log].map((shelf) => shelf.subscribe(showSoon)));
await meetings.subscribe(() => store.error || refreshCopy(meetings.records));
setInterval(showSoon, MINUTE_MS); // the clock goes on
root.hidden = false;
show();
cards.get(location.hash.slice(1))?.card.scrollIntoView();
if (location.search === '?new') {
  history.replaceState(null, '', location.pathname);
  void edit(newId(), undefined);
}
