/**
 * `<checklist-badge key="situations/saying-no" items="new-id=old-id other-id">`: the progress on
 * another page. Fires `checklist-badge` when it is updated.
 */

import { countItems } from './counting.js';
import { Session } from '../store/session.js';
import { t } from '../site/words.js';

class ChecklistBadge extends HTMLElement {
  /** @type {Session | undefined} */
  #session;

  connectedCallback() {
    this.#session ??= new Session('ticks', this, () => this.#show());
  }

  get ticks() {
    return this.#session?.shelf.records ?? new Map();
  }

  #show() {
    this.dispatchEvent(new Event('checklist-badge', { bubbles: true }));
    const items = this.getAttribute('items')?.split(' ') ?? [];
    const progress = countItems(this.ticks, items.map((names) => {
      const [id = '', ...was] = names.split('=');
      return { id, was };
    }));
    const isPrepared = progress.done > 0 && progress.done === progress.total;
    this.textContent = isPrepared ? t('prepared') : progress.done ? t('count', progress) : '';
    this.classList.toggle('is-prepared', isPrepared);
  }
}

customElements.define('checklist-badge', ChecklistBadge);
