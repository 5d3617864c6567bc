/**
 * The page "My data": what there is, a copy of it, a copy brought in, all of it deleted.
 *
 * @typedef {import('./merge.js').All} All
 * @typedef {import('../store/record.js').StoredRecord} StoredRecord
 */

import { download } from '../site/download.js';
import { say } from '../site/notice.js';
import { word } from '../site/words.js';
import { DATABASE } from '../store/database.js';
import { readRecords } from '../store/records.js';
import { openStore } from '../store/store.js';
import { WORTH, inWords, lastCopy, noteCopy, remind } from './keep.js';
import { STORES, changes, ofMeeting, readFile, tally, undoing, writeFile } from './merge.js';

const LARGEST = 40 * 2 ** 20; // octets of a file

const store = openStore();
const page = /** @type {HTMLElement} */ (document.querySelector('.my-data'));
const meeting = /** @type {HTMLSelectElement} */ (find('select'));
const notes = /** @type {HTMLInputElement} */ (find('[type="checkbox"]'));
const file = /** @type {HTMLInputElement} */ (find('[type="file"]'));
const preview = find('section');
const dialog = /** @type {HTMLDialogElement} */ (find('dialog'));

/** @type {All} The records of the file. */
let theirs = new Map();

/** @param {string} selector */
function find(selector) {
  return /** @type {HTMLElement} */ (page.querySelector(selector));
}

/**
 * @param {string} name
 * @param {string | number} text
 */
function show(name, text) {
  find(`[data-field="${name}"]`).textContent = String(text);
}

/** @param {string} name */
function recordsOf(name) {
  return store.shelf(name).records;
}

function update() {
  let newest = 0;
  for (const name of STORES) {
    const records = recordsOf(name);
    show(name, records.size);
    for (const { at } of records.values()) newest = Math.max(newest, at);
  }
  show('newest', inWords(newest));
  show('copied', inWords(lastCopy()));
  remind(WORTH.some((name) => recordsOf(name).size));
  offerMeetings(meeting.value);
  void askBrowser();
}

/** @param {string} chosen The id of a meeting; it may be gone. */
function offerMeetings(chosen) {
  const options = [...recordsOf('meetings')].map(([id, { name }]) => new Option(name || id, id));
  meeting.length = 1;
  meeting.append(...options.sort((one, other) => one.text.localeCompare(other.text)));
  meeting.value = chosen;
  meeting.selectedIndex = Math.max(0, meeting.selectedIndex);
}

/** Where the browser has no such thing, it has promised nothing. */
async function askBrowser() {
  const { storage } = navigator;
  show('kept', word((await storage?.persisted()) ? 'promised' : 'not_promised'));
  const { usage = 0 } = (await storage?.estimate()) ?? {};
  show('room', (usage / 1e6).toLocaleString(word('locale'), { maximumFractionDigits: 1 }));
}

/**
 * All records, the removed ones too, and what is to be written of them, in one transaction.
 *
 * @param {(all: All) => Map<string, StoredRecord | undefined> | void} decide
 */
async function withAll(decide) {
  /** @type {ReturnType<typeof decide>} */
  let changed = undefined;
  const isDone = await store.try((work) => {
    const stores = STORES.map((name) => {
      const records = new Map();
      readRecords(work, { store: name, prefix: [] }, records);
      return { name, records };
    });
    work.objectStore('settings').count().onsuccess = () => { // all of them are read by now
      const all = new Map();
      for (const { name, records } of stores) {
        for (const [id, record] of records) all.set(`${name} ${id}`, record);
      }
      try {
        changed = decide(all);
        if (changed) write(work, changed);
      } catch {
        work.abort();
      }
    };
  }, 'unsaved');
  if (isDone && changed) store.announce();
  if (!isDone) say(word(store.trouble ?? 'unsaved'));
  return isDone;
}

/**
 * @param {IDBTransaction} work
 * @param {Map<string, StoredRecord | undefined>} changed
 */
