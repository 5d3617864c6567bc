/**
 * The id of the guide. Several guides may be on one host, and share all that a browser keeps for it:
 * the id is part of every name there.
 */

/** As overrides/partials/early.html writes it. Without a page it has no meaning. */
export function guideId() {
  /** @type {HTMLElement | null | undefined} */
  const element = globalThis.document?.querySelector('[data-guide]');
  return element?.dataset['guide'] ?? 'guide';
}
