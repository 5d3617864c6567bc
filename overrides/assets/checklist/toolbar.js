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
   * Shows or hides a button. The focus of a button that is hidden moves to the tools.
   *
   * @param {string} action
   * @param {boolean} isPossible
   */
  offer(action, isPossible) {
    const button = this.#find(`[data-action="${action}"]`);
    if (!isPossible && button === document.activeElement) this.#find('.checklist-tools').focus();
    button.hidden = !isPossible;
  }

  /** @param {string} selector */
  #find(selector) {
    return /** @type {HTMLElement} */ (this.#element.querySelector(selector));
  }
}
