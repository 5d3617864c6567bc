/**
 * One sheet of paper for a meeting, made of the checklists as `checklists.json` has them.
 *
 * @typedef {import('../store/record.js').Records} Records
 * @typedef {import('./when.js').Meeting} Meeting
 * @typedef {{id: string, action: string, critical: boolean, former_ids: string[], lines: {text: string}[]}} Item
 * @typedef {{id: string, title: string, items: Item[], points: string[]}} Section
 * @typedef {{key: string, title: string, former_keys: string[],
 *   sections: Section[]}} List
 */

import { NO_MEETING } from '../store/meeting.js';
import { openStore } from '../store/store.js';
import { fromTemplate } from '../site/forms.js';
import { say } from '../site/notice.js';
import { word } from '../site/words.js';
import { inWords } from '../site/time.js';

const STEPS = 8; // of the type, in meetings.css

/**
 * @param {string} id
 * @param {Meeting} meeting
 * @param {DOMStringMap} told `lists`: where the checklists are. `failed`: what is said when they do
 *   not come. `bare`: without notes.
 */
export async function printSheet(id, meeting, { lists = '', failed = '', bare }) {
  const { href } = new URL(lists, location.href);
  const guide = await fetch(href).then((answer) => answer.json()).catch(() => undefined);
  if (!guide) return say(failed);
  const notes = bare === undefined ? openStore().shelf('notes').records : new Map();
  const sheet = fromTemplate('#sheet', {
    name: meeting.name,
    with: meeting.with,
    goal: meeting.goal,
    when: inWords(meeting.when, word('locale')),
    note: notes.get(`${id}  `)?.text ?? '',
    address: location.href.replace(/#.*/, ''),
    printed: new Date().toLocaleDateString(word('locale'), { dateStyle: 'long' }),
  });
  for (const page of meeting.pages) {
    /** @type {List | undefined} */
    const list = guide.pages.find((/** @type {List} */ each) => keysOf(each).includes(page));
    const address = href.replace('checklists.json', `${list?.key}/`);
    if (list) sheet.querySelector('.sheet__lists')?.append(listOf(id, list, address, notes));
  }
  document.querySelector('.sheet')?.remove();
  document.body.append(sheet);
  let step = 0;
  do sheet.dataset['step'] = String(step);
  while (++step < STEPS && sheet.scrollHeight > sheet.clientHeight);
  print();
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
function listOf(id, list, address, notes) {
  const stop = list.sections.find((section) => section.id === 'stop');
  const made = fromTemplate('#sheet-list', { title: list.title, address, stop: stop?.title ?? '' });
  const [items, criteria] = made.querySelectorAll('ul');
  const own = openStore().shelf('lines').records;
  const inOrder = list.sections.flatMap((section) => section.items)
    .sort((one, other) => Number(other.critical) - Number(one.critical));
  items?.append(...inOrder.flatMap((item) => {
    const names = keysOf(list).flatMap((key) => [item.id, ...item.former_ids].map((name) => `${key} ${name}`));
    const note = names.map((name) => notes.get(`${id} ${name}`)?.text).find(Boolean) ?? '';
    const mine = [id, NO_MEETING].flatMap((run) => names.flatMap((name) =>
      [...own].filter(([key]) => key.startsWith(`${run} ${name} `)).map(([, line]) => line)));
    return item.critical || note || mine.length ? [itemOf(item, note, mine)] : [];
  }));
  criteria?.append(...(stop?.points ?? []).map(criterion));
  return made;
}

/**
 * @param {Item} item
 * @param {string} note
 * @param {{text: string, of: string}[]} mine
 */
function itemOf({ action, lines }, note, mine) {
  const made = fromTemplate('#sheet-item', { action, note });
  const guide = lines.map(({ text }) => text);
  const kept = guide.map((text) => mine.find(({ of }) => words(of) === words(text))?.text ?? text);
  const added = mine.filter(({ of }) => !guide.some((text) => words(of) === words(text)));
  made.querySelector('.sheet__lines')?.append(...[...kept, ...added.map(({ text }) => text)].map((text) => {
    const line = document.createElement('p');
    line.dir = 'auto';
    line.textContent = text;
    return line;
  }));
  return made;
}

/**
 * A line without the marks around it.
 *
 * @param {string} line
 */
function words(line) {
  return line.replace(/^[«“]|[»”]$/g, '');
}

/**
 * Links are of no use on paper; what is bold in Markdown is bold here.
 *
 * @param {string} text
 */
function criterion(text) {
  const entry = document.createElement('li');
  const [before, bold = '', after = ''] = text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').split('**');
  const strong = document.createElement('strong');
  strong.textContent = bold;
  entry.append(before ?? '', strong, after);
  return entry;
}
