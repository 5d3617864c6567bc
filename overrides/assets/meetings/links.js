/** The links from a meeting: what to do next with it, and its card. */

/**
 * Shows the link for a step, and fills in the addresses.
 *
 * @param {Element} element
 * @param {import('./step.js').Step} step
 * @param {string} id Of the meeting.
 * @param {string} [list] The key of the list to go to.
 */
export function fillLinks(element, step, id, list = '') {
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (element.querySelectorAll('a[data-to]'))) {
    const to = link.dataset['to'] ?? '';
    link.href = to.replace('{id}', id).replace('{list}', list);
    link.toggleAttribute('data-now', link.dataset['step'] === step);
  }
}
