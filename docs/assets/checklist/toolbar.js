/**
 * What stands above a checklist: how far you are, whether it is saved, and what you can do.
 *
 * @typedef {import('./counting.js').Progress} Progress
 * @typedef {ReturnType<typeof import('../site/words.js').pageWords>} Words
 * @typedef {{reset: () => void, undo: () => void, retry: () => void, print: () => void}} Actions
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
 * Says nothing twice: what stands in a status is read out whenever it is set.
 *
 * @param {Element} element
 * @param {string} text
 */
function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
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
  #reset;
  #undo;
  #retry;

  /**
   * @param {Words} words
   * @param {Actions} actions
   */
  constructor(words, { reset, undo, retry, print }) {
    const status = make('div', 'checklist-status');
    status.role = 'status';
    status.append(this.#count, ' ', this.#message);
    this.#bar.ariaLabel = words.progress;
    this.#reset = makeButton(words.reset, reset);
    this.#undo = makeButton(words.undo, undo);
    this.#retry = makeButton(words.tryAgain, retry);
    const printButton = makeButton(words.print, print);
    this.element.append(status, this.#bar, this.#retry, this.#reset, this.#undo, printButton);
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
   * @param {HTMLButtonElement} button
   * @param {boolean} isPossible
   */
  #offer(button, isPossible) {
    if (!isPossible && button === document.activeElement) this.#reset.focus();
    button.hidden = !isPossible;
  }
}
