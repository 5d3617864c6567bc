/**
 * What stands above a checklist: how far you are, whether it is saved, and what you can do.
 *
 * @typedef {import('./progress.js').Progress} Progress
 * @typedef {{reset: () => void, undo: () => void, print: () => void}} Actions
 */

export class ChecklistToolbar {
  #count;
  #message;
  #bar;
  #undo;

  /**
   * @param {Element} element As the template has it.
   * @param {Actions} actions
   */
  constructor(element, { reset, undo, print }) {
    this.#count = find(element, '.checklist-count');
    this.#message = find(element, '.checklist-message');
    this.#bar = /** @type {HTMLProgressElement} */ (find(element, '.checklist-progress'));
    this.#undo = find(element, '[data-action="undo"]');
    const resetButton = find(element, '[data-action="reset"]');
    resetButton.addEventListener('click', reset);
    this.#undo.addEventListener('click', () => {
      resetButton.focus(); // the undo button is about to go
      undo();
    });
    find(element, '[data-action="print"]').addEventListener('click', print);
  }

  /**
   * @param {Progress} progress
   * @param {string} count
   * @param {boolean} canUndo
   */
  show({ done, total }, count, canUndo) {
    this.#count.textContent = count;
    this.#bar.max = Math.max(total, 1);
    this.#bar.value = done;
    this.#undo.hidden = !canUndo;
  }

  /** @param {string} message */
  say(message) {
    this.#message.textContent = message;
  }
}

/**
 * @param {Element} element
 * @param {string} selector
 */
function find(element, selector) {
  return /** @type {HTMLElement} */ (element.querySelector(selector));
}
