/**
 * The conversation log: a list with open entries first, search, and exports. All of its HTML is in
 * overrides/log.html.
 *
 * @typedef {import('./entries.js').Entry} Entry
 * @typedef {import('../store/pending.js').Change} Change
 * @typedef {[id: string, entry: Entry]} Row
 */

import { makeCard } from './card.js';
import { writeCsv } from './csv.js';
import { begin, edit, finish, forgetDraft, formActions, openForm, readEdit } from './editor.js';
import { BLANK, ORDERS, dateIn, isOpen, readEntry, toggle } from './entries.js';
import { writeLetter, writeMinutes } from './minutes.js';
import { promiseEvents } from './reminders.js';
import { cellsOf, rowsOf } from './table.js';
import { makeCalendar } from '../calendar/calendar.js';
import { requestPersistence } from '../data/backup.js';
import { copyText } from '../site/copy.js';
import { el, onAction, setText } from '../site/dom.js';
import { download } from '../site/download.js';
import { guideId } from '../site/guide.js';
import { readForm } from '../site/forms.js';
import { notify } from '../site/notice.js';
import { t } from '../site/words.js';
import { mergeFields } from '../store/edit.js';
import { newId } from '../store/id.js';
import { NO_MEETING } from '../store/record.js';
import { openStore } from '../store/store.js';
import { changeWithUndo } from '../store/undo.js';

const PAGE_SIZE = 50; // entries
const DEFAULT_MONTHS = '12'; // that an entry is kept, unless the reader chooses otherwise

const root = /** @type {HTMLElement} */ (document.querySelector('.log'));
const form = /** @type {HTMLFormElement} */ (find('.log-form'));
const filter = /** @type {HTMLFormElement} */ (find('.log-filter'));
const months = /** @type {HTMLSelectElement} */ (find('#log-months'));
const paper = find('.log-paper');
/** @type {Record<string, string>} Field -> its label. */
const labels = JSON.parse(root.dataset['labels'] ?? '');
const words = /** @type {import('./minutes.js').Words & {late: string}} */ ({ ...labels });
for (const name of ['minutes', 'by', 'settled', 'late', 'greeting', 'locale']) Object.assign(words, { [name]: t(name) });

const store = openStore();
const log = store.shelf('log');
const meetings = store.shelf('meetings');
const settings = store.shelf('settings');

/** @type {Map<string, string>} Value -> name, of channels and meetings. */
const names = new Map();
/** @type {Map<string, Entry>} All entries, as shown. */
let records = new Map();
/** @type {Row[]} The entries that match the filter. */
let found = [];
/** @type {Row[]} Some of the entries that are past their retention. */
let expired = [];
/** The entry that was saved last. */
let latest = '';
let limit = PAGE_SIZE;
let today = dateIn();
/** @type {[string, () => unknown] | undefined} The notice to show once all is on disk, and its undo. */
let message;

/** @type {Record<string, (id: string, entry: Entry, button: HTMLButtonElement) => unknown>} By the `data-action` of a button. */
const actions = {
  edit,
  settle: (id, entry, { value }) => change([[id, (record) =>
    record && mergeFields(entry, toggle(entry, value), readEntry(record))]]),
  remove: (id) => change([[id, () => null]], t('log_removed')),
  drop: () => change(expired.map(([id]) => [id, () => null]), t('log_removed')),
  keep: () => {
    const expires = expiryDate();
    void change(expired.map(([id]) => [id, (record) => record && { ...record, expires }]));
  },
  minutes: (_, entry) => copyText(writeLetter(named(entry), words)),
  calendar: toCalendar,
  copy: () => copyText(minutesOfAll().join('\n\n\n')),
  load: () => download(`${root.dataset['name']}-${dateIn()}.csv`, 'text/csv', csv()),
  more: () => {
    const first = limit;
    limit += PAGE_SIZE;
    show();
    find('.log-list--all').children[first]?.querySelector('button')?.focus();
  },
};

/** @param {string} selector */
function find(selector) {
  return /** @type {HTMLElement} */ (root.querySelector(selector));
}

/**
 * @param {[string, Change][]} changes
 * @param {string} [text] Of the notice.
 */
async function change(changes, text = t('saved')) {
  const undo = await changeWithUndo([[log, new Map(changes)]]);
  message = [text, undo];
  report();
}

function save() {
  const { entry, base, texts } = readEdit();
  const expires = expiryDate();
  latest = entry || newId();
  finish();
  filter.reset();
  void change([[latest, (record) =>
    ({ ...mergeFields(base, texts, readEntry(record ?? base ?? BLANK)), expires })]]);
  requestPersistence();
  showLatest();
}

/** Shows the entry just saved, wherever it is in the list. */
function showLatest() {
  const index = found.findIndex(([id]) => id === latest);
  limit = Math.max(limit, index + 1);
  show();
  const card = find('.log-list--all > [aria-current]');
  card?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: 'center' });
}

function expiryDate() {
  return Number(months.value) > 0 ? dateIn(Number(months.value)) : '';
}

/**
 * @param {string} id
 * @param {Entry} entry
 */
