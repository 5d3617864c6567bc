/**
 * An item on the page: its checkbox, and the button that opens its menu.
 *
 * @typedef {import('../store/record.js').Tick} Tick
 * @typedef {import('../store/record.js').State} State
 */

import { el } from '../site/dom.js';
import { load } from '../site/load.js';
import { pageLanguage, t } from '../site/words.js';

export class ChecklistItem {
  #box;
  #change;
  #remarks = [t('not_relevant'), t('changed'), t('not_saved')].map((text) =>
    el('p', { className: 'checklist-remark' }, text));

  /**
   * @param {HTMLLIElement} element
   * @param {(item: ChecklistItem, state: State | null) => void} change
   */
  constructor(element, change) {
    this.element = element;
    this.id = element.id;
    this.rev = element.dataset['rev'] ?? '';
    this.was = element.dataset['was']?.split(' ') ?? [];
    this.#box = /** @type {HTMLInputElement} */ (element.querySelector(':scope > input'));
    this.#change = change;
    this.more = this.#makeButton();
    this.#box.addEventListener('change', () => change(this, this.isTicked ? 'done' : null));
  }

  get isTicked() {
    return this.#box.checked;
  }

  toggleRelevance() {
    this.#change(this, this.element.dataset['state'] === 'not-relevant' ? null : 'not-relevant');
  }

  /**
   * @param {Tick | undefined} tick
   * @param {boolean} isUnsaved
   */
  show(tick, isUnsaved) {
    const known = tick?.rev[pageLanguage()];
    this.element.dataset['state'] = tick?.state ?? 'open';
    this.#box.checked = tick?.state === 'done';
    const applies = [tick?.state === 'not-relevant', known && known !== this.rev, isUnsaved];
    for (const [index, remark] of this.#remarks.entries()) {
      if (!applies[index]) remark.remove();
      else if (!remark.isConnected) this.element.append(remark);
    }
  }

  #makeButton() {
    const button = el('button', {
      type: 'button',
      className: 'icon-button checklist-more',
      id: `${this.id}.more`,
      ariaLabel: t('more'),
      ariaExpanded: 'false',
    });
    button.setAttribute('aria-labelledby', `${this.id}.more ${this.id}.label`);
    button.addEventListener('click', () => void this.#openMenu());
    this.element.append(button);
    return button;
  }

  async #openMenu() {
    if (this.more.popoverTargetElement) return; // it is open: the browser closes it
    const { openMenu } = await load(import('./item-menu.js'));
    openMenu(this);
  }
}
