/**
 * The conversation log: a list with open entries first, search, and exports. All of its HTML is in
 * overrides/log.html. The fields of an entry there are also the columns of the CSV file.
 *
 * @typedef {import('./entries.js').Entry} Entry
 * @typedef {[id: string, entry: Entry]} Row
 * @typedef {Record<string, any>} Texts Field -> text.
 */

import { writeCsv } from './csv.js';
import { begin, edit, finish, forgetDraft } from './editor.js';
import { ORDERS, dateIn, isOpen, isOverdue, openPromises } from './entries.js';
import { MARKDOWN, PLAIN, writeMinutes } from './minutes.js';
import { requestPersistence } from '../data/backup.js';
import { copyText } from '../site/copy.js';
import { download } from '../site/download.js';
import { guideId } from '../site/guide.js';
import { fromTemplate, readForm } from '../site/forms.js';
import { notify } from '../site/notice.js';
import { onAction, setText } from '../site/dom.js';
import { formatLocal } from '../site/time.js';
import { t } from '../site/words.js';
import { newId } from '../store/id.js';
import { NO_MEETING } from '../store/meeting.js';
import { openStore } from '../store/store.js';

const PAGE_SIZE = 50; // entries
const MAX_LENGTH = 5000; // characters of a text in the list; the form and exports have all
const DEFAULT_MONTHS = '12'; // that an entry is kept, unless the reader chooses otherwise

const root = /** @type {HTMLElement} */ (document.querySelector('.log'));
const form = /** @type {HTMLFormElement} */ (find('.log-form'));
const filter = /** @type {HTMLFormElement} */ (find('.log-filter'));
const months = /** @type {HTMLSelectElement} */ (find('#log-months'));
const template = /** @type {HTMLTemplateElement} */ (find('template'));
/** @type {Texts} Field -> its label in the template of an entry. */
const labels = {};
for (const { dataset, previousElementSibling } of template.content.querySelectorAll('dd')) {
  labels[dataset['field'] ?? ''] = previousElementSibling?.textContent;
}
const words = /** @type {import('./minutes.js').Words} */ (
  { ...labels, minutes: t('minutes'), locale: t('locale') });

const store = openStore();
const log = store.shelf('log');
const meetings = store.shelf('meetings');
const settings = store.shelf('settings');

/** @type {Map<string, string>} Value -> name, of channels and meetings. */
const names = new Map();
/** @type {import('../store/record.js').Records} All entries, as shown. */
let records = new Map();
/** @type {Row[]} The entries that match the filter. */
let found = [];
/** @type {Row[]} Some of the entries that are past their retention. */
let expired = [];
let limit = PAGE_SIZE;
let today = dateIn();
/** @type {[string, () => void] | undefined} The notice to show once all is on disk, and its undo. */
let message;