function toCalendar(id, entry) {
  const { meeting } = named(entry);
  const url = location.href.replace(/[?#].*/, '');
  const events = promiseEvents(id, entry, [meeting, entry['with']].filter(Boolean).join(', '), url);
  if (events.length) download(`${guideId()}.ics`, 'text/calendar', makeCalendar(events, Date.now()));
}

function minutesOfAll() {
  return found.map(([, entry]) => writeMinutes(named(entry), words)).filter(Boolean);
}

function csv() {
  const rows = found.flatMap(([, entry]) => rowsOf(named(entry), words, today));
  return writeCsv([cellsOf(labels), ...rows], root.dataset['separator']);
}

/**
 * With the names of its channel and its meeting.
 *
 * @param {Entry} entry
 * @returns {Entry}
 */
function named(entry) {
  const { channel, meeting } = entry;
  return { ...entry, channel: names.get(channel) ?? channel, meeting: names.get(meeting) ?? '' };
}

/** @param {Row} row */
function makeEntry([id, entry]) {
  const card = makeCard(named(entry), log.unsaved.has(id), { words, today });
  card.dataset['entry'] = id;
  if (id === latest) card.ariaCurrent = 'true';
  const calendar = /** @type {HTMLElement} */ (card.querySelector('[data-action="calendar"]'));
  calendar.hidden = !promiseEvents(id, entry, '', '').length;
  return card;
}

function filtered() {
  const { text = '', meeting, order = '', only } = readForm(filter);
  const wanted = text.toLowerCase().split(/\s+/);
  return [...records].filter(([, entry]) => {
    if ((only && !isOpen(entry)) || (meeting && entry['meeting'] !== meeting)) return false;
    const all = text && rowsOf(named(entry), words, today).flat().join('\n').toLowerCase();
    return wanted.every((word) => all.includes(word));
  }).sort(([, one], [, other]) => ORDERS[order]?.(one, other) ?? 0);
}

/** @param {Entry} entry */
function isExpired({ expires, promises }) {
  return expires && expires < today && promises.every(({ due }) => due <= today);
}

function show() {
  today = dateIn();
  records = new Map([...log.records].map(([id, record]) => [id, readEntry(record)]));
  /** @type {NodeListOf<HTMLElement>} */
  const parts = root.querySelectorAll('[data-from]');
  for (const part of parts) part.hidden = records.size < Number(part.dataset['from']);
  if (filter.hidden) filter.reset();
  found = filtered();
  expired = [...records].filter(([, entry]) => isExpired(entry)).slice(0, PAGE_SIZE);
  fillList('.log-list--all', found.slice(0, limit));
  fillList('.log-list--past', expired);
  find('[data-action="more"]').hidden = found.length <= limit;
  setText(find('.log-found'), t('log_found', { count: found.length }));
  setText(find('#expired'), t('log_expired', { count: expired.length }));
}

/**
 * Keeps the focus on the same control of the same entry, which may have moved.
 *
 * @param {string} selector
 * @param {Row[]} rows
 */
function fillList(selector, rows) {
  const list = find(selector);
  const focused = /** @type {HTMLInputElement | null} */ (list.querySelector(':focus'));
  const id = focused?.closest('li[data-entry]')?.getAttribute('data-entry');
  const cards = rows.map(makeEntry);
  list.replaceChildren(...cards);
  if (!focused) return;
  const card = cards.find(({ dataset }) => dataset['entry'] === id);
  const { action } = focused.dataset;
  const value = action === 'settle' ? `[value="${focused.value}"]` : '';
  /** @type {HTMLElement | null | undefined} */
  const same = action ? card?.querySelector(`[data-action="${action}"]${value}`) : card;
  (same ?? find('#entries')).focus({ preventScroll: !action });
}

function showMeetings() {
  const sorted = [...meetings.records].sort(([, one], [, other]) => other.when.localeCompare(one.when));
  /** @type {NodeListOf<HTMLSelectElement>} */
  const selects = root.querySelectorAll('[name="meeting"]');
  for (const select of selects) {
    const { value } = select;
    select.length = Number(select.dataset['fixed']);
    for (const [id, { name, when }] of sorted) select.add(new Option(name || when, id));
    select.value = value;
  }
  for (const { value, text } of form.querySelectorAll('option')) names.set(value, text);
  names.set(NO_MEETING, '');
  show();
}

/** Says what was done, once it is on disk. */
function report() {
  if (!store.isSaved || !message) return;
  notify(...message);
  message = undefined;
  forgetDraft();
}

async function start() {
  await Promise.all([
    settings.subscribe(() => {
      months.value = settings.records.get('retention')?.value ?? DEFAULT_MONTHS;
    }),
    meetings.subscribe(showMeetings),
    log.subscribe(() => {
      show();
      report();
    }),
  ]);
  const meeting = wantedMeeting();
  if (location.hash === '#entries') latest = entryOf(meeting);
  begin(records.size === 0, latest ? '' : meeting);
  document.querySelector('.log-needs')?.remove();
  root.hidden = false;
  if (latest) showLatest();
  else if (meeting) openForm();
}

/** The meeting in the address, which then forgets it. */
function wantedMeeting() {
  const address = new URL(location.href);
  const id = address.searchParams.get('meeting') ?? '';
  address.searchParams.delete('meeting');
  if (id) history.replaceState(history.state, '', address);
  return meetings.records.has(id) ? id : '';
}

/** @param {string} meeting */
function entryOf(meeting) {
  const entries = [...records].filter(([, entry]) => meeting && entry['meeting'] === meeting);
  return entries.sort(([, one], [, other]) => one['at'] - other['at']).at(-1)?.[0] ?? '';
}

onAction(root, (action, button) => {
  const id = button.closest('[data-entry]')?.getAttribute('data-entry') ?? '';
  const entry = /** @type {Entry} */ (records.get(id));
  (formActions[action] ?? actions[action])?.(id, entry, button);
});
form.addEventListener('submit', save);
filter.addEventListener('input', () => {
  limit = PAGE_SIZE;
  show();
});
months.addEventListener('change', async () => {
  await settings.put(new Map([['retention', { value: months.value }]]));
  if (store.isSaved) notify(t('saved'));
});
addEventListener('beforeprint', () => paper.replaceChildren(...minutesOfAll().map((text) => el('p', {}, text))));
addEventListener('afterprint', () => paper.replaceChildren());
void start();
