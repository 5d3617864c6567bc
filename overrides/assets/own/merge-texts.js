/**
 * Merges a note that was changed in two tabs at once. Nothing is lost: if both changed it, one text
 * follows the other. Pure: no store, no page.
 *
 * @param {string} mine The text in the field.
 * @param {string} base The common ancestor.
 * @param {string} theirs The stored text.
 */
export function mergeTexts(mine, base, theirs) {
  if (mine === base) return theirs;
  return theirs === base || mine.includes(theirs) ? mine : `${mine}\n\n${theirs}`;
}
