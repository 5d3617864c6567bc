/**
 * `<checklist-badge key="situations/saying-no" items="new-id=old-id other-id">`: how far one is on
 * another page. What it shows may have changed whenever it sends `checklist-badge`.
 */

import { countItems } from './counting.js';
import { Run } from '../store/run.js';
import { formerKeys } from '../store/store.js';
import { word } from '../site/words.js';

class ChecklistBadge extends HTMLElement {
  /** @type {Run | undefined} */
  #run;

  connectedCallback() {
    this.#run ??= new Run('ticks', this.#key, formerKeys(this), () => this.#show());
  }

  get ticks() {
    return this.#run?.shelf.records ?? new Map();
  }

  get #key() {
    return this.getAttribute('key') ?? '';
  }

  #show() {
    this.dispatchEvent(new Event('checklist-badge', { bubbles: true }));
    const { done, total } = countItems(this.ticks, this.#items());
    const isPrepared = done > 0 && done === total;
    this.textContent = done ? (isPrepared ? word('prepared') : word('count', { done, total })) : '';
    this.classList.toggle('is-prepared', isPrepared);
  }

  #items() {
    return (this.getAttribute('items')?.split(' ') ?? []).map((entry) => {
      const [id = '', ...was] = entry.split('=');
      return { id, was };
    });
  }
}

customElements.define('checklist-badge', ChecklistBadge);
