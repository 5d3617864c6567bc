/**
 * The conversation log: what is open first; searched, settled, taken along. All it shows stands in
 * overrides/log.html. The fields of an entry there are the columns of the file too.
 *
 * @typedef {import('./entries.js').Entry} Entry
 */

import { writeCsv } from './csv.js';
import { begin, done, edit, forgetDraft } from './editor.js';
import { ORDERS, dateIn, isLate, isOpen, promises } from './entries.js';
import { MARKDOWN, PLAIN, writeMinutes } from './minutes.js';
import { askToKeep } from '../data/keep.js';
import { copyText } from '../site/copy.js';
import { download } from '../site/download.js';
import { fromTemplate, readForm } from '../site/forms.js';
import { say } from '../site/notice.js';
import { inWords } from '../site/time.js';
import { word } from '../site/words.js';
import { newId } from '../store/id.js';
import { NO_MEETING } from '../store/meeting.js';
import { openStore } from '../store/store.js';

const PORTION = 50; // entries
const LONGEST = 5000; // characters of a text in the list; the form and what is taken along have all
const MONTHS = 12; // that an entry is kept, unless the reader wants otherwise

/** @param {string} selector @returns {any} */
const find = (selector) => document.querySelector(`.log ${selector}`);
const root = /** @type {HTMLElement} */ (document.querySelector('.log'));
const filter = find('.log-filter');
const months = find('#log-months');
/** @type {any} Field -> its label. */
const labels = {};
for (const { dataset, previousElementSibling } of find('template').content.querySelectorAll('dd')) {
  labels[dataset.field] = previousElementSibling.textContent;
}
const words = { ...labels, minutes: word('minutes'), locale: word('locale') };

const store = openStore();
const log = store.shelf('log');
const meetings = store.shelf('meetings');
const settings = store.shelf('settings');

/** @type {Map<string, string>} Value -> name, of channels and meetings. */
const names = new Map();
/** @type {import('../store/record.js').Records} All entries, as they are shown. */
let records = new Map();
/** @type {[string, Entry][]} What the filter leaves, with ids. */
let found = [];
/** @type {[string, Entry][]} What has been kept its time, some at once. */
let past = [];
let limit = PORTION;
let today = dateIn();
/** @type {[string, () => void] | undefined} What is said once all is on disk, and what undoes it. */
let message;

/** @type {Record<string, (id: string, entry: any, kind: string) => unknown>} By what a button names. */
const actions = {
  cancel: () => edit(),
  edit: (entry, record) => edit({ ...record, entry }),
  settle: (id, entry) => change([[id, { ...entry, settled: entry.settled ? undefined : true }]]),
  remove: (id) => change([[id, null]], word('log_removed')),
  drop: () => change(past.map(([id]) => [id, null]), word('log_removed')),
  keep: () => change(past.map(([id, entry]) => [id, { ...entry, expires: expiry() }])),
  minutes: (_, entry) => copyText(writeMinutes([entry], words, PLAIN)),
  copy: (_, __, kind) => copyText(write(kind)),
  load: (_, __, kind) => download(`${root.dataset['name']}-${dateIn()}.${kind}`, 'text/plain', write(kind)),
  retry: () => store.retry(),
  more: () => {
    const first = limit;
    limit += PORTION;
    show();
    find('.log-list--all').children[first].querySelector('button').focus();
  },
};

/**
 * Undo leaves what has changed again since.
 *
 * @param {[string, any][]} changes
 * @param {string} [text] What is said of it.
 */
function change(changes, text = word('saved')) {
  const before = records;
  void log.put(new Map(changes));
  const after = records;
  message = [text, () => {
    const ours = changes.filter(([id]) => records.get(id)?.at === after.get(id)?.at);
    if (ours.length) change(ours.map(([id]) => [id, before.get(id) ?? null]));
  }];
}

function save() {
  const { entry, ...texts } = readForm(find('.log-form'));
  const old = records.get(entry ?? '');
  const blank = { meeting: NO_MEETING, channel: '' }; // a select without a choice has no text
  change([[entry || newId(), { ...blank, ...old, ...texts, expires: expiry() }]]);
  askToKeep();
  done();
}

function expiry() {
  return months.value > 0 ? dateIn(Number(months.value)) : '';
}

/** @param {string} kind */
function write(kind) {
  const entries = /** @type {any[]} */ (found.map(([, entry]) => entry));
  return kind === 'csv'
    ? writeCsv([words, ...entries.map(readable)].map(cells), root.dataset['separator'])
    : writeMinutes(entries, words, kind === 'md' ? MARKDOWN : PLAIN);
}

