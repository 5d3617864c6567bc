/** Shows one item at a time, the one in the address. Its styles are in views.css. */

const TYPING = 'textarea, select, input:not([type="checkbox"])';

const items = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.checklist-item')]);
const place = /** @type {HTMLElement} */ (document.querySelector('.focus-place'));
const buttons = /** @type {HTMLButtonElement[]} */ ([...document.querySelectorAll('.focus-bar > button')]);

/** @param {number} [step] From the item in focus. */
function itemAt(step = 0) {
  return items[items.findIndex((item) => item.offsetHeight) + step];
}

/** @param {HTMLButtonElement} button */
function targetOf(button) {
  return itemAt(Number(button.value));
}

function show() {
  const item = /** @type {HTMLElement} */ (itemAt());
  const section = item.closest('[aria-labelledby]')?.getAttribute('aria-labelledby') ?? '';
  const heading = document.getElementById(section)?.textContent?.replace('¶', '');
  place.textContent = `${heading} · ${items.indexOf(item) + 1} / ${items.length}`;
  for (const button of buttons) button.disabled = !targetOf(button);
}

for (const button of buttons) {
  button.addEventListener('click', () => location.replace(`#${targetOf(button)?.id}`));
}
document.addEventListener('keydown', ({ key, target, altKey, ctrlKey, metaKey }) => {
  if (altKey || ctrlKey || metaKey || /** @type {Element} */ (target).matches(TYPING)) return;
  buttons.find(({ ariaKeyShortcuts }) => ariaKeyShortcuts === key)?.click();
});
addEventListener('hashchange', () => {
  show();
  itemAt()?.querySelector('input')?.focus({ preventScroll: true });
});
show();
