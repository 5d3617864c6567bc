/**
 * Closes a menu, which is a popover, before it covers the element that has the focus, or the place
 * that its link leads to. Loaded when one opens.
 */

/** @returns {HTMLElement | null} */
const openMenu = () => document.querySelector('[popover=""]:popover-open');

/** @param {EventTarget | null} focused */
function closeUnlessIn(focused) {
  const menu = openMenu();
  const button = /** @type {HTMLButtonElement} */ (focused);
  const isOwn = menu?.contains(button) || button.popoverTargetElement === menu;
  if (!isOwn && focused !== document.body) menu?.hidePopover();
}

document.addEventListener('focusin', ({ target }) => closeUnlessIn(target));
addEventListener('hashchange', () => openMenu()?.hidePopover());
closeUnlessIn(document.activeElement);
