/**
 * Edits of a record that another tab may have changed meanwhile. Pure: no store, no page.
 *
 * @typedef {Record<string, any>} Fields
 */

import { mergeTexts } from './merge-texts.js';

/** The fields with texts of one line, or of several. Of others that both changed, the reader's is kept. */
const LINES = new Set(['name', 'with', 'goal', 'owner']);
const TEXTS = new Set(['text', 'asked', 'agreed', 'open']);
const BETWEEN = ' / '; // two texts of one line

/**
 * Their record with the fields that the reader has changed since `base`; theirs itself if there are
 * none, or if it has been removed. Of texts that both changed, both are kept; of lists, what either
 * has added.
 *
 * @template {Fields | undefined} Theirs
 * @param {Fields | undefined} base As the reader saw it; none for a new record.
 * @param {Fields} mine The fields as the reader left them; others are not touched.
 * @param {Theirs} theirs
 * @returns {Theirs}
 */
export function mergeFields(base = {}, mine, theirs) {
  if (!theirs) return theirs;
  const merged = Object.entries(mine).map(([name, value]) =>
    [name, mergeField(name, value, base[name], theirs[name])]);
  const changed = merged.filter(([name, value]) => !isSame(value, theirs[name]));
  return changed.length ? { ...theirs, ...Object.fromEntries(changed) } : theirs;
}

/**
 * @param {string} name
 * @param {any} mine
 * @param {any} base
 * @param {any} theirs
 */
function mergeField(name, mine, base, theirs) {
  if (isSame(mine, base)) return theirs;
  if (isSame(theirs, base)) return mine;
  if (TEXTS.has(name)) return mergeTexts(mine, base ?? '', theirs ?? '');
  if (LINES.has(name)) return mergeLines(mine, base ?? '', theirs ?? '');
  return Array.isArray(mine) && Array.isArray(theirs) ? mergeLists(mine, base ?? [], theirs) : mine;
}

/** @param {string[]} texts */
function mergeLines(...texts) {
  const [mine = '', base = '', theirs = ''] = texts.map((text) => text.replaceAll(BETWEEN, '\n'));
  return mergeTexts(mine, base, theirs).replace(/\n+/g, BETWEEN);
}

/**
 * @param {any[]} mine
 * @param {any[]} base
 * @param {any[]} theirs
 */
function mergeLists(mine, base, theirs) {
  const removed = base.filter((each) => !has(mine, each));
  const added = mine.filter((each) => !has(base, each) && !has(theirs, each));
  return [...theirs.filter((each) => !has(removed, each)), ...added];
}

/**
 * @param {any[]} list
 * @param {any} wanted
 */
function has(list, wanted) {
  return list.some((each) => isSame(each, wanted));
}

/**
 * A field that a record does not have is empty in a form.
 *
 * @param {unknown} one
 * @param {unknown} other
 */
function isSame(one, other) {
  return JSON.stringify(one ?? '') === JSON.stringify(other ?? '');
}
