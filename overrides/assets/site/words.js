/** The interface texts that JavaScript needs. The page contains them in its language. */

/** The language of the page. */
export function pageLanguage() {
  return document.documentElement.lang;
}

/** @type {Record<string, string> | undefined} */
let words;

/**
 * A text of overrides/words, with its `{…}` filled in. Throws if the name is unknown.
 *
 * @param {string} name
 * @param {Record<string, string | number>} [values]
 */
export function t(name, values = {}) {
  words ??= /** @type {Record<string, string>} */ (
    JSON.parse(document.querySelector('#words')?.textContent ?? '{}'));
  const text = words[name];
  if (text === undefined) throw new Error(`no word: ${name}`);
  return text.replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
}
