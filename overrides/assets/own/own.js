/**
 * Loads the modules for notes and the reader's own lines if there are any.
 */

import { Session } from '../store/session.js';
import { openStore } from '../store/store.js';

/**
 * @param {string} page
 * @param {string[]} former Earlier keys of the page.
 */
export function loadOwn(page, former) {
  const notes = new Session('notes', page, former, () => {
    if (notes.shelf.records.size) void import('./notes.js');
  });
  const lines = openStore().shelf('lines');
  void lines.subscribe(() => {
    if (lines.records.size) void import('./own-lines.js');
  });
}
