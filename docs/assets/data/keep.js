/**
 * Keeping what there is: the browser's promise, and the last export. Both are of this browser, so
 * they stand in its localStorage and go into no file.
 */

const ASKED = 'ryggen-fri.asked';
const EXPORTED = 'ryggen-fri.exported';

/** Where storage is forbidden, nothing is kept anyway. */
const storage = (() => {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
})();

/** Has the browser promise not to clear its storage by itself. Asks once, for it may ask the reader. */
export function askToKeep() {
  if (storage?.getItem(ASKED)) return;
  storage?.setItem(ASKED, '1');
  void navigator.storage?.persist?.();
}

/** When everything was exported last, in milliseconds since 1970; 0 for never. */
export function lastExport() {
  return Number(storage?.getItem(EXPORTED));
}

export function noteExport() {
  storage?.setItem(EXPORTED, String(Date.now()));
}
