/** Changes a meeting, with a notice that can undo it. */

import { changeUndoably } from '../site/undoable.js';
import { openStore } from '../store/store.js';

/**
 * @param {string} id
 * @param {(meeting: any) => unknown} update The meeting as it is on disk, if it is -> as it will be.
 * @param {string} [said]
 */
export function changeMeeting(id, update, said) {
  return changeUndoably([[openStore().shelf('meetings'), new Map([[id, update]])]], said);
}

/**
 * @param {string} id
 * @param {string} page The key of a list.
 * @param {string} [said]
 */
export function addList(id, page, said) {
  return changeMeeting(id, (now) => now && { ...now, pages: [...new Set([...now.pages, page])] }, said);
}
