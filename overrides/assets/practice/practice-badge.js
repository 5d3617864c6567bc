/**
 * `<practice-badge key="practice/saying-no">`: which endings the reader has reached, when, and when to
 * practise again. Links from a checklist to a practice get one, too.
 *
 * @typedef {import('../store/record.js').Tick} Tick
 */

import { formatShort, localDate } from '../site/time.js';
import { NO_MEETING, tickOf } from '../store/record.js';
import { formerKeys, openStore } from '../store/store.js';
import { t } from '../site/words.js';
import { repeatDay } from './repeat.js';

/** @type {Record<string, string[]>} Practice -> its endings: each id, and its former ones, joined by "=". */
const endings = JSON.parse(document.querySelector('#endings')?.textContent ?? '{}');

class PracticeBadge extends HTMLElement {
  connectedCallback() {
    const key = this.getAttribute('key') ?? '';
    const shelf = openStore().shelf('ticks', [NO_MEETING, key]);
    void shelf.subscribe(() => {
      const all = (endings[key] ?? []).map((names) => names.split('='));
      const seen = all.flatMap(([id = '', ...was]) => tickOf(shelf.records, { id, was }) ?? []);
      this.textContent = seen.length ? textOf(seen, all.length) : '';
    }, formerKeys(this).map((page) => [NO_MEETING, page]));
  }
}

/**
 * @param {Tick[]} seen
 * @param {number} total
 */
function textOf(seen, total) {
  const days = seen.flatMap(({ at, days }) => days ?? localDate(at));
  const again = repeatDay(days);
  const last = days.reduce((one, other) => (one > other ? one : other));
  return [
    t('practised', { date: formatShort(last), done: seen.length, total }),
    again && (again > localDate() ? t('repeat_on', { date: formatShort(again) }) : t('repeat_now')),
  ].filter(Boolean).join(' · ');
}

customElements.define('practice-badge', PracticeBadge);
for (const list of document.querySelectorAll('checklist-page')) {
  const up = list.getAttribute('key')?.replace(/[^/]+/g, '..');
  const { length } = new URL(`${up}/`, location.href).pathname; // of the path that keys are below
  for (const link of list.querySelectorAll('a')) {
    const key = link.pathname.slice(length, -1);
    if (!endings[key]) continue;
    const badge = new PracticeBadge();
    badge.setAttribute('key', key);
    link.after(' ', badge);
  }
}
