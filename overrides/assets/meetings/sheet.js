/**
 * Prints a meeting on one sheet of paper, with its checklists from `checklists.json`. While names are
 * hidden, without notes.
 *
 * @typedef {import('../store/record.js').Records} Records
 * @typedef {import('./when.js').Meeting} Meeting
 * @typedef {{id: string, action: string, critical: boolean, former_ids: string[], lines: {text: string}[]}} Item
 * @typedef {{id: string, title: string, items: Item[], points: string[]}} Section
 * @typedef {{key: string, title: string, former_keys: string[], sections: Section[]}} List
 */

import { withoutMarks } from '../lines/copy-line.js';
import { NO_MEETING } from '../store/record.js';
import { openStore } from '../store/store.js';
import { el } from '../site/dom.js';
import { fromTemplate } from '../site/forms.js';
import { notify } from '../site/notice.js';
import { formatLocal } from '../site/time.js';
import { t } from '../site/words.js';

const TEXT_SIZES = [10.5, 9.75, 9, 9, 8.5, 8, 7.5, 7]; // pt
const COLUMNS_FROM = 3; // of them, the text is in two columns

/**
 * @param {string} id
 * @param {Meeting} meeting
 * @param {DOMStringMap} options `lists`: the address of checklists.json. `failed`: the message if it
 *   cannot be fetched.
 */
export async function printSheet(id, meeting, { lists = '', failed = '' }) {
  const { href } = new URL(lists, location.href);
  const guide = await fetch(href).then((answer) => answer.json()).catch(() => undefined);
  if (!guide) return notify(failed);
  const isBare = document.documentElement.hasAttribute('data-hidden-names');
  const notes = isBare ? new Map() : openStore().shelf('notes').records;
  const sheet = fromTemplate('#sheet', {
    name: meeting.name,
    with: meeting.with,
    goal: meeting.goal,
    when: formatLocal(meeting.when),
    note: notes.get(`${id}  `)?.text ?? '',
    address: location.href.replace(/#.*/, ''),
    printed: new Date().toLocaleDateString(t('locale'), { dateStyle: 'long' }),
  });
  for (const page of meeting.pages) {
    /** @type {List | undefined} */
    const list = guide.pages.find((/** @type {List} */ each) => keysOf(each).includes(page));
    const address = href.replace('checklists.json', `${list?.key}/`);
    if (list) sheet.querySelector('.sheet__lists')?.append(makeList(id, list, address, notes));
  }
  document.querySelector('.sheet')?.remove();
  document.body.append(sheet);
  shrinkToFit(sheet);
  print();
}

/** @param {HTMLElement} sheet */
function shrinkToFit(sheet) {
  for (const [step, size] of TEXT_SIZES.entries()) {
    sheet.style.fontSize = `${size}pt`;
    sheet.toggleAttribute('data-columns', step >= COLUMNS_FROM);
    if (sheet.scrollHeight <= sheet.clientHeight) return;
  }
}

addEventListener('afterprint', () => document.querySelector('.sheet')?.remove());

/** @param {List} list */
function keysOf({ key, former_keys }) {
  return [key, ...former_keys];
}

/**
 * @param {string} id
 * @param {List} list
 * @param {string} address
 * @param {Records} notes
 */
function makeList(id, list, address, notes) {
  const stop = list.sections.find((section) => section.id === 'stop');
  const made = fromTemplate('#sheet-list', { title: list.title, address, stop: stop?.title ?? '' });
  const [items, criteria] = made.querySelectorAll('ul');
  const ticks = openStore().shelf('ticks').records;
  const own = openStore().shelf('lines').records;
  const criticalFirst = list.sections.flatMap((section) => section.items)
    .sort((one, other) => Number(other.critical) - Number(one.critical));
  items?.append(...criticalFirst.flatMap((item) => {
    const names = keysOf(list).flatMap((key) => [item.id, ...item.former_ids].map((name) => `${key} ${name}`));
    const state = names.map((name) => ticks.get(`${id} ${name}`)?.state).find(Boolean);
    const note = names.map((name) => notes.get(`${id} ${name}`)?.text).find(Boolean) ?? '';
    const mine = [id, NO_MEETING].flatMap((meeting) => names.flatMap((name) =>
      [...own].filter(([key]) => key.startsWith(`${meeting} ${name} `)).map(([, line]) => line)));
    const isShown = state !== 'not-relevant' && (item.critical || note || mine.length);
    return isShown ? [makeItem(item, state, note, mine)] : [];
  }));
  criteria?.append(...(stop?.points ?? []).map(makeCriterion));
  return made;
}

/**
 * @param {Item} item
 * @param {string | undefined} state
 * @param {string} note
 * @param {{text: string, of: string}[]} mine
 */
function makeItem({ action, lines }, state, note, mine) {
  const made = fromTemplate('#sheet-item', { action, note });
  if (state) made.dataset['state'] = state;
  const replaces = (/** @type {string} */ text) => mine.find(({ of }) => withoutMarks(of) === withoutMarks(text));
  const guide = lines.map(({ text }) => replaces(text) ?? text);
  for (const line of [...guide, ...mine.filter((each) => !guide.includes(each))]) {
    const words = typeof line === 'string' ? line : el('q', {}, withoutMarks(line.text));
    made.querySelector('.sheet__lines')?.append(el('p', { dir: 'auto' }, words));
  }
  return made;
}

/**
 * From Markdown: links become plain text, the bold part stays bold.
 *
 * @param {string} text
 */
function makeCriterion(text) {
  const [before = '', bold = '', after = ''] = text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').split('**');
  return el('li', {}, before, el('strong', {}, bold), after);
}
