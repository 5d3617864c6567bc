/**
 * The dialog that takes a meeting along: as a link, or as a file if there is too much for one. Names
 * and notes go along only if the reader says so.
 *
 * @typedef {import('../data/merge.js').All} All
 * @typedef {{isLink: boolean, length: number, data: ShareData, otherwise: () => unknown}} Parcel
 *   `otherwise`: what to do if the browser does not share.
 */

import { withAll } from '../data/all-records.js';
import { writeFile } from '../data/merge.js';
import { copyText } from '../site/copy.js';
import { download } from '../site/download.js';
import { guideId } from '../site/guide.js';
import { notify } from '../site/notice.js';
import { localDate } from '../site/time.js';
import { t } from '../site/words.js';
import { activeMeeting } from '../store/meeting.js';
import { named, readLink, recordsToTake, writeLink } from './link.js';
import { nameFor } from './names.js';

const TYPE = 'application/json';
const dialog = /** @type {HTMLDialogElement} */ (document.querySelector('.take-dialog'));
const form = /** @type {HTMLFormElement} */ (dialog.querySelector('form'));
const names = /** @type {HTMLInputElement} */ (form.querySelector('input'));
const tooLong = /** @type {HTMLElement} */ (form.querySelector('.notice'));
const count = /** @type {HTMLElement} */ (tooLong.querySelector('span'));
const button = /** @type {HTMLButtonElement} */ (form.querySelector('[value="take"]'));

/** The meeting that one is in. */
export function onClick() {
  return openTake(activeMeeting());
}

/**
 * Opens the dialog. Both parcels are ready before the button is pressed: browsers share and copy only
 * in the moment of a click.
 *
 * @param {string} id Of the meeting.
 */
export async function openTake(id) {
  /** @type {All} */
  let all = new Map();
  if (!(await withAll((mine) => void (all = mine)))) return;
  if (!all.has(`meetings ${id}`)) {
    notify(t('unsaved'));
    return;
  }
  const bare = await pack(recordsToTake(all, id, false));
  const full = await pack(recordsToTake(all, id, true));
  const chosen = () => (names.checked ? full : bare);
  form.reset();
  form.onchange = () => show(chosen());
  form.onsubmit = ({ submitter }) => {
    if (submitter === button) void deliver(chosen());
  };
  show(bare);
  dialog.showModal();
}

/**
 * @param {All} records
 * @returns {Promise<Parcel>}
 */
async function pack(records) {
  const link = await writeLink(records);
  const isLink = (await readLink(link)) !== undefined;
  const { href } = new URL(`#take=${link}`, new URL(dialog.dataset['meetings'] ?? '', location.href));
  const now = Date.now();
  const name = `${guideId()}-meeting-${localDate(now)}.json`;
  const text = writeFile(named(records, new Map(), nameFor), new Date(now).toISOString());
  return {
    isLink,
    length: link.length,
    data: isLink ? { url: href } : { files: [new File([text], name, { type: TYPE })] },
    otherwise: async () => {
      if (!isLink || !await copyText(href, '', dialog.dataset['saved'])) download(name, TYPE, text);
    },
  };
}

/** @param {Parcel} parcel */
function show({ isLink, length, data }) {
  tooLong.hidden = isLink;
  count.textContent = length.toLocaleString(t('locale'));
  const action = navigator.canShare?.(data) ? 'share' : isLink ? 'copy' : 'save';
  button.textContent = button.dataset[action] ?? '';
}

/** @param {Parcel} parcel */
async function deliver({ data, otherwise }) {
  try {
    await navigator.share(data); // absent in many browsers
  } catch (error) {
    const isCancelled = error instanceof DOMException && error.name === 'AbortError';
    if (!isCancelled) await otherwise();
  }
}
