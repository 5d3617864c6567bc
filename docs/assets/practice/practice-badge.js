/** `<practice-badge key="practice/saying-no">`: says whether one has played it to a good ending. */

import { formerKeys, openStore } from '../store/store.js';
import { word } from '../site/words.js';

/** @type {Record<string, string[]>} Practice -> the ids that its good endings have, or had before. */
const good = JSON.parse(document.querySelector('#good-endings')?.textContent ?? '{}');

class PracticeBadge extends HTMLElement {
  connectedCallback() {
    void openStore().follow(this.#key, formerKeys(this), () => this.#show());
  }

  get #key() {
    return this.getAttribute('key') ?? '';
  }

  #show() {
    const ticks = openStore().ticks(this.#key);
    const isPractised = good[this.#key]?.some((ending) => ticks.has(ending));
    this.textContent = isPractised ? word('practised') : '';
  }
}

customElements.define('practice-badge', PracticeBadge);
