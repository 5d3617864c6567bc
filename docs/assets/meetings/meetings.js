/**
 * The page "My meetings". What one does is undone with the records as they were.
 *
 * @typedef {import('../store/record.js').Changes} Changes
 * @typedef {import('../store/shelf.js').Shelf} Shelf
 * @typedef {import('./when.js').Meeting} Meeting
 * @typedef {{key: string, title: string, url: string, was: string[], items: string[]}} Checklist
 *   `items`: the id of each, and those it had before, joined by "=".
 * @typedef {{said?: string}} Told What stands on a button.
 */

import { countItems } from '../checklist/counting.js';
import { NO_MEETING, enterMeeting, meetingNow, onMeeting } from '../store/meeting.js';
import { newId } from '../store/id.js';
import { openStore } from '../store/store.js';
import { fromTemplate } from '../site/forms.js';
import { say } from '../site/notice.js';
import { word } from '../site/words.js';
import { onTheClock } from '../site/time.js';
import { groupOf, inOrder, whenInWords } from './when.js';

const PORTION = 50;
const PAUSE = 500; // milliseconds in which nothing is typed
const store = openStore();
const meetings = store.shelf('meetings');
const ticks = store.shelf('ticks');
const notes = store.shelf('notes');
const lines = store.shelf('lines');
const shelves = [meetings, ticks, notes, lines];
const root = /** @type {HTMLElement} */ (document.querySelector('.meetings'));
/** @type {Checklist[]} */
const checklists = JSON.parse(document.querySelector('#checklists')?.textContent ?? '');
/** @type {Map<string, {card: HTMLElement, from: string}>} Id -> the card, and what it was made from. */
const cards = new Map();
let limit = PORTION;
/** @type {number | undefined} */
let pause;

/** @type {Record<string, (id: string, meeting: Meeting, button: HTMLButtonElement) => unknown>} */
const actions = {
  new: () => edit(newId(), { pages: [] }),
  more: () => {
    limit += PORTION;
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
    const own = [notes, lines].map((shelf) => recordsOf(shelf, id, copy));
    void apply([[meetings, new Map([[copy, { ...meeting, when: '' }]])], ...own], dataset);
  },
  delete: (id, _, { dataset }) => {
    leave(id);
    void apply(shelves.map((shelf) => recordsOf(shelf, id)), dataset);
  },
  sheet: async (id, meeting, { dataset }) =>
    (await import('./sheet.js')).printSheet(id, meeting, dataset),
  calendar: async (id, meeting, { dataset }) =>
    (await import('./to-calendar.js')).toCalendar(id, meeting, dataset, find(meeting.pages[0]).url),
};

/**
 * @param {string} id
 * @param {Record<string, unknown>} meeting
 */
async function edit(id, meeting) {
  const { openForm } = await import('./dialog.js');
  openForm(meeting, (texts) => put(id, { ...meeting, ...texts }));
}

/** @param {string} id */
function leave(id) {
  if (id === meetingNow()) enterMeeting(NO_MEETING);
}

/**
 * What a meeting has in a store, removed, or as records of a copy.
 *
 * @param {Shelf} shelf
 * @param {string} id
 * @param {string} [copy]
 * @returns {[Shelf, Changes]}
 */
function recordsOf(shelf, id, copy) {
  const own = [...shelf.records].filter(([key]) => `${key} `.startsWith(`${id} `));
  return [shelf, new Map(own.map(([key, record]) =>
    copy ? [copy + key.slice(id.length), record] : [key, null]))];
}

/**
 * @param {string} id
 * @param {Record<string, unknown>} meeting
 * @param {Told} [told]
 */
function put(id, meeting, told) {
  return apply([[meetings, new Map([[id, meeting]])]], told);
}

/**
 * Changes records, and says so when it is on disk, with a way back.
 *
 * @param {[Shelf, Changes][]} changes
 * @param {Told} [told]
 */
async function apply(changes, { said } = {}) {
  const before = changes.map(([shelf, change]) => {
    const { records } = shelf;
    /** @type {[Shelf, Changes]} */
    const old = [shelf, new Map([...change.keys()].map((id) => [id, records.get(id) ?? null]))];
    return old;
  });
  await Promise.all(changes.map(([shelf, change]) => shelf.put(change)));
  say(store.isSaved ? said ?? word('saved') : word('unsaved'), () => apply(before));
}

/**
 * A checklist, also under a key that it had before.
 *
 * @param {string} page
 * @returns {Checklist}
 */
function find(page = '') {
  return checklists.find(({ key, was }) => [key, ...was].includes(page)) ??
    { key: page, title: page, url: '', was: [], items: [] };
}

/**
 * How far a meeting is with a checklist.
 *
 * @param {string} id
 * @param {Checklist} list
 * @param {import('../store/record.js').Ticks} all Those of all meetings.
 */
