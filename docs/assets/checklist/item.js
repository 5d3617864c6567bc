/**
 * One item on the page: its checkbox, and the button that says it does not apply.
 *
 * @typedef {import('./counting.js').Tick} Tick
 * @typedef {import('./counting.js').State} State
 * @typedef {ReturnType<typeof import('../site/words.js').pageWords>} Words
 */

import { pageLanguage } from '../site/words.js';

export class ChecklistItem {
  #box;
  #notRelevant;
  #changed;

  /**
   * @param {HTMLLIElement} element
   * @param {Words} words
   * @param {(state: State | null) => void} change
   */
  constructor(element, words, change) {
    this.element = element;
    this.id = element.id;
    this.rev = element.dataset['rev'] ?? '';
    this.was = element.dataset['was']?.split(' ') ?? [];
    this.#box = /** @type {HTMLInputElement} */ (element.querySelector(':scope > input'));
    this.#notRelevant = this.#makeButton(words.notRelevant);
    this.#changed = document.createElement('p');
    this.#changed.className = 'checklist-changed';
    this.#changed.textContent = words.changed;
    this.#box.addEventListener('change', () => change(this.#box.checked ? 'done' : null));
    this.#notRelevant.addEventListener('click', () =>
      change(this.#notRelevant.ariaPressed === 'true' ? null : 'not-relevant'));
  }

  /** @param {Tick | undefined} tick */
  show(tick) {
    const known = tick?.rev[pageLanguage()];
    this.element.dataset['state'] = tick?.state ?? 'open';
    this.#box.checked = tick?.state === 'done';
    this.#notRelevant.ariaPressed = String(tick?.state === 'not-relevant');
    if (known !== undefined && known !== this.rev) this.#notRelevant.before(this.#changed);
    else this.#changed.remove();
  }

  /** @param {string} text */
  #makeButton(text) {
    const label = this.element.querySelector('label');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'checklist-not-relevant';
    button.textContent = text;
    button.id = `${this.id}.not-relevant`;
    if (label) {
      label.id = `${this.id}.label`;
      button.setAttribute('aria-labelledby', `${button.id} ${label.id}`);
    }
    this.element.append(button);
    return button;
  }
}