/** @param {Entry} entry @returns {any} */
function readable(entry) {
  const { channel, meeting, settled } = /** @type {any} */ (entry);
  return {
    ...entry,
    channel: names.get(channel) ?? channel,
    meeting: names.get(meeting) ?? '',
    state: settled ? word('settled') : isLate(entry, today) ? word('late') : '',
  };
}

/** @param {any} entry @returns {string[]} */
function cells(entry) {
  return Object.keys(labels).map((name) => entry[name]);
}

/** @param {[string, Entry]} found */
function view([id, entry]) {
  const texts = readable(entry);
  for (const name in labels) texts[name] = texts[name].slice(0, LONGEST);
  const made = fromTemplate('#log-entry', {
    ...texts,
    when: inWords(texts.when, words.locale),
    due: inWords(texts.due, words.locale),
    settle: isOpen(entry) ? word('settle') : texts.settled && word('reopen'),
    unsaved: log.unsaved.has(id) && word('not_saved'),
  });
  made.dataset['entry'] = id;
  made.classList.toggle('is-open', isOpen(entry));
  return made;
}

function select() {
  const { text = '', meeting, order = '', only } = readForm(filter);
  const wanted = text.toLowerCase().split(/\s+/);
  return [...records].filter(([, entry]) => {
    if ((only && !isOpen(entry)) || (meeting && entry.meeting !== meeting)) return false;
    const all = text && cells(readable(entry)).join('\n').toLowerCase();
    return wanted.every((each) => all.includes(each));
  }).sort(([, one], [, other]) => ORDERS[order]?.(one, other) ?? 0);
}

function show() {
  today = dateIn();
  records = log.records;
  found = select();
  past = [...records].filter(([, { expires, due }]) => expires && expires < today && due <= today);
  past.splice(PORTION);
  fill('.log-list--all', found.slice(0, limit));
  fill('.log-list--past', past);
  find('[data-action="more"]').hidden = found.length <= limit;
  tell('.log-found', word('log_found', { count: found.length }));
  tell('#expired', word('log_expired', { count: past.length }));
  tell('.log-trouble p', store.trouble ? word(store.trouble) : '');
}

/**
 * The focus stays on the same button of the same entry, which may stand elsewhere by now.
 *
 * @param {string} place
 * @param {[string, Entry][]} entries
 */
function fill(place, entries) {
  const list = find(place);
  const pressed = list.querySelector(':focus');
  const { entry } = pressed?.closest('li').dataset ?? {};
  list.replaceChildren(...entries.map(view));
  if (!pressed) return;
  const again = [...list.children].find(({ dataset }) => dataset.entry === entry);
  (again?.querySelector(`[data-action="${pressed.dataset.action}"]`) ?? find('#entries')).focus();
}

/** @param {string} selector @param {string} text It is read out whenever it is set, so not twice. */
function tell(selector, text) {
  const element = find(selector);
  if (element.textContent !== text) element.textContent = text;
}

function showMeetings() {
  const sorted = [...meetings.records].sort(([, one], [, other]) => other.when.localeCompare(one.when));
  for (const select of /** @type {NodeListOf<any>} */ (root.querySelectorAll('[name="meeting"]'))) {
    const { value } = select;
    select.length = select.dataset.fixed;
    for (const [id, { name, when }] of sorted) select.add(new Option(name || when, id));
    select.value = value;
  }
  for (const { value, text } of find('.log-form').querySelectorAll('option')) names.set(value, text);
  names.set(NO_MEETING, '');
  show();
}

/** After each change of the log, here or elsewhere. The front page keeps room for what is noted. */
function update() {
  show();
  if (store.isSaved && message) {
    say(...message);
    message = undefined;
    forgetDraft();
  }
  try {
    localStorage.setItem('ryggen-fri.promises', String(promises(records.values()).length));
  } catch {
    // storage is forbidden: the front page shows none
  }
}

async function start() {
  await Promise.all([ // one after the other in the database, but asked for at once
    settings.follow(() => {
      months.value = settings.records.get('retention')?.value ?? MONTHS;
    }),
    meetings.follow(showMeetings),
    log.follow(update),
  ]);
  begin(settings.records.get('draft')?.value, records.size === 0);
  document.querySelector('.log-needs')?.remove();
  root.hidden = false;
}

root.addEventListener('click', ({ target }) => {
  const button = /** @type {any} */ (target).closest('[data-action]');
  const id = button?.closest('li')?.dataset.entry;
  actions[button?.dataset.action]?.(id, records.get(id), button.value);
});
find('.log-form').addEventListener('submit', save);
filter.addEventListener('input', () => {
  limit = PORTION;
  show();
});
months.addEventListener('change', async () => {
  await settings.put(new Map([['retention', { value: months.value }]]));
  if (store.isSaved) say(word('saved'));
});
addEventListener('beforeprint', () => {
  limit = Infinity;
  show();
});
void start();
