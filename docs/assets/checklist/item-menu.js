/**
 * The menu of an item: one for the page, moved to the item whose button was pressed. The browser
 * closes it on Escape or a click elsewhere, and gives the focus back.
 *
 * @typedef {import('./item.js').ChecklistItem} ChecklistItem
 */

import { copyLink } from '../copy/wiki.js';
import { word } from '../site/words.js';

const MARGIN = 8; // pixels

const menu = document.createElement('div');
const notRelevant = makeButton(word('not_relevant'), (item) => item.toggleRelevance());
const note = makeButton(word('write_note'), async (item) =>
  (await import('../own/notes.js')).openNote(item));
const line = makeButton(word('add_line'), async (item) =>
  (await import('../own/own-lines.js')).openForm(item.element, { of: '' }));
const copy = makeButton(word('copy_link'), (item) => void copyLink(item.element));
/** @type {ChecklistItem | undefined} */
let shown;

menu.className = 'checklist-menu';
menu.popover = '';
menu.append(notRelevant, note, line, copy);
menu.addEventListener('beforetoggle', (event) => {
  const isOpen = /** @type {ToggleEvent} */ (event).newState === 'open';
  if (!shown) return;
  shown.more.ariaExpanded = String(isOpen);
  shown.more.popoverTargetElement = isOpen ? menu : null; // so that it closes what it opened
});

/** @param {ChecklistItem} item */
export function openMenu(item) {
  shown = item;
  item.more.after(menu);
  notRelevant.ariaPressed = String(item.element.dataset['state'] === 'not-relevant');
  const hasNote = item.element.querySelector('.own-note__text:not(:empty)');
  note.textContent = word(hasNote ? 'edit_note' : 'write_note');
  menu.showPopover();
  place(item.more.getBoundingClientRect());
  notRelevant.focus();
}

/**
 * Below the button, or above it where the window ends.
 *
 * @param {DOMRect} button
 */
function place(button) {
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
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.addEventListener('click', () => {
    menu.hidePopover();
    if (shown) act(shown);
  });
  return button;
}
