/**
 * The conversation log: a list with open entries first, search, and exports. All of its HTML is in
 * overrides/log.html.
 *
 * @typedef {import('./entries.js').Entry} Entry
 * @typedef {import('../store/pending.js').Change} Change
 * @typedef {[id: string, entry: Entry]} Row
 */

import { makeCard } from './card.js';
import { cellsOf, rowsOf, writeCsv } from './csv.js';
import { removeDraft } from './drafts.js';
import { begin, edit, finish, formActions, openForm } from './editor.js';
import { compareEntries, dateIn, isOpen, promiseEvents, readEntry, toggle } from './entries.js';
import { writeLetter, writeMinutes } from './minutes.js';
import { makeCalendar } from '../calendar/calendar.js';
import { requestPersistence } from '../data/backup.js';
import { copyText } from '../site/copy.js';
import { el, onAction, setText } from '../site/dom.js';
import { download } from '../site/download.js';
import { guideId } from '../site/guide.js';
import { readForm } from '../site/forms.js';
import { changeUndoably } from '../site/undoable.js';
import { t } from '../site/words.js';
import { mergeFields } from '../store/edit.js';
import { NO_MEETING } from '../store/record.js';
import { openStore } from '../store/store.js';

const PAGE_SIZE = 50; // entries
const DEFAULT_MONTHS = '12'; // that an entry is kept, unless the reader chooses otherwise

const root = /** @type {HTMLElement} */ (document.querySelector('.log'));
const form = /** @type {HTMLFormElement} */ (find('.log-form'));
const filter = /** @type {HTMLFormElement} */ (find('.log-filter'));
const months = /** @type {HTMLSelectElement} */ (find('#log-months'));
const paper = find('.log-paper');
/** @type {import('./minutes.js').Words} Its labels, and what minutes say. */
const words = JSON.parse(root.dataset['words'] ?? '');

const store = openStore();
const log = store.shelf('log');
const meetings = store.shelf('meetings');
const settings = store.shelf('settings');

/** @type {Map<string, string>} Value -> name, of channels and meetings. */
const names = new Map();
/** @type {Row[]} The entries that match the filter. */
let found = [];
/** @type {Row[]} Some of the entries that are past their retention. */
let expired = [];
/** The entry that was saved last, and its draft until it is on disk. */
let latest = '';
let left = '';
let limit = PAGE_SIZE;
let today = dateIn();