/** @type {Record<string, (id: string, entry: Entry, kind: string) => unknown>} By the `data-action` of a button. */
const actions = {
  cancel: () => edit(),
  edit: (id, entry) => edit({ ...entry, entry: id }),
  settle: (id, entry) => change([[id, { ...entry, settled: entry.settled ? undefined : true }]]),
  remove: (id) => change([[id, null]], t('log_removed')),
  drop: () => change(expired.map(([id]) => [id, null]), t('log_removed')),
  keep: () => change(expired.map(([id, entry]) => [id, { ...entry, expires: expiryDate() }])),
  minutes: (_, entry) => copyText(writeMinutes([entry], words, PLAIN)),
  copy: (_, __, kind) => copyText(exported(kind)),
  load: (_, __, kind) => download(`${root.dataset['name']}-${dateIn()}.${kind}`, 'text/plain', exported(kind)),
  retry: () => store.retry(),
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
 * Undo leaves entries alone that have changed again since.
 *
 * @param {[string, Record<string, any> | null][]} changes
 * @param {string} [text] Of the notice.
 */
function change(changes, text = t('saved')) {
  const before = records;
  void log.put(new Map(changes));
  const after = records;
  message = [text, () => {
    const ours = changes.filter(([id]) => records.get(id)?.at === after.get(id)?.at);
    if (ours.length) change(ours.map(([id]) => [id, before.get(id) ?? null]));
  }];
}

function save() {
  const { entry, ...texts } = readForm(form);
  const old = records.get(entry ?? '');
  const blank = { meeting: NO_MEETING, channel: '' }; // a select without a choice has no text
  change([[entry || newId(), { ...blank, ...old, ...texts, expires: expiryDate() }]]);
  requestPersistence();
  finish();
}

function expiryDate() {
  return Number(months.value) > 0 ? dateIn(Number(months.value)) : '';
}

/** @param {string} kind The extension of a file. */
function exported(kind) {
  const entries = found.map(([, entry]) => entry);
  return kind === 'csv'
    ? writeCsv([words, ...entries.map(readable)].map(cells), root.dataset['separator'])
    : writeMinutes(entries, words, kind === 'md' ? MARKDOWN : PLAIN);
}

/** @param {Entry} entry @returns {Texts} */
function readable(entry) {
  const { channel, meeting, settled } = entry;
  return {
    ...entry,
    channel: names.get(channel) ?? channel,
    meeting: names.get(meeting) ?? '',
    state: settled ? t('settled') : isOverdue(entry, today) ? t('late') : '',
  };
}

/** @param {Texts} texts */
function cells(texts) {
  return Object.keys(labels).map((name) => texts[name]);
}

/** @param {Row} row */
function makeEntry([id, entry]) {
  const texts = readable(entry);
  for (const name in labels) texts[name] = texts[name].slice(0, MAX_LENGTH);
  const made = fromTemplate('#log-entry', {
    ...texts,
    when: formatLocal(texts.when),
    due: formatLocal(texts.due),
    settle: isOpen(entry) ? t('settle') : entry['settled'] ? t('reopen') : '',
    unsaved: log.unsaved.has(id) ? t('not_saved') : '',
  });
  made.dataset['entry'] = id;
  made.classList.toggle('is-open', isOpen(entry));
  return made;
}

function filtered() {
  const { text = '', meeting, order = '', only } = readForm(filter);
  const wanted = text.toLowerCase().split(/\s+/);
  return [...records].filter(([, entry]) => {
    if ((only && !isOpen(entry)) || (meeting && entry.meeting !== meeting)) return false;
    const all = text && cells(readable(entry)).join('\n').toLowerCase();
    return wanted.every((word) => all.includes(word));
  }).sort(([, one], [, other]) => ORDERS[order]?.(one, other) ?? 0);
}

function show() {
  today = dateIn();
  records = log.records;
  found = filtered();
  expired = [...records].filter(([, { expires, due }]) => expires && expires < today && due <= today);
  expired.splice(PAGE_SIZE);
  fillList('.log-list--all', found.slice(0, limit));
  fillList('.log-list--past', expired);
  find('[data-action="more"]').hidden = found.length <= limit;
  setText(find('.log-found'), t('log_found', { count: found.length }));
  setText(find('#expired'), t('log_expired', { count: expired.length }));
  setText(find('.log-trouble p'), store.error ? t(store.error) : '');
}

/**
 * Keeps the focus on the same button of the same entry, which may have moved.
 *
 * @param {string} selector
 * @param {Row[]} rows
 */
function fillList(selector, rows) {
  const list = find(selector);
  const focused = /** @type {HTMLElement | null} */ (list.querySelector(':focus'));
  const id = focused?.closest('li')?.dataset['entry'];
  const items = rows.map(makeEntry);
  list.replaceChildren(...items);
  if (!focused) return;
  const item = items.find(({ dataset }) => dataset['entry'] === id);
  /** @type {HTMLElement | null | undefined} */
  const button = item?.querySelector(`[data-action="${focused.dataset['action']}"]`);
  (button ?? find('#entries')).focus();
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

/** Called after each change of the log. The front page reserves room for the promises counted here. */
function update() {
  show();
  if (store.isSaved && message) {
    notify(...message);
    message = undefined;
    forgetDraft();
  }
  try {
    localStorage.setItem(`${guideId()}.promises`, String(openPromises(records.values()).length));
  } catch {
    // storage is forbidden: the front page shows no promises
  }
}

async function start() {
  await Promise.all([
    settings.subscribe(() => {
      months.value = settings.records.get('retention')?.value ?? DEFAULT_MONTHS;
    }),
    meetings.subscribe(showMeetings),
    log.subscribe(update),
  ]);
  begin(settings.records.get('draft')?.value, records.size === 0);
  document.querySelector('.log-needs')?.remove();
  root.hidden = false;
}

onAction(root, (action, button) => {
  const id = button.closest('li')?.dataset['entry'] ?? '';
  actions[action]?.(id, records.get(id), button.value);
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
addEventListener('beforeprint', () => {
  limit = Infinity;
  show();
});
void start();
