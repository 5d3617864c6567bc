/**
 * What stands above a checklist: how far you are, whether it is saved, and what you can do.
 *
 * @typedef {import('./counting.js').Progress} Progress
 * @typedef {{reset: () => void, undo: () => void, retry: () => void, print: () => void}} Actions
 */

/**
 * Says nothing twice: what stands in a status is read out whenever it is set.
 *
 * @param {Element} element
 * @param {string} text
 */
function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * @param {Element} element
 * @param {string} selector
 */
function find(element, selector) {
  return /** @type {HTMLElement} */ (element.querySelector(selector));
}

export class ChecklistToolbar {
  #count;
  #message;
  #bar;
  #tools;
  #undo;
  #retry;

  /**
   * @param {Element} element As the template has it.
   * @param {Actions} actions
   */
  constructor(element, actions) {
    this.#count = find(element, '.checklist-count');
    this.#message = find(element, '.checklist-message');
    this.#bar = /** @type {HTMLProgressElement} */ (find(element, '.checklist-progress'));
    this.#tools = find(element, '.checklist-tools');
    this.#undo = find(element, '[data-action="undo"]');
    this.#retry = find(element, '[data-action="retry"]');
    for (const [name, act] of Object.entries(actions)) {
      for (const button of element.querySelectorAll(`[data-action="${name}"]`)) {
        button.addEventListener('click', act);
      }
    }
  }

  /**
   * @param {Progress} progress
   * @param {string} count
   */
  show({ done, total }, count) {
    setText(this.#count, count);
    this.#bar.max = Math.max(total, 1);
    this.#bar.value = done;
  }

  /** @param {string} message */
  say(message) {
    setText(this.#message, message);
  }

  /** @param {{undo: boolean, retry: boolean}} possible */
  offer({ undo, retry }) {
    this.#offer(this.#undo, undo);
    this.#offer(this.#retry, retry);
  }

  /**
   * @param {HTMLElement} button
   * @param {boolean} isPossible
   */
  #offer(button, isPossible) {
    if (!isPossible && button === document.activeElement) this.#tools.focus();
    button.hidden = !isPossible;
  }
}
