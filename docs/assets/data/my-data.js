/**
 * The page "My data": what there is, a copy of it, a copy brought in, all of it deleted.
 *
 * @typedef {import('./merge.js').All} All
 * @typedef {import('../store/record.js').StoredRecord} StoredRecord
 */

import { readForm } from '../site/forms.js';
import { say } from '../site/notice.js';
import { word } from '../site/words.js';
import { DATABASE } from '../store/database.js';
import { readRecords } from '../store/records.js';
import { openStore } from '../store/store.js';
import { lastExport, noteExport } from './keep.js';
import { STORES, changes, ofMeeting, readFile, tally, undoing, writeFile } from './merge.js';
import { WORTH, inWords, remind } from './reminder.js';

const LARGEST = 40 * 2 ** 20; // octets of a file

const store = openStore();
const page = find('.my-data');
const form = /** @type {HTMLFormElement} */ (find('.my-data__copy'));
const meeting = /** @type {HTMLSelectElement} */ (find('[name="meeting"]'));
const input = /** @type {HTMLInputElement} */ (find('[type="file"]'));
const preview = find('.my-data__preview');
const bringInButton = /** @type {HTMLButtonElement} */ (find('[data-action="bring-in"]'));
const dialog = /** @type {HTMLDialogElement} */ (find('.my-data dialog'));

let chosen = new URLSearchParams(location.search).get('meeting') ?? '';
/** @type {All} The records of the file. */
let theirs = new Map();

/** @param {string} selector */
function find(selector) {
  return /** @type {HTMLElement} */ (document.querySelector(selector));
}

/**
 * @param {string} name
 * @param {string} text
 */
function show(name, text) {
  find(`[data-field="${name}"]`).textContent = text;
}

/** @param {string} name */
function recordsOf(name) {
  return store.shelf(name).records;
}

function update() {
  const all = STORES.map(recordsOf);
  const newest = all.flatMap((records) => [...records.values()])
    .reduce((latest, { at }) => Math.max(latest, at), 0);
  for (const [index, name] of STORES.entries()) show(name, String(all[index]?.size));
  show('newest', newest ? inWords(newest) : '–');
  show('copied', lastExport() ? inWords(lastExport()) : word('never'));
  remind(WORTH.some((name) => recordsOf(name).size > 0));
  offerMeetings();
  void askBrowser();
}

function offerMeetings() {
  const options = [...recordsOf('meetings')].map(([id, { name }]) => new Option(name || id, id));
  options.sort((one, other) => one.text.localeCompare(other.text));
  meeting.replaceChildren(/** @type {Node} */ (meeting.firstElementChild), ...options);
  meeting.value = chosen;
  meeting.selectedIndex = Math.max(0, meeting.selectedIndex); // it may be gone
}

/** Where it does not answer, there is nothing to promise. */
async function askBrowser() {
  const { storage } = navigator;
  show('kept', word((await storage?.persisted()) ? 'promised' : 'not_promised'));
  const { usage = 0 } = (await storage?.estimate()) ?? {};
  const format = { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 };
  show('room', (usage / 1e6).toLocaleString(word('locale'), /** @type {any} */ (format)));
}

/**
 * All records, the removed ones too, and what is made of them, in one transaction.
 *
 * @param {(all: All, work: IDBTransaction) => void} use
 */
async function withAll(use) {
  const isDone = await store.try((work) => {
    const stores = STORES.map((name) => {
      const records = new Map();
      readRecords(work, { store: name, prefix: [] }, records);
      return { name, records };
    });
    work.objectStore('settings').count().onsuccess = () => { // all of them are read by now
      const all = stores.flatMap(({ name, records }) => (
        [...records].map(([id, record]) => /** @type {const} */ ([`${name} ${id}`, record]))));
      try {
        use(new Map(all), work);
      } catch {
        work.abort();
      }
    };
  }, 'unsaved');
  if (!isDone) say(word(store.trouble ?? 'unsaved'));
  return isDone;
}

/**
 * @param {string} [id] Of a meeting; nothing for all there is.
 * @param {boolean} [withNotes]
 */
