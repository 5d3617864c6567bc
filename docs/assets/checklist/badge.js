/**
 * `<checklist-badge key="situations/saying-no" items="new-id=old-id other-id">`: how far one is on
 * another page.
 */

import { countItems } from './counting.js';
import { formerKeys, openStore } from '../store/store.js';
import { word } from '../site/words.js';

class ChecklistBadge extends HTMLElement {
  connectedCallback() {
    void openStore().follow(this.#key, formerKeys(this), () => this.#show());
  }

  get #key() {
    return this.getAttribute('key') ?? '';
  }

  #show() {
    const ticks = openStore().ticks(this.#key);
    const { done, total } = countItems(ticks, this.#items());
    const isPrepared = done > 0 && done === total;
    this.textContent = done ? (isPrepared ? word('prepared') : word('count', { done, total })) : '';
    this.classList.toggle('is-prepared', isPrepared);
  }

  #items() {
    return (this.getAttribute('items') ?? '').split(' ').map((entry) => {
      const [id = '', ...was] = entry.split('=');
      return { id, was };
    });
  }
}

customElements.define('checklist-badge', ChecklistBadge);
