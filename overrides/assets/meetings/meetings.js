/**
 * The page "My meetings". Undo restores the records as they were.
 *
 * @typedef {import('../store/record.js').Changes} Changes
 * @typedef {import('../store/shelf.js').Shelf} Shelf
 * @typedef {import('./when.js').Meeting} Meeting
 * @typedef {{key: string, title: string, url: string, was: string[], items: string[]}} Checklist
 *   `items`: for each item its id and its former ids, joined by "=".
 * @typedef {{said?: string}} Labels The data attributes of a button.
 */

import { countItems } from '../checklist/counting.js';
import { NO_MEETING, activeMeeting, enterMeeting, onMeetingChange } from '../store/meeting.js';
import { newId } from '../store/id.js';
import { openStore } from '../store/store.js';
import { onAction } from '../site/dom.js';
import { fromTemplate } from '../site/forms.js';
import { load } from '../site/load.js';
import { notify } from '../site/notice.js';
import { localDateTime } from '../site/time.js';
import { t } from '../site/words.js';
import { formatWhen, groupOf, sortMeetings } from './when.js';

const PAGE_SIZE = 50;
const DEBOUNCE_MS = 500;
const store = openStore();
const meetings = store.shelf('meetings');
const ticks = store.shelf('ticks');
const notes = store.shelf('notes');
const lines = store.shelf('lines');
const shelves = [meetings, ticks, notes, lines];
const root = /** @type {HTMLElement} */ (document.querySelector('.meetings'));
/** @type {Checklist[]} */
const checklists = JSON.parse(document.querySelector('#checklists')?.textContent ?? '');
/** @type {Map<string, {card: HTMLElement, input: string}>} Id -> the card, and what it was made from. */
const cards = new Map();
let limit = PAGE_SIZE;
/** @type {number | undefined} */
let timer;

/** @type {Record<string, (id: string, meeting: Meeting, button: HTMLButtonElement) => unknown>} */
const actions = {
  new: () => edit(newId(), { pages: [] }),
  more: () => {
    limit += PAGE_SIZE;
    show();
  },
  enter: enterMeeting,
  leave: () => enterMeeting(NO_MEETING),
  edit,
  add: (id, meeting, { dataset, previousElementSibling }) => {
    const { value } = /** @type {HTMLSelectElement} */ (previousElementSibling);
    void put(id, { ...meeting, pages: [...new Set([...meeting.pages, value])] }, dataset);
  },
  remove: (id, meeting, { dataset, value }) =>
    put(id, { ...meeting, pages: meeting.pages.filter((page) => page !== value) }, dataset),
  archive: (id, meeting, { dataset }) => {
    leave(id);
    void put(id, { ...meeting, archived: true }, dataset);
  },
  unarchive: (id, { archived, ...meeting }, { dataset }) => put(id, meeting, dataset),
  copy: (id, { archived, ...meeting }, { dataset }) => {
    const copy = newId();
    const own = [notes, lines].map((shelf) => changesFor(shelf, id, copy));
    void apply([[meetings, new Map([[copy, { ...meeting, when: '' }]])], ...own], dataset);
  },
  delete: (id, _, { dataset }) => {
    leave(id);
    void apply(shelves.map((shelf) => changesFor(shelf, id)), dataset);
  },
  sheet: async (id, meeting, { dataset }) =>
    (await load(import('./sheet.js'))).printSheet(id, meeting, dataset),
  calendar: async (id, meeting, { dataset }) =>
    (await load(import('./to-calendar.js'))).toCalendar(id, meeting, dataset, checklistOf(meeting.pages[0]).url),
};

/**
 * @param {string} id
 * @param {Record<string, unknown>} meeting
 */
async function edit(id, meeting) {
  const { editMeeting } = await load(import('./dialog.js'));
  editMeeting(meeting, (texts) => put(id, { ...meeting, ...texts }));
}

/** @param {string} id */
function leave(id) {
  if (id === activeMeeting()) enterMeeting(NO_MEETING);
}

/**
 * The changes that remove a meeting's records from a store, or that copy them to another meeting.
 *
 * @param {Shelf} shelf
 * @param {string} id
 * @param {string} [copy]
 * @returns {[Shelf, Changes]}
 */
function changesFor(shelf, id, copy) {
  const own = [...shelf.records].filter(([key]) => `${key} `.startsWith(`${id} `));
  return [shelf, new Map(own.map(([key, record]) =>
    copy ? [copy + key.slice(id.length), record] : [key, null]))];
}

/**
 * @param {string} id
 * @param {Record<string, unknown>} meeting
 * @param {Labels} [labels]
 */
function put(id, meeting, labels) {
  return apply([[meetings, new Map([[id, meeting]])]], labels);
}

/**
 * Changes records, and shows a notice with an undo button once they are on disk.
 *
 * @param {[Shelf, Changes][]} changes
 * @param {Labels} [labels]
 */
async function apply(changes, { said } = {}) {
  /** @type {[Shelf, Changes][]} */
  const before = changes.map(([shelf, change]) =>
    [shelf, new Map([...change.keys()].map((id) => [id, shelf.records.get(id) ?? null]))]);
  await Promise.all(changes.map(([shelf, change]) => shelf.put(change)));
  notify(store.isSaved ? said ?? t('saved') : t('unsaved'), () => apply(before));
}