function write(work, changed) {
  for (const [name, record] of changed) {
    const [place = '', ...key] = name.split(' ');
    const records = work.objectStore(place);
    if (record) records.put(record, key);
    else records.delete(key);
  }
}

/**
 * @param {string} [id] Of a meeting; nothing for all there is.
 * @param {boolean} [withNotes]
 */
async function copy(id, withNotes = true) {
  const now = new Date();
  let text = '';
  const isRead = await withAll((all) => {
    text = writeFile(id ? ofMeeting(all, id, withNotes) : all, now.toISOString());
  });
  if (!isRead) return;
  const name = `ryggen-fri-${id ? 'meeting-' : ''}${now.toLocaleDateString('sv')}.json`;
  download(name, 'application/json', text);
  if (!id) noteCopy();
  update();
}

async function open() {
  const [chosen] = file.files ?? [];
  if (!chosen) return;
  const { records, faults, problem } = chosen.size > LARGEST
    ? { records: new Map(), faults: [], problem: 'too_big' }
    : readFile(await chosen.arrayBuffer());
  const problems = faults.map((path) => word('wrong', { path }));
  if (problem) problems.push(word(problem));
  show('problems', problems.join('\n'));
  theirs = records;
  preview.hidden = problems.length > 0 || !(await withAll(compare));
  preview.focus();
}

/** @param {All} mine */
function compare(mine) {
  const tallied = tally(mine, theirs);
  for (const cell of preview.querySelectorAll('td[data-kind]')) {
    cell.textContent = String(tallied.get(cell.getAttribute('data-kind') ?? '') ?? 0);
  }
}

async function bringIn() {
  /** @type {All} */
  let before = new Map();
  /** @type {All} */
  let changed = new Map();
  const isDone = await withAll((mine) => {
    before = mine;
    changed = changes(mine, theirs);
    return changed;
  });
  if (!isDone) return;
  preview.hidden = true;
  file.focus();
  say(word('brought_in', { count: changed.size }), async () => {
    if (await withAll((now) => undoing(now, changed, before))) say(word('undone'));
  });
}

async function wipe() {
  const worker = await navigator.serviceWorker?.getRegistration();
  const storages = [localStorage, sessionStorage];
  /** @param {string | undefined} name The theme keeps light or dark; pages are kept under their address. */
  const isOurs = (name) => name?.startsWith(DATABASE)
    || [`${page.dataset['scope']}.__palette`, worker?.scope].includes(name);
  say(''); // nothing can be undone any more
  preview.hidden = true;
  store.forget();
  for (const storage of storages) {
    for (const name of Object.keys(storage)) if (isOurs(name)) storage.removeItem(name);
  }
  if (worker) await caches.delete(worker.scope);
  await worker?.unregister();
  await new Promise((resolve) => {
    const deleting = indexedDB.deleteDatabase(DATABASE);
    deleting.onblocked = () => show('left', word('blocked'));
    deleting.onsuccess = deleting.onerror = resolve;
  });
  const databases = await indexedDB.databases();
  const names = [
    ...databases.map(({ name }) => name),
    ...storages.flatMap(Object.keys),
    ...((await window.caches?.keys()) ?? []),
  ];
  show('left', word('left', { count: names.filter(isOurs).length }));
  update();
}

/** @type {Record<string, () => unknown>} */
const actions = {
  copy: () => copy(meeting.value, notes.checked),
  all: () => copy(),
  in: bringIn,
  delete: () => {
    dialog.returnValue = '';
    dialog.showModal();
  },
};
page.addEventListener('click', ({ target }) => {
  if (target === file) file.value = ''; // so that the same file can be chosen again, mended
  if (target instanceof HTMLElement) actions[target.dataset['action'] ?? '']?.();
});
file.addEventListener('change', () => void open());
dialog.addEventListener('close', () => {
  if (dialog.returnValue) void wipe();
});
await Promise.all(STORES.map((name) => store.shelf(name).follow(update)));
offerMeetings(new URLSearchParams(location.search).get('meeting') ?? '');
page.hidden = false;
