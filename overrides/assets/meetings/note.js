/** The note of a meeting, in its card. */

import { NoteField } from '../own/note-field.js';
import { notify } from '../site/notice.js';
import { t } from '../site/words.js';
import { openStore } from '../store/store.js';

const store = openStore();

/** @param {Promise<boolean>} [written] */
async function tell(written) {
  const isMerged = await written;
  if (written) notify(t(!store.isSaved ? 'unsaved' : isMerged ? 'both_notes' : 'saved'));
}

/**
 * @param {HTMLTextAreaElement} field
 * @param {string} id Of the meeting.
 */
export function noteOf(field, id) {
  return new NoteField(field, store.shelf('notes'), { id: `${id}  `, was: [] }, tell);
}
