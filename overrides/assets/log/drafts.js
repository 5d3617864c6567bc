/**
 * Drafts of the form of the log. Each tab has a place of its own, which it finds again when the page
 * is loaded anew: so tabs never overwrite each other's.
 *
 * @typedef {Record<string, any>} Draft The fields of an entry. `entry`: its id. `base`: the entry as it was.
 */

import { BLANK, readEntry } from './entries.js';
import { guideId } from '../site/guide.js';
import { changeUndoably } from '../site/undoable.js';
import { t } from '../site/words.js';
import { newId } from '../store/id.js';
import { fault } from '../store/record.js';
import { openStore } from '../store/store.js';

const PLACE = `${guideId()} draft`;
const PREFIX = 'draft'; // of the names of the settings; once there was one draft, by this name

const settings = openStore().shelf('settings');
let place = newPlace();
try {
  place = sessionStorage.getItem(PLACE) ?? place;
  sessionStorage.removeItem(PLACE); // a tab shares it with its copy
  addEventListener('pagehide', () => sessionStorage.setItem(PLACE, place));
} catch {
  // storage is forbidden: the draft is offered to any tab
}

function newPlace() {
  return `${PREFIX}-${newId()}`;
}

/** The draft of this tab. */
export const ownDraft = () => read(place);

/** Whether it is on disk, or soon will be. */
export const isDraftKept = () => settings.records.has(place) && !settings.unsaved.has(place);

/** @param {Draft} draft */
export const saveDraft = (draft) => settings.put(new Map([[place, { value: draft }]]));

/** @param {string} name */
export function removeDraft(name) {
  if (settings.records.has(name)) void settings.put(new Map([[name, null]]));
}

/** Removes the draft of this tab, if there is one, with a notice that can undo it. */
export function discardDraft() {
  if (ownDraft()) void changeUndoably([[settings, new Map([[place, () => null]])]], t('draft_gone'));
}

/** Leaves the draft of this tab for later, or for another tab. Returns its name. */
export function leaveDraft() {
  const left = place;
  place = newPlace();
  return left;
}

/** The name of a draft that is not of this tab. */
export function otherDraft() {
  return [...settings.records.keys()].find((name) => name.startsWith(PREFIX) && name !== place && read(name));
}

/** Such a draft is now of this tab, and of no other. */
export function takeDraft() {
  const name = otherDraft();
  if (name) void settings.put(new Map([[name, null], [place, settings.records.get(name)]]));
}

/**
 * Nothing for what has other fields than an entry: a file brought in may have anything here.
 *
 * @param {string} name
 * @returns {Draft | undefined}
 */
function read(name) {
  const draft = settings.records.get(name)?.value;
  const isValid = draft && [draft, draft.base].every((fields) => !fault('log', { ...BLANK, ...fields, at: 0, removed: false }));
  return isValid ? readEntry({ ...draft, entry: String(draft.entry ?? '') }) : undefined;
}
