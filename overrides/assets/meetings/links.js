/** The links from a meeting: what to do next with it, and its card. */

/**
 * An id as part of an address. A file brought in may have any text as an id, which encodeURIComponent
 * would refuse.
 *
 * @param {string} id
 */
export function encodeId(id) {
  return String(new URLSearchParams([['', id]])).slice(1);
}

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
    link.href = to.replace('{id}', encodeId(id)).replace('{list}', list);
    link.toggleAttribute('data-now', link.dataset['step'] === step);
  }
}
