/**
 * Merges a text that was changed in two tabs at once. Nothing is lost: if both changed it, one text
 * follows the other, unless that has it already, as whole lines. Pure: no store, no page.
 *
 * @param {string} mine The text in the field.
 * @param {string} base The common ancestor.
 * @param {string} theirs The stored text.
 */
export function mergeTexts(mine, base, theirs) {
  if (mine === base) return theirs;
  if (theirs === base || hasLines(mine, theirs)) return mine;
  return hasLines(theirs, mine) ? theirs : `${mine}\n\n${theirs}`;
}

/**
 * @param {string} text
 * @param {string} part
 */
function hasLines(text, part) {
  return !part.trim() || `\n${text}\n`.includes(`\n${part}\n`);
}
