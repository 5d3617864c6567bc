/**
 * The path through a practice, in sessionStorage, so that the other language has it too. It is not in
 * the address, which may be shared.
 */

import { guideId } from '../site/guide.js';

/** @param {string} page */
function storageKey(page) {
  return `${guideId()} ${page}`;
}

/**
 * @param {string} page
 * @param {unknown} path
 */
export function savePath(page, path) {
  try {
    sessionStorage.setItem(storageKey(page), JSON.stringify(path));
  } catch {
    // storage is forbidden or full: the other language begins with the current scene
  }
}

/**
 * @param {string} page
 * @returns {unknown} Not validated; null if there is none.
 */
export function savedPath(page) {
  try {
    return JSON.parse(sessionStorage.getItem(storageKey(page)) ?? 'null');
  } catch {
    return null;
  }
}