/**
 * A checklist by its key or a former key.
 *
 * @param {string} page
 * @returns {Checklist}
 */
function checklistOf(page = '') {
  return checklists.find(({ key, was }) => [key, ...was].includes(page)) ??
    { key: page, title: page, url: '', was: [], items: [] };
}

/**
 * The progress of a meeting's checklist.
 *
 * @param {string} id
 * @param {Checklist} list
 * @param {import('../store/record.js').Ticks} all Of all meetings.
 */
function progressOf(id, { key, was, items }, all) {
  return countItems(all, items.map((names) => {
    const pages = [key, ...was].map((page) => `${id} ${page} `);
    const [first = '', ...former] = pages.flatMap((page) => names.split('=').map((name) => page + name));
    return { id: first, was: former };
  }));
}

/** Shows the meetings, without moving the focus. */
function show() {
  const now = localDateTime();
  const { records, unsaved } = meetings;
  const all = sortMeetings(records, now);
  limit = Math.max(limit, all.findIndex(([id]) => `#${id}` === location.hash) + 1);
  const done = ticks.records;
  const written = notes.records;
  const focused = document.activeElement;
  const holder = focused?.closest('.meeting')?.id;
  const shown = all.slice(0, limit).map(([id, meeting]) => {
    const card = cardOf(id, meeting, done, unsaved.has(id));
    const note = /** @type {HTMLTextAreaElement} */ (card.querySelector('textarea'));
    if (note !== focused) note.value = written.get(`${id}  `)?.text ?? '';
    return { card, group: groupOf(meeting, now) };
  });
  for (const [index, group] of root.querySelectorAll('[data-group]').entries()) {
    fillGroup(group, shown.filter(({ group }) => group === index).map(({ card }) => card));
  }
  find('.meetings__more').hidden = limit >= all.length;
  find('.meetings__none').hidden = all.length > 0;
  find('.meetings__trouble > *').hidden = !store.error;
  if (holder && focused !== document.activeElement) refocus(holder, focused);
}

/** @param {string} selector */
function find(selector) {
  return /** @type {HTMLElement} */ (root.querySelector(selector));
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
 * @param {Element} lost
 */
function refocus(id, lost) {
  const action = lost.getAttribute('data-action');
  const again = document.getElementById(id)?.querySelector(`[data-action="${action}"]`);
  /** @type {HTMLElement} */ (lost.isConnected ? lost : again ?? find('[data-action]')).focus();
}

/**
 * The card of a meeting, made again only when something on it has changed.
 *
 * @param {string} id
 * @param {Meeting} meeting
 * @param {import('../store/record.js').Ticks} done
 * @param {boolean} isUnsaved
 */
function cardOf(id, meeting, done, isUnsaved) {
  const texts = {
    ...meeting,
    when: formatWhen(meeting.when),
    unsaved: isUnsaved ? t('not_saved') : '',
  };
  const counts = meeting.pages.map((page) => t('count', progressOf(id, checklistOf(page), done)));
  const isNow = id === activeMeeting();
  const input = JSON.stringify([texts, counts, isNow]);
  const known = cards.get(id);
  if (known?.input === input) return known.card;
  const card = makeCard(id, meeting, texts, counts);
  card.toggleAttribute('data-now', isNow);
  const more = card.querySelector('details');
  if (more) more.open = known?.card.querySelector('details')?.open ?? false;
  cards.set(id, { card, input });
  return card;
}

/**
 * @param {string} id
 * @param {Meeting} meeting
 * @param {Record<string, any>} texts
 * @param {string[]} counts
 */
function makeCard(id, { pages, archived, when }, texts, counts) {
  const card = fromTemplate('#meeting', texts);
  card.id = id;
  card.toggleAttribute('data-archived', archived === true);
  card.toggleAttribute('data-dated', !Number.isNaN(Date.parse(when)));
  card.querySelector('ul')?.replaceChildren(...pages.map((page, index) => {
    const { title, url } = checklistOf(page);
    const entry = fromTemplate('#meeting-page', { title, count: counts[index] ?? '' });
    const link = /** @type {HTMLAnchorElement} */ (entry.querySelector('a'));
    const button = /** @type {HTMLButtonElement} */ (entry.querySelector('button'));
    if (url) link.href = url;
    button.value = page;
    button.ariaLabel += ` ${title}`;
    return entry;
  }));
  return card;
}

onAction(root, (action, button) => {
  const id = button.closest('.meeting')?.id ?? '';
  actions[action]?.(id, meetings.records.get(id), button);
});
root.addEventListener('input', async ({ target }) => {
  if (!(target instanceof HTMLTextAreaElement)) return;
  const id = target.closest('.meeting')?.id;
  notify('');
  clearTimeout(timer);
  await notes.put(new Map([[`${id}  `, target.value ? { text: target.value } : null]]));
  timer = setTimeout(() => notify(t(store.isSaved ? 'saved' : 'unsaved')), DEBOUNCE_MS);
});

let frame = 0;
function showSoon() {
  frame ||= requestAnimationFrame(() => {
    frame = 0;
    show();
  });
}

onMeetingChange(showSoon);
await Promise.all(shelves.map((shelf) => shelf.subscribe(showSoon)));
root.hidden = false;
show();
document.getElementById(location.hash.slice(1))?.scrollIntoView();
