/**
 * The text of a note that was changed in two places at once. What is in one of them only is kept:
 * if need be, one text stands below the other. Pure: no store, no page.
 *
 * @param {string} mine As it stands in the field.
 * @param {string} base As it was when both were the same.
 * @param {string} theirs As it is stored now.
 */
export function merged(mine, base, theirs) {
  if (mine === base) return theirs;
  return theirs === base || mine.includes(theirs) ? mine : `${mine}\n\n${theirs}`;
}
