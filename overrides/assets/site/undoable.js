/** Changes records, with a notice that can undo it once they are on disk. */

import { openStore } from '../store/store.js';
import { changeWithUndo } from '../store/undo.js';
import { notify } from './notice.js';
import { t } from './words.js';

/**
 * @param {Parameters<typeof changeWithUndo>[0]} changes
 * @param {string} [said]
 */
export async function changeUndoably(changes, said = t('saved')) {
  const undo = await changeWithUndo(changes);
  tell(said, async () => {
    await undo();
    tell(t('saved'));
  });
}

/**
 * @param {import('../store/shelf.js').Shelf} shelf
 * @param {string} said
 */
export function removeAll(shelf, said) {
  const all = new Map([...shelf.records.keys()].map((id) => [id, () => null]));
  if (all.size) void changeUndoably([[shelf, all]], said);
}

/**
 * Except on a checklist, store/trouble.js tells what is not on disk, with a way to try again.
 *
 * @param {string} said
 * @param {() => unknown} [undo]
 */
function tell(said, undo) {
  const { error } = openStore();
  const isTold = error && !document.querySelector('.checklist-message');
  if (!isTold) notify(error ? t('unsaved') : said, undo);
}
