/**
 * The page "My data": shows what is stored, exports it, imports it, deletes it.
 *
 * @typedef {import('./merge.js').All} All
 */

import { onAction } from '../site/dom.js';
import { download } from '../site/download.js';
import { guideId } from '../site/guide.js';
import { notify } from '../site/notice.js';
import { formatMoment, localDate } from '../site/time.js';
import { t } from '../site/words.js';
import { openStore } from '../store/store.js';
import { bringIn, withAll } from './all-records.js';
import { BACKED_UP_STORES, lastBackup, recordBackup, remind } from './backup.js';
import { EXPORTED_STORES, countKinds, readFile, recordsOfMeeting, writeFile } from './merge.js';

const MAX_BYTES = 40 * 2 ** 20; // of a file

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
  for (const name of EXPORTED_STORES) {
    const records = recordsOf(name);
    show(name, records.size);
    for (const { at } of records.values()) newest = Math.max(newest, at);
  }
  show('newest', formatMoment(newest));
  show('copied', formatMoment(lastBackup()));
  remind(BACKED_UP_STORES.some((name) => recordsOf(name).size));
  offerMeetings(meeting.value);
  void showStorage();
}

/** @param {string} chosen The id of a meeting, which may have been deleted. */
function offerMeetings(chosen) {
  const options = [...recordsOf('meetings')].map(([id, { name }]) => new Option(name || id, id));
  meeting.length = 1;
  meeting.append(...options.sort((one, other) => one.text.localeCompare(other.text)));
  meeting.value = chosen;
  meeting.selectedIndex = Math.max(0, meeting.selectedIndex);
}

/** Whether the browser may clear its storage, and how much is used. */
async function showStorage() {
  const { storage } = navigator;
  show('kept', t((await storage?.persisted()) ? 'promised' : 'not_promised'));
  const { usage = 0 } = (await storage?.estimate()) ?? {};
  show('room', (usage / 1e6).toLocaleString(t('locale'), { maximumFractionDigits: 1 }));
}

/**
 * @param {string} [id] Of a meeting; none for all data.
 * @param {boolean} [withNotes]
 */
async function exportData(id, withNotes = true) {
  const now = new Date();
  let text = '';
  const isRead = await withAll((all) => {
    text = writeFile(id ? recordsOfMeeting(all, id, withNotes) : all, now.toISOString());
  });
  if (!isRead) return;
  const name = `${guideId()}-${id ? 'meeting-' : ''}${localDate(now.getTime())}.json`;
  download(name, 'application/json', text);
  if (!id) recordBackup();
  update();
}

async function openFile() {
  const [chosen] = file.files ?? [];
  if (!chosen) return;
  const { records, faults, problem } = chosen.size > MAX_BYTES
    ? { records: new Map(), faults: [], problem: 'too_big' }
    : readFile(await chosen.arrayBuffer());
  const problems = faults.map((path) => t('wrong', { path }));
  if (problem) problems.push(t(problem));
  show('problems', problems.join('\n'));
  theirs = records;
  preview.hidden = problems.length > 0 || !(await withAll(showPreview));
  preview.focus();
}

/** @param {All} mine */
function showPreview(mine) {
  const counts = countKinds(mine, theirs);
  for (const cell of preview.querySelectorAll('td[data-kind]')) {
    cell.textContent = String(counts.get(cell.getAttribute('data-kind') ?? '') ?? 0);
  }
}

async function importData() {
  if (!(await bringIn(theirs))) return;
  preview.hidden = true;
  file.focus();
}

/** The front page's address, which is the scope of our worker and the name of its cache. */
function workerScope() {
  const worker = document.querySelector('[data-worker]')?.getAttribute('data-worker');
  return new URL('.', new URL(worker ?? page.dataset['scope'] ?? '', location.href)).href;
}

async function deleteAll() {
  const storages = [localStorage, sessionStorage];
  const scope = workerScope();
  /** @param {string} [name] Ours, the theme's light or dark, or the cache of pages. */
  const isOurs = (name = '') => guideId() === name.split(/[ .]/)[0]
    || [`${page.dataset['scope']}.__palette`, scope].includes(name);
  notify(''); // removes an undo button
  preview.hidden = true;
  store.clear();
  for (const storage of storages) {
    for (const name of Object.keys(storage)) if (isOurs(name)) storage.removeItem(name);
  }
  await window.caches?.delete(scope);
  const worker = await navigator.serviceWorker?.getRegistration();
  if (worker?.scope === scope) await worker.unregister(); // a guide around ours may have one
  await new Promise((resolve) => {
    const deleting = indexedDB.deleteDatabase(guideId());
    deleting.onblocked = () => show('left', t('blocked'));
    deleting.onsuccess = deleting.onerror = resolve;
  });
  const databases = await indexedDB.databases();
  const names = [
    ...databases.map(({ name }) => name),
    ...storages.flatMap(Object.keys),
    ...((await window.caches?.keys()) ?? []),
  ];
  show('left', t('left', { count: names.filter(isOurs).length }));
  update();
}

/** @type {Record<string, () => unknown>} */
const actions = {
  copy: () => exportData(meeting.value, notes.checked),
  all: () => exportData(),
  in: importData,
  delete: () => {
    dialog.returnValue = '';
    dialog.showModal();
  },
};
onAction(page, (action) => actions[action]?.());
file.addEventListener('click', () => {
  file.value = ''; // so that the same file can be chosen again, corrected
});
file.addEventListener('change', () => void openFile());
dialog.addEventListener('close', () => {
  if (dialog.returnValue) void deleteAll();
});
await Promise.all(EXPORTED_STORES.map((name) => store.shelf(name).subscribe(update)));
offerMeetings(new URLSearchParams(location.search).get('meeting') ?? '');
page.hidden = false;
