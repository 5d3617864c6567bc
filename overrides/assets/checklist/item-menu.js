/**
 * The menu of an item: one for the page, moved to the item whose button is clicked. The browser closes
 * it on Escape or a click elsewhere, and restores the focus.
 *
 * @typedef {import('./item.js').ChecklistItem} ChecklistItem
 */

import { copyLink } from '../copy/wiki.js';
import { el } from '../site/dom.js';
import { load } from '../site/load.js';
import { t } from '../site/words.js';

const MARGIN = 8; // pixels

const notRelevant = makeButton(t('not_relevant'), (item) => item.toggleRelevance());
const note = makeButton(t('write_note'), async (item) =>
  (await load(import('../own/notes.js'))).openNote(item));
const line = makeButton(t('add_line'), async (item) =>
  (await load(import('../own/own-lines.js'))).openForm(item.element, { of: '' }));
const copy = makeButton(t('copy_link'), (item) => void copyLink(item.element));
const menu = el('div', { className: 'menu', popover: '' }, notRelevant, note, line, copy);
/** @type {ChecklistItem | undefined} */
let shown;

menu.addEventListener('beforetoggle', (event) => {
  const isOpen = /** @type {ToggleEvent} */ (event).newState === 'open';
  if (!shown) return;
  shown.more.ariaExpanded = String(isOpen);
  shown.more.popoverTargetElement = isOpen ? menu : null; // so that the button closes it again
});

/** @param {ChecklistItem} item */
export function openMenu(item) {
  shown = item;
  item.more.after(menu);
  notRelevant.ariaPressed = String(item.element.dataset['state'] === 'not-relevant');
  const hasNote = item.element.querySelector('.own-note__text:not(:empty)');
  note.textContent = t(hasNote ? 'edit_note' : 'write_note');
  menu.showPopover();
  position(item.more.getBoundingClientRect());
  notRelevant.focus();
}

/**
 * Places the menu below the button, or above it at the bottom of the window.
 *
 * @param {DOMRect} button
 */
function position(button) {
  const { offsetHeight: height, offsetWidth: width } = menu;
  const isLow = button.bottom + height + MARGIN > innerHeight;
  menu.style.top = `${scrollY + (isLow ? button.top - height : button.bottom)}px`;
  menu.style.left = `${scrollX + Math.max(MARGIN, button.right - width)}px`;
}

/**
 * @param {string} text
 * @param {(item: ChecklistItem) => unknown} act
 */
function makeButton(text, act) {
  const button = el('button', { type: 'button' }, text);
  button.addEventListener('click', () => {
    menu.hidePopover();
    if (shown) act(shown);
  });
  return button;
}
