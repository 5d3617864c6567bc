/**
 * Loads what is wanted later. After a new version has been published, a module that this page names
 * may be gone: then the reader is offered to reload, and what they did is still there.
 *
 * @template Module
 * @param {Promise<Module>} module
 */
export function load(module) {
  return module.catch((/** @type {unknown} */ error) => {
    const offer = /** @type {HTMLElement | null} */ (document.querySelector('#new-version'));
    offer?.querySelector('button')?.addEventListener('click', () => location.reload());
    offer?.togglePopover(true);
    throw error;
  });
}
