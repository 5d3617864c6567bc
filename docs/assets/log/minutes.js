/**
 * Entries of the log -> minutes, as text for an e-mail or as Markdown. Pure.
 *
 * @typedef {'asked' | 'agreed' | 'open' | 'owner' | 'due'} Field
 * @typedef {Record<Field | 'when' | 'with', string>} Entry `when` and `due` as inWords takes them.
 * @typedef {Record<Field | 'minutes' | 'locale', string>} Words
 * @typedef {[title: string, strong: string, special: RegExp]} Style What stands before a title and
 *   around a label, and what needs a backslash to be read as typed.
 */

/** @type {Style} */
export const PLAIN = ['', '', /(?!)/];

/** @type {Style} */
export const MARKDOWN = ['## ', '**', /[\\`*_[\]<>#&|~]|^[-+=]|(?<=^\d+)[.)]/g];

/** @type {Field[]} */
const FIELDS = ['asked', 'agreed', 'open', 'owner', 'due'];

/**
 * Each line of a text is a point. Nothing is written of an entry in which nothing is said.
 *
 * @param {Entry[]} entries
 * @param {Words} words
 * @param {Style} style
 */
export function writeMinutes(entries, words, style) {
  return entries.map((entry) => minutesOf(entry, words, style)).filter(Boolean).join('\n\n\n');
}

/** @param {Entry} entry @param {Words} words @param {Style} style */
function minutesOf(entry, words, [title, strong, special]) {
  const said = { ...entry, due: inWords(entry.due, words.locale) };
  const parts = FIELDS.flatMap((field) => {
    const points = pointsOf(said[field], special);
    const text = points.length > 1 ? points.map((point) => `\n- ${point}`).join('') : ` ${points}`;
    return points.length ? `${strong}${words[field]}:${strong}${text}` : [];
  });
  const head = [inWords(entry.when, words.locale), ...pointsOf(entry.with, special)].join(', ');
  return parts.length ? [`${title}${words.minutes}: ${head}`, ...parts].join('\n\n') : '';
}

/**
 * The lines of a text, without marks of a list that it has already.
 *
 * @param {string} text
 * @param {RegExp} special
 */
function pointsOf(text, special) {
  const lines = text.split('\n').map((line) => line.trim().replace(/^[-*•](\s+|$)/, ''));
  return lines.filter(Boolean).map((line) => line.replace(special, '\\$&'));
}

/**
 * What is no time stays as it is.
 *
 * @param {string} time YYYY-MM-DD or YYYY-MM-DDTHH:mm, as on the clock there.
 * @param {string} locale
 */
export function inWords(time, locale) {
  const hasClock = time.includes('T');
  const moment = new Date(hasClock ? `${time}Z` : time);
  if (Number.isNaN(moment.getTime())) return time;
  const timeStyle = hasClock ? 'short' : undefined;
  return moment.toLocaleString(locale, { dateStyle: 'full', timeStyle, timeZone: 'UTC' });
}
