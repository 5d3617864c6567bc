/** Search queries. Pure. */

/**
 * The query without stop words, or unchanged if it has no others.
 *
 * @param {string} query
 * @param {Set<string>} stopWords
 */
export function withoutStopWords(query, stopWords) {
  const words = query.split(/\s+/).filter(Boolean);
  const kept = words.filter((word) => !stopWords.has(word.toLowerCase()));
  return (kept.length ? kept : words).join(' ');
}
