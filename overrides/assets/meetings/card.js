/**
 * The card of a meeting.
 *
 * @typedef {import('./when.js').Meeting} Meeting
 * @typedef {import('../store/record.js').Ticks} Ticks
 */

import { countItems } from '../checklist/counting.js';
import { fromTemplate } from '../site/forms.js';
import { startOf } from '../site/time.js';
import { t } from '../site/words.js';
import { checklistOf } from './checklists.js';
import { fillLinks } from './links.js';
import { formatWhen, groupOf } from './when.js';

/**
 * The progress of a meeting's checklist, in words.
 *
 * @param {string} id
 * @param {string} page
 * @param {Ticks} all Of all meetings.
 */
export function progressOf(id, page, all) {
  const { key = page, was = [], items = [] } = checklistOf(page) ?? {};
  return t('count', countItems(all, items.map((names) => {
    const pages = [key, ...was].map((page) => `${id} ${page} `);
    const [first = '', ...former] = pages.flatMap((page) => names.split('=').map((name) => page + name));
    return { id: first, was: former };
  })));
}

/**
 * @param {string} id
 * @param {Meeting} meeting
 * @param {{counts: string[], step: import('./step.js').Step, unsaved: string}} state `counts`: the
 *   progress of each list.
 */
export function makeCard(id, meeting, { counts, step, unsaved }) {
  const { name, with: whom, goal, pages, when } = meeting;
  const card = fromTemplate('#meeting\\.card', { name, with: whom, goal, unsaved, when: formatWhen(when) });
  card.dataset['meeting'] = id;
  const lists = pages.map((page, index) => makeList(page, counts[index] ?? ''));
  card.querySelector('ul')?.replaceChildren(...lists);
  fillLinks(card, step, id, checklistOf(pages[0])?.key);
  hide(card, '.meeting__add', pages.length > 0);
  hide(card, '[data-action="offer"]', pages.length === 0);
  hide(card, '[data-action="end"]', groupOf(meeting, Date.now()) > 1);
  hide(card, '[data-action="calendar"]', Number.isNaN(startOf(when)));
  const menu = /** @type {HTMLButtonElement} */ (card.querySelector('[data-action="menu"]'));
  menu.popoverTargetElement = card.querySelector('.menu');
  return card;
}

/**
 * @param {string} page
 * @param {string} count
 */
function makeList(page, count) {
  const { title = page, url = '' } = checklistOf(page) ?? {};
  const entry = fromTemplate('#meeting\\.list', { title, count });
  const link = /** @type {HTMLAnchorElement} */ (entry.querySelector('a'));
  const button = /** @type {HTMLButtonElement} */ (entry.querySelector('button'));
  if (url) link.href = url;
  button.value = page;
  button.ariaLabel += ` ${title}`;
  return entry;
}

/**
 * @param {Element} card
 * @param {string} selector
 * @param {boolean} isHidden
 */
function hide(card, selector, isHidden) {
  card.querySelector(selector)?.toggleAttribute('hidden', isHidden);
}
