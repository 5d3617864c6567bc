/** Helpers for the DOM. */

/**
 * A new element with properties and content.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]>} properties
 * @param {(Node | string)[]} content
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, properties, ...content) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...content);
  return element;
}

/**
 * Sets the text of an element if it differs: a live region is read out each time it is set.
 *
 * @param {Element} element
 * @param {string} text
 */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * Calls back when a button with `data-action` is clicked.
 *
 * @param {Element} root
 * @param {(action: string, button: HTMLButtonElement) => unknown} callback
 */
export function onAction(root, callback) {
  root.addEventListener('click', ({ target }) => {
    /** @type {HTMLButtonElement | null} */
    const button = /** @type {Element} */ (target).closest('[data-action]');
    if (button) callback(button.dataset['action'] ?? '', button);
  });
}
