/**
 * What stands above a checklist: how far you are, whether it is saved, and what you can do.
 *
 * @typedef {import('./counting.js').Progress} Progress
 * @typedef {ReturnType<typeof import('../site/words.js').pageWords>} Words
 * @typedef {{reset: () => void, undo: () => void, print: () => void}} Actions
 */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} className
 * @param {string} [text]
 */
function make(tag, className, text = '') {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/**
 * @param {string} text
 * @param {() => void} act
 */
function makeButton(text, act) {
  const button = make('button', 'checklist-button', text);
  button.type = 'button';
  button.addEventListener('click', act);
  return button;
}

export class ChecklistToolbar {
  element = make('div', 'checklist-toolbar');
  #count = make('span', 'checklist-count');
  #message = make('span', 'checklist-message');
  #bar = make('progress', 'checklist-progress');
  #undo;

  /**
   * @param {Words} words
   * @param {Actions} actions
   */
  constructor(words, { reset, undo, print }) {
    const status = make('div', 'checklist-status');
    status.role = 'status';
    status.append(this.#count, ' ', this.#message);
    this.#bar.ariaLabel = words.progress;
    const resetButton = makeButton(words.reset, reset);
    this.#undo = makeButton(words.undo, () => {
      resetButton.focus(); // the undo button is about to go
      undo();
    });
    this.element.append(status, this.#bar, resetButton, this.#undo, makeButton(words.print, print));
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
