/**
 * What a reader has written: notes, and lines of one's own. This only looks whether there is any;
 * what shows it is loaded when there is.
 */

import { Run } from '../store/run.js';
import { openStore } from '../store/store.js';

/**
 * @param {string} page
 * @param {string[]} former Keys that the page had before.
 */
export function followOwn(page, former) {
  const notes = new Run('notes', page, former, () => {
    if (notes.shelf.records.size) void import('./notes.js');
  });
  const lines = openStore().shelf('lines');
  void lines.follow(() => {
    if (lines.records.size) void import('./own-lines.js');
  });
}
