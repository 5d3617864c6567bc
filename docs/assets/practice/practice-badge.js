/**
 * `<practice-badge key="practice/saying-no">`: says whether one has played it to a good ending. A
 * link from a checklist to a practice gets one, too.
 */

import { NO_MEETING } from '../store/meeting.js';
import { formerKeys, openStore } from '../store/store.js';
import { word } from '../site/words.js';

/** @type {Record<string, string[]>} Practice -> the ids that its good endings have, or had before. */
const good = JSON.parse(document.querySelector('#good-endings')?.textContent ?? '{}');

class PracticeBadge extends HTMLElement {
  connectedCallback() {
    const former = formerKeys(this).map((page) => [NO_MEETING, page]);
    void this.#shelf.follow(() => this.#show(), former);
  }

  get #shelf() {
    return openStore().shelf('ticks', [NO_MEETING, this.#key]);
  }

  get #key() {
    return this.getAttribute('key') ?? '';
  }

  #show() {
    const ticks = this.#shelf.records;
    const isPractised = good[this.#key]?.some((ending) => ticks.has(ending));
    this.textContent = isPractised ? word('practised') : '';
  }
}

customElements.define('practice-badge', PracticeBadge);
for (const link of document.querySelectorAll('checklist-page a[href*="/practice/"]')) {
  const key = /practice\/[\w-]+/.exec(/** @type {HTMLAnchorElement} */ (link).pathname)?.[0];
  if (!key) continue;
  const badge = document.createElement('practice-badge');
  badge.setAttribute('key', key);
  link.after(' ', badge);
}
