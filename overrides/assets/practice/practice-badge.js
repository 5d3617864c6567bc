/**
 * `<practice-badge key="practice/saying-no">`: shows whether the reader has reached a good ending.
 * Links from a checklist to a practice get one, too.
 */

import { NO_MEETING } from '../store/record.js';
import { formerKeys, openStore } from '../store/store.js';
import { t } from '../site/words.js';

/** @type {Record<string, string[]>} Practice -> the ids of its good endings, including former ones. */
const good = JSON.parse(document.querySelector('#good-endings')?.textContent ?? '{}');

class PracticeBadge extends HTMLElement {
  connectedCallback() {
    const key = this.getAttribute('key') ?? '';
    const shelf = openStore().shelf('ticks', [NO_MEETING, key]);
    void shelf.subscribe(() => {
      const isPractised = good[key]?.some((ending) => shelf.records.has(ending));
      this.textContent = isPractised ? t('practised') : '';
    }, formerKeys(this).map((page) => [NO_MEETING, page]));
  }
}

customElements.define('practice-badge', PracticeBadge);
for (const list of document.querySelectorAll('checklist-page')) {
  const up = list.getAttribute('key')?.replace(/[^/]+/g, '..');
  const { length } = new URL(`${up}/`, location.href).pathname; // of the path that keys are below
  for (const link of list.querySelectorAll('a')) {
    const key = link.pathname.slice(length, -1);
    if (!good[key]) continue;
    const badge = new PracticeBadge();
    badge.setAttribute('key', key);
    link.after(' ', badge);
  }
}
