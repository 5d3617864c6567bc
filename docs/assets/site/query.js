/** What is asked for in a search. Pure. */

/**
 * The words of a query without those that say nothing; all of them where none says anything.
 *
 * @param {string} query
 * @param {Set<string>} noise
 */
export function meaningful(query, noise) {
  const words = query.split(/\s+/).filter(Boolean);
  const kept = words.filter((word) => !noise.has(word.toLowerCase()));
  return (kept.length ? kept : words).join(' ');
}
