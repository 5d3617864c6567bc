/**
 * Drafts of the form of the log. Each tab has a place of its own, which it finds again when the page
 * is loaded anew: so tabs never overwrite each other's.
 *
 * @typedef {Record<string, any>} Draft The fields of an entry. `entry`: the id of the one being edited.
 *   `base`: that entry as it was.
 */

import { BLANK, readEntry } from './entries.js';
import { guideId } from '../site/guide.js';
import { newId } from '../store/id.js';
import { fault } from '../store/record.js';
import { openStore } from '../store/store.js';

const PLACE = `${guideId()} draft`;
const PREFIX = 'draft'; // of the names of the settings; once there was one draft, by this name

const settings = openStore().shelf('settings');
let place = claimPlace();
addEventListener('pagehide', () => {
  try {
    sessionStorage.setItem(PLACE, place);
  } catch {
    // storage is forbidden: the draft is offered to any tab
  }
});

/** Removes it from the session, which a tab shares with its copy. */
function claimPlace() {
  try {
    const claimed = sessionStorage.getItem(PLACE);
    sessionStorage.removeItem(PLACE);
    return claimed ?? newPlace();
  } catch {
    return newPlace();
  }
}

function newPlace() {
  return `${PREFIX}-${newId()}`;
}

/** The draft of this tab. */
export function ownDraft() {
  return readDraft(settings.records.get(place)?.value);
}

/** @param {Draft} draft */
export function saveDraft(draft) {
  return settings.put(new Map([[place, { value: draft }]]));
}

export function removeDraft() {
  if (settings.records.has(place)) void settings.put(new Map([[place, null]]));
}

/** Leaves the draft of this tab for later, or for another tab. */
export function leaveDraft() {
  place = newPlace();
}

/** The latest draft that is not of this tab: its name, and its texts. */
export function otherDraft() {
  const others = [...settings.records].filter(([name]) => name.startsWith(PREFIX) && name !== place);
  const drafts = others.sort(([, one], [, other]) => other.at - one.at)
    .map(([name, { value }]) => /** @type {const} */ ([name, readDraft(value)]));
  return drafts.find(([, draft]) => draft);
}

/** @param {string} name The draft is now of this tab, and of no other. */
export function takeDraft(name) {
  const value = settings.records.get(name)?.value;
  return settings.put(new Map([[name, null], [place, { value }]]));
}

/**
 * @param {any} value
 * @returns {Draft | undefined}
 */
function readDraft(value) {
  const draft = readFields(value);
  return draft && { ...draft, entry: String(draft['entry'] ?? ''), base: readFields(draft['base']) };
}

/**
 * The fields of an entry; nothing for what has others: a file brought in may have anything here.
 *
 * @param {any} value
 * @returns {import('./entries.js').Entry | undefined}
 */
function readFields(value) {
  const fields = { ...BLANK, owner: '', due: '', ...value, at: 0, removed: undefined };
  return value && fault('log', fields) === undefined ? readEntry(fields) : undefined;
}