/** @type {Record<string, (id: string, entry: Entry, button: HTMLButtonElement) => unknown>} By the `data-action` of a button. */
const actions = {
  ...formActions,
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
  calendar: (id, entry) => {
    const text = [named(entry)['meeting'], entry['with']].filter(Boolean).join(', ');
    const events = promiseEvents(id, entry, text, location.href.replace(/[?#].*/, ''));
    download(`${guideId()}.ics`, 'text/calendar', makeCalendar(events, Date.now()));
  },
  copy: () => copyText(minutesOfAll().join('\n\n\n')),
  load: () => {
    const rows = found.flatMap(([, entry]) => rowsOf(named(entry), words, today));
    download(`${root.dataset['name']}-${today}.csv`, 'text/csv', writeCsv([cellsOf(words), ...rows], root.dataset['separator']));
  },
  more: () => {
    const first = limit;
    limit += PAGE_SIZE;
    show();
    /** @type {HTMLElement | undefined} */ (find('.log-list--all').children[first])?.focus();
  },
};

/** @param {string} selector */
function find(selector) {
  return /** @type {HTMLElement} */ (root.querySelector(selector));
}

/**
 * @param {[string, Change][]} changes
 * @param {string} [said]
 */
function change(changes, said) {
  return changeUndoably([[log, new Map(changes)]], said);
}

function save() {
  const { id, base, texts, draft } = finish();
  const expires = expiryDate();
  [latest, left] = [id, draft];
  filter.reset();
  void change([[id, (record) => ({ ...mergeFields(base, texts, readEntry(record ?? base)), expires })]]);
  requestPersistence();
  showLatest();
}

/** Shows the entry just saved, wherever it is in the list. */
function showLatest() {
  limit = Math.max(limit, found.findIndex(([id]) => id === latest) + 1);
  show();
  /** @type {HTMLElement | null} */ (find('.log-list--all').querySelector('[aria-current]'))?.focus();
}

function expiryDate() {
  const count = Number(months.value);
  return count ? dateIn(count) : '';
}

function minutesOfAll() {
  return found.map(([, entry]) => writeMinutes(named(entry), words)).filter(Boolean);
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
  const card = makeCard(named(entry), words, today, log.unsaved.has(id));
  card.dataset['entry'] = id;
  if (id === latest) card.ariaCurrent = 'true';
  return card;
}

/** @param {Entry} entry */
function matches(entry) {
  const { text = '', meeting, only } = readForm(filter);
  if ((only && !isOpen(entry)) || (meeting && entry['meeting'] !== meeting)) return false;
  const all = text && rowsOf(named(entry), words, today).flat().join('\n').toLowerCase();
  return text.toLowerCase().split(/\s+/).every((word) => all.includes(word));
}

/** @param {Entry} entry */
function isExpired({ expires, promises }) {
  return expires && expires < today && promises.every(({ due }) => due <= today);
}

function show() {
  today = dateIn();
  /** @type {Row[]} */
  const all = [...log.records].map(([id, record]) => [id, readEntry(record)]);
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('[data-from]'))) {
    part.hidden = all.length < Number(part.dataset['from']);
  }
  if (filter.hidden) filter.reset();
  found = all.filter(([, entry]) => matches(entry)).sort(([, one], [, other]) => compareEntries(one, other));
  expired = all.filter(([, entry]) => isExpired(entry)).slice(0, PAGE_SIZE);
  fillList(found.slice(0, limit).map(makeEntry));
  find('.log-list--past').replaceChildren(...expired.map(makeEntry));
  find('[data-action="more"]').hidden = found.length <= limit;
  setText(find('.log-found'), t('log_found', { count: found.length }));
  setText(find('#expired'), t('log_expired', { count: expired.length }));
}

/**
 * Keeps the focus on the same control of the same entry, which may have moved.
 *
 * @param {HTMLElement[]} cards
 */
function fillList(cards) {
  const list = find('.log-list--all');
  const focused = list.querySelector(':focus');
  const former = /** @type {HTMLElement | null | undefined} */ (focused?.closest('[data-entry]'));
  const place = controls(former).findIndex((control) => control === focused);
  list.replaceChildren(...cards);
  if (!former) return;
  const card = cards.find(({ dataset }) => dataset['entry'] === former.dataset['entry']);
  (controls(card)[place] ?? card ?? find('#entries')).focus({ preventScroll: place < 0 });
}

/**
 * From the end, as only the menu may lose an item.
 *
 * @param {Element | null} [card]
 */
function controls(card) {
  /** @type {NodeListOf<HTMLElement> | undefined} */
  const all = card?.querySelectorAll('a, button, input');
  return [...all ?? []].reverse();
}

/** Newest first, in what chooses one. */
function showMeetings() {
  const sorted = [...meetings.records].sort(([, one], [, other]) => other.when.localeCompare(one.when));
  for (const select of /** @type {NodeListOf<HTMLSelectElement>} */ (root.querySelectorAll('[name="meeting"]'))) {
    const { value } = select;
    select.length = Number(select.dataset['fixed']);
    for (const [id, { name, when }] of sorted) select.add(new Option(name || when, id));
    select.value = value;
  }
  for (const { value, text } of form.querySelectorAll('option')) names.set(value, text);
  names.set(NO_MEETING, '');
  show();
}

function showLog() {
  show();
  if (!log.pending.has(latest)) removeDraft(left);
}

function showRetention() {
  months.value = settings.records.get('retention')?.value ?? DEFAULT_MONTHS;
}

async function start() {
  await Promise.all([settings.subscribe(showRetention), meetings.subscribe(showMeetings), log.subscribe(showLog)]);
  const meeting = wantedMeeting();
  if (meeting && location.hash === '#entries') latest = found.find(([, entry]) => entry['meeting'] === meeting)?.[0] ?? '';
  begin(latest ? '' : meeting, !log.records.size);
  root.hidden = false;
  if (latest) showLatest();
  else if (meeting) openForm();
}

/** The meeting in the address, which then forgets it. */
function wantedMeeting() {
  const id = new URLSearchParams(location.search).get('meeting') ?? '';
  if (id) history.replaceState(history.state, '', location.pathname + location.hash);
  return meetings.records.has(id) ? id : '';
}

onAction(root, (action, button) => {
  const id = button.closest('[data-entry]')?.getAttribute('data-entry') ?? '';
  actions[action]?.(id, readEntry(log.records.get(id) ?? {}), button);
});
form.addEventListener('submit', save);
filter.addEventListener('input', () => {
  limit = PAGE_SIZE;
  show();
});
months.addEventListener('change', () => changeUndoably([[settings, new Map([['retention', () => ({ value: months.value })]])]]));
addEventListener('beforeprint', () => paper.replaceChildren(...minutesOfAll().map((text) => el('p', {}, text))));
addEventListener('afterprint', () => paper.replaceChildren());
void start();