function progressOf(id, { key, was, items }, all) {
  return countItems(all, items.map((names) => {
    const pages = [key, ...was].map((page) => `${id} ${page} `);
    const [first = '', ...former] = pages.flatMap((page) => names.split('=').map((name) => page + name));
    return { id: first, was: former };
  }));
}

/** Shows the meetings, and keeps the focus where it is. */
function show() {
  const clock = onTheClock();
  const { records, unsaved } = meetings;
  const all = inOrder(records, clock);
  limit = Math.max(limit, all.findIndex(([id]) => `#${id}` === location.hash) + 1);
  const done = ticks.records;
  const written = notes.records;
  const focused = document.activeElement;
  const holder = focused?.closest('.meeting')?.id;
  const shown = all.slice(0, limit).map(([id, meeting]) => {
    const card = cardOf(id, meeting, done, unsaved.has(id));
    const note = /** @type {HTMLTextAreaElement} */ (card.querySelector('textarea'));
    if (note !== focused) note.value = written.get(`${id}  `)?.text ?? '';
    return { card, group: groupOf(meeting, clock) };
  });
  for (const [index, group] of root.querySelectorAll('[data-group]').entries()) {
    fill(group, shown.filter(({ group }) => group === index).map(({ card }) => card));
  }
  element('.meetings__more').hidden = limit >= all.length;
  element('.meetings__none').hidden = all.length > 0;
  element('.meetings__trouble > *').hidden = !store.trouble;
  if (holder && focused !== document.activeElement) refocus(holder, focused);
}

/** @param {string} selector */
function element(selector) {
  return /** @type {HTMLElement} */ (root.querySelector(selector));
}

/**
 * @param {Element} group
 * @param {HTMLElement[]} inside
 */
function fill(group, inside) {
  const list = /** @type {Element} */ (group.querySelector('ul'));
  group.toggleAttribute('hidden', inside.length === 0);
  const isSame = inside.length === list.children.length && inside.every((card, at) => card === list.children[at]);
  if (!isSame) list.replaceChildren(...inside);
}

/**
 * @param {string} id
 * @param {Element} lost
 */
function refocus(id, lost) {
  const action = lost.getAttribute('data-action');
  const again = document.getElementById(id)?.querySelector(`[data-action="${action}"]`);
  /** @type {HTMLElement} */ (lost.isConnected ? lost : again ?? element('[data-action]')).focus();
}

/**
 * A card is made anew only when something on it has changed.
 *
 * @param {string} id
 * @param {Meeting} meeting
 * @param {import('../store/record.js').Ticks} done
 * @param {boolean} isUnsaved
 */
function cardOf(id, meeting, done, isUnsaved) {
  const texts = {
    ...meeting,
    when: whenInWords(meeting.when, word('locale')),
    unsaved: isUnsaved ? word('not_saved') : '',
  };
  const counts = meeting.pages.map((page) => word('count', progressOf(id, find(page), done)));
  const isNow = id === meetingNow();
  const from = JSON.stringify([texts, counts, isNow]);
  const known = cards.get(id);
  if (known?.from === from) return known.card;
  const card = makeCard(id, meeting, texts, counts);
  card.toggleAttribute('data-now', isNow);
  const more = card.querySelector('details');
  if (more) more.open = known?.card.querySelector('details')?.open ?? false;
  cards.set(id, { card, from });
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
  card.querySelector('ul')?.replaceChildren(...pages.map((page, at) => {
    const { title, url } = find(page);
    const entry = fromTemplate('#meeting-page', { title, count: counts[at] ?? '' });
    const link = /** @type {HTMLAnchorElement} */ (entry.querySelector('a'));
    const button = /** @type {HTMLButtonElement} */ (entry.querySelector('button'));
    if (url) link.href = url;
    button.value = page;
    button.ariaLabel += ` ${title}`;
    return entry;
  }));
  return card;
}

root.addEventListener('click', ({ target }) => {
  const button = /** @type {HTMLButtonElement | null} */ (/** @type {Element} */ (target).closest('[data-action]'));
  const id = button?.closest('.meeting')?.id ?? '';
  if (button) actions[button.dataset['action'] ?? '']?.(id, meetings.records.get(id), button);
});
root.addEventListener('input', async ({ target }) => {
  if (!(target instanceof HTMLTextAreaElement)) return;
  const id = target.closest('.meeting')?.id;
  say('');
  clearTimeout(pause);
  await notes.put(new Map([[`${id}  `, target.value ? { text: target.value } : null]]));
  pause = setTimeout(() => say(word(store.isSaved ? 'saved' : 'unsaved')), PAUSE);
});

let asked = 0;
function ask() {
  asked ||= requestAnimationFrame(() => {
    asked = 0;
    show();
  });
}

onMeeting(ask);
await Promise.all(shelves.map((shelf) => shelf.follow(ask)));
root.hidden = false;
show();
document.getElementById(location.hash.slice(1))?.scrollIntoView();
