/** The words that only JavaScript says. The page carries them, in its language. */

/** The language of the page. */
export function pageLanguage() {
  return document.documentElement.lang;
}

/** @type {Record<string, string> | undefined} */
let words;

/**
 * A text of docs/words.yml, with its `{…}` filled in. Throws for a name that is not there.
 *
 * @param {string} name
 * @param {Record<string, string | number>} [values]
 */
export function word(name, values = {}) {
  words ??= /** @type {Record<string, string>} */ (
    JSON.parse(document.querySelector('#words')?.textContent ?? '{}'));
  const text = words[name];
  if (text === undefined) throw new Error(`no such word: ${name}`);
  return text.replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
}
