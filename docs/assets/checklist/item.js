/**
 * One item on the page: its checkbox, and the button that says it does not apply.
 *
 * @typedef {import('../store/tick.js').Tick} Tick
 * @typedef {import('../store/tick.js').State} State
 */

import { pageLanguage, word } from '../site/words.js';

/** @param {string} text */
function makeRemark(text) {
  const remark = document.createElement('p');
  remark.className = 'checklist-remark';
  remark.textContent = text;
  return remark;
}

export class ChecklistItem {
  #box;
  #notRelevant;
  #changed;
  #unsaved;

  /**
   * @param {HTMLLIElement} element
   * @param {(state: State | null) => void} change
   */
  constructor(element, change) {
    this.element = element;
    this.id = element.id;
    this.rev = element.dataset['rev'] ?? '';
    this.was = element.dataset['was']?.split(' ') ?? [];
    this.#box = /** @type {HTMLInputElement} */ (element.querySelector(':scope > input'));
    this.#notRelevant = this.#makeButton(word('not_relevant'));
    this.#changed = makeRemark(word('changed'));
    this.#unsaved = makeRemark(word('not_saved'));
    this.#box.addEventListener('change', () => change(this.#box.checked ? 'done' : null));
    this.#notRelevant.addEventListener('click', () =>
      change(this.#notRelevant.ariaPressed === 'true' ? null : 'not-relevant'));
  }

  /**
   * @param {Tick | undefined} tick
   * @param {boolean} isUnsaved
   */
  show(tick, isUnsaved) {
    const known = tick?.rev[pageLanguage()];
    this.element.dataset['state'] = tick?.state ?? 'open';
    this.#box.checked = tick?.state === 'done';
    this.#notRelevant.ariaPressed = String(tick?.state === 'not-relevant');
    this.#remark(this.#changed, known !== undefined && known !== this.rev);
    this.#remark(this.#unsaved, isUnsaved);
  }

  /**
   * @param {Element} remark
   * @param {boolean} applies
   */
  #remark(remark, applies) {
    if (!applies) remark.remove();
    else if (!remark.isConnected) this.#notRelevant.before(remark);
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
