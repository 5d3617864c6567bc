/**
 * The way through a practice, for as long as the tab is open: so the other language knows it too.
 * It does not stand in the address, which one may share.
 */

/** @param {string} page */
function nameOf(page) {
  return `ryggen-fri ${page}`;
}

/**
 * @param {string} page
 * @param {unknown} path
 */
export function savePath(page, path) {
  try {
    sessionStorage.setItem(nameOf(page), JSON.stringify(path));
  } catch {
    // storage is forbidden or full: the other language begins with the scene it is shown
  }
}

/**
 * @param {string} page
 * @returns {unknown} What is there, unchecked; nothing where it cannot be read.
 */
export function savedPath(page) {
  try {
    return JSON.parse(sessionStorage.getItem(nameOf(page)) ?? 'null');
  } catch {
    return null;
  }
}
