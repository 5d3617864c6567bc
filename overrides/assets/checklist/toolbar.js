/**
 * The toolbar above a checklist: progress, whether it is saved, and buttons.
 *
 * @typedef {import('./counting.js').Progress} Progress
 */

import { onAction, setText } from '../site/dom.js';

export class ChecklistToolbar {
  #element;

  /**
   * @param {Element} element From the template.
   * @param {Record<string, () => void>} actions By the `data-action` of a button.
   */
  constructor(element, actions) {
    this.#element = element;
    onAction(element, (action) => actions[action]?.());
  }

  /**
   * @param {Progress} progress
   * @param {string} text
   */
  show({ done, total }, text) {
    const bar = /** @type {HTMLProgressElement} */ (this.#find('.checklist-progress'));
    setText(this.#find('.checklist-count'), text);
    bar.max = Math.max(total, 1);
    bar.value = done;
  }

  /** @param {string} message */
  showMessage(message) {
    setText(this.#find('.checklist-message'), message);
  }

  /**
   * The focus of the button, if it is hidden, moves to the tools.
   *
   * @param {boolean} isPossible
   */
  offerRetry(isPossible) {
    const button = this.#find('[data-action="retry"]');
    if (!isPossible && button === document.activeElement) this.#find('.checklist-tools').focus();
    button.hidden = !isPossible;
  }

  /** @param {string} selector */
  #find(selector) {
    return /** @type {HTMLElement} */ (this.#element.querySelector(selector));
  }
}
