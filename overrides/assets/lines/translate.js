/**
 * Shows all lines to say in another language too, or no longer.
 *
 * @param {Element} button Its value is the language.
 */
export function onClick(button) {
  const { value, ariaPressed } = /** @type {HTMLButtonElement} */ (button);
  const isShown = ariaPressed !== 'true';
  button.ariaPressed = String(isShown);
  for (const line of document.querySelectorAll(`.checklist-translation[lang="${value}"]`)) {
    line.classList.toggle('is-shown', isShown);
  }
}
