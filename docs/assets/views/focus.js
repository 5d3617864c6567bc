/** One item at a time, the one of the address. Which one that is, views.css says. */

const items = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.checklist-item')]);
const bar = /** @type {HTMLElement} */ (document.querySelector('.focus-bar'));
const buttons = bar.querySelectorAll('button');
const place = /** @type {HTMLElement} */ (bar.querySelector('.focus-place'));

const here = () => items.findIndex((item) => item.offsetHeight);

/** @param {number} by */
function step(by) {
  const item = items[here() + by];
  if (item) location.replace(`#${item.id}`);
}

function show() {
  const index = here();
  const section = items[index]?.closest('checklist-section')?.getAttribute('aria-labelledby');
  const heading = document.getElementById(section ?? '')?.textContent?.replace('¶', '') ?? '';
  place.textContent = `${heading} · ${index + 1} / ${items.length}`;
  for (const button of buttons) button.disabled = !items[index + Number(button.dataset['by'])];
}

for (const button of buttons) {
  button.addEventListener('click', () => step(Number(button.dataset['by'])));
}
addEventListener('keydown', (event) => {
  const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event;
  const isTyping = target instanceof Element && target.matches('input:not([type="checkbox"]), textarea, select');
  if (isTyping || altKey || ctrlKey || metaKey || shiftKey) return;
  if (key === 'ArrowRight') step(1);
  if (key === 'ArrowLeft') step(-1);
});
addEventListener('hashchange', () => {
  show();
  items[here()]?.querySelector('input')?.focus({ preventScroll: true });
});
show();
