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
 * What is not on disk is told, with a way to try again, by store/trouble.js.
 *
 * @param {string} said
 * @param {() => unknown} [undo]
 */
function tell(said, undo) {
  if (!openStore().error) notify(said, undo);
}
