/**
 * The page "My data": tells what is stored, exports it, imports it, deletes it.
 *
 * @typedef {import('./merge.js').All} All
 * @typedef {import('./merge.js').Reading} Reading
 */

import { onAction } from '../site/dom.js';
import { download } from '../site/download.js';
import { guideId } from '../site/guide.js';
import { formatMoment, localDate } from '../site/time.js';
import { t } from '../site/words.js';
import { openStore } from '../store/store.js';
import { bringIn, withAll } from './all-records.js';
import { lastBackup, recordBackup } from './backup.js';
import { deleteAll } from './delete-all.js';
import { EXPORTED_STORES, newerRecords, readFile, writeFile } from './merge.js';

const TOLD_STORES = ['meetings', 'log', 'notes', 'lines', 'ticks'];

const store = openStore();
const page = /** @type {HTMLElement} */ (document.querySelector('.my-data'));
const file = /** @type {HTMLInputElement} */ (find('[type="file"]'));
const add = /** @type {HTMLElement} */ (find('[data-action="add"]'));
const dialog = /** @type {HTMLDialogElement} */ (find('dialog'));

/** @type {Reading | undefined} The file that can be added. */
let reading;

/** @param {string} selector */
function find(selector) {
  return /** @type {HTMLElement} */ (page.querySelector(selector));
}

/**
 * @param {string} name
 * @param {string} text
 */
function show(name, text) {
  find(`[data-field="${name}"]`).textContent = text;
}

/**
 * A number with its noun, which has two forms.
 *
 * @param {string} name
 * @param {number} count
 */
function counted(name, count) {
  const [one = '', many = one] = t(name, { count }).split('|');
  return count === 1 ? one : many;
}

/** @param {string} name */
function recordsOf(name) {
  return store.shelf(name).records;
}

async function update() {
  const there = TOLD_STORES.filter((name) => recordsOf(name).size);
  const times = there.flatMap((name) => [...recordsOf(name).values()].map(({ at }) => at));
  const parts = there.map((name) => counted(`here_${name}`, recordsOf(name).size));
  const list = new Intl.ListFormat(t('locale')).format(parts);
  const time = formatMoment(times.reduce((one, other) => Math.max(one, other), 0));
  show('here', there.length ? t('here', { list, time }) : t('nothing_here'));
  show('copied', lastBackup() ? t('last_copy', { time: formatMoment(lastBackup()) }) : t('no_copy'));
  const isKept = !there.length || (await navigator.storage?.persisted());
  show('kept', isKept ? '' : t('may_be_cleared'));
}

async function exportData() {
  const now = new Date();
  let text = '';
  const isRead = await withAll((all) => {
    text = writeFile(all, now.toISOString());
  });
  if (!isRead) return;
  download(`${guideId()}-${localDate(now.getTime())}.json`, 'application/json', text);
  recordBackup();
  void update();
}

/** @param {Reading} [file] None, or one that can be added. */
function offer(file) {
  reading = file;
  add.hidden = !file;
  show('problems', '');
  show('preview', '');
}

async function openFile() {
  const [chosen] = file.files ?? [];
  offer();
  if (!chosen) return;
  const read = readFile(await chosen.arrayBuffer());
  const problems = read.faults.map((path) => t('wrong', { path }));
  if (read.problem) problems.push(t(read.problem));
  show('problems', problems.join('\n'));
  if (!problems.length) await withAll((mine) => showPreview(read, newerRecords(mine, read.records).size));
}

/**
 * @param {Reading} read
 * @param {number} count Of its records that are newer than ours.
 */
function showPreview(read, count) {
  if (count) offer(read);
  show('preview', count ? counted('in_file', count) : t('nothing_new'));
  find('[data-field="preview"]').focus();
}

async function importData() {
  const added = reading;
  offer(); // once, however often the button is clicked
  if (!added) return;
  if (!(await bringIn(added.records))) return offer(added);
  file.focus();
  void update();
}

/** The front page's address, which is the scope of our worker and the name of its cache. */
function workerScope() {
  const worker = document.querySelector('[data-worker]')?.getAttribute('data-worker');
  return new URL('.', new URL(worker ?? page.dataset['scope'] ?? '', location.href)).href;
}

async function wipe() {
  offer();
  show('left', '');
  const isDone = await deleteAll(workerScope(), `${page.dataset['scope']}.__palette`,
    () => show('left', t('deletion_waits')));
  show('left', t(isDone ? 'all_deleted' : 'not_all_deleted'));
  void update();
}

/** @type {Record<string, () => unknown>} */
const actions = {
  copy: exportData,
  add: importData,
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
  if (dialog.returnValue) void wipe();
});
await Promise.all(EXPORTED_STORES.map((name) => store.shelf(name).subscribe(() => void update())));
page.hidden = false;