async function download(id = '', withNotes = true) {
  const now = new Date();
  const link = document.createElement('a');
  const isRead = await withAll((all) => {
    const text = writeFile(id ? ofMeeting(all, id, withNotes) : all, now.toISOString());
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  });
  if (!isRead) return;
  link.download = `ryggen-fri-${id && 'meeting-'}${now.toLocaleDateString('sv')}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
  if (!id) noteExport();
  update();
}

/** @param {File} file */
async function open(file) {
  const reading = file.size > LARGEST
    ? { records: new Map(), problem: 'too_big', faults: [] }
    : readFile(await file.arrayBuffer());
  const problems = reading.faults.map((path) => word('wrong', { path }));
  if (reading.problem) problems.push(word(reading.problem));
  show('problems', problems.join('\n'));
  theirs = reading.records;
  preview.hidden = problems.length > 0 || !(await withAll(compare));
  preview.focus();
}

/** @param {All} mine */
function compare(mine) {
  const tallied = tally(mine, theirs);
  for (const cell of preview.querySelectorAll('td[data-kind]')) {
    cell.textContent = String(tallied.get(cell.getAttribute('data-kind') ?? '') ?? 0);
  }
  bringInButton.disabled = changes(mine, theirs).size === 0;
}

async function bringIn() {
  /** @type {All} */
  let before = new Map();
  /** @type {All} */
  let changed = new Map();
  const isDone = await change((mine) => {
    before = mine;
    changed = changes(mine, theirs);
    return changed;
  });
  if (!isDone) return;
  preview.hidden = true;
  input.focus();
  say(word('brought_in', { count: changed.size }), async () => {
    if (await change((now) => undoing(now, changed, before))) say(word('undone'));
  });
}

/** @param {(all: All) => Map<string, StoredRecord | undefined>} decide */
async function change(decide) {
  const isDone = await withAll((all, work) => {
    for (const [name, record] of decide(all)) {
      const [place = '', ...key] = name.split(' ');
      const records = work.objectStore(place);
      if (record) records.put(record, key);
      else records.delete(key);
    }
  });
  if (isDone) store.announce();
  return isDone;
}

/** @param {string} name The theme keeps light or dark under a name of its own. */
function isOurs(name) {
  return name.startsWith(DATABASE) || name === `${page.dataset['scope']}.__palette`;
}

async function wipe() {
  const storages = [localStorage, sessionStorage];
  const worker = await navigator.serviceWorker?.getRegistration();
  say(''); // nothing can be undone any more
  preview.hidden = true;
  store.forget();
  for (const storage of storages) {
    for (const name of Object.keys(storage).filter(isOurs)) storage.removeItem(name);
  }
  if (worker) await caches.delete(worker.scope);
  await worker?.unregister();
  await deleteDatabase();
  show('left', word('left', {
    databases: (await indexedDB.databases()).filter(({ name }) => name === DATABASE).length,
    entries: storages.flatMap((storage) => Object.keys(storage)).filter(isOurs).length,
    caches: worker && (await caches.has(worker.scope)) ? 1 : 0,
  }));
  update();
}

function deleteDatabase() {
  return new Promise((resolve) => {
    const deleting = indexedDB.deleteDatabase(DATABASE);
    deleting.onblocked = () => show('left', word('blocked'));
    deleting.onsuccess = deleting.onerror = resolve;
  });
}

/** @type {Record<string, () => unknown>} */
const actions = {
  copy: () => download(),
  'bring-in': bringIn,
  delete: () => {
    dialog.returnValue = '';
    dialog.showModal();
  },
};
for (const [name, act] of Object.entries(actions)) {
  find(`[data-action="${name}"]`).addEventListener('click', act);
}
dialog.addEventListener('close', () => {
  if (dialog.returnValue) void wipe();
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const { meeting: id, notes } = readForm(form);
  void download(id, Boolean(notes));
});
meeting.addEventListener('change', () => {
  chosen = meeting.value;
});
input.addEventListener('click', () => {
  input.value = ''; // so that the same file can be chosen again, mended
});
input.addEventListener('change', () => {
  const file = input.files?.[0];
  if (file) void open(file);
});
await Promise.all(STORES.map((name) => store.shelf(name).follow(update)));
page.hidden = false;
