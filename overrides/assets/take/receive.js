/**
 * A meeting that has come in a link: shows what it is, and brings it in if the reader says yes.
 *
 * @typedef {import('../data/merge.js').All} All
 */

import { bringIn, withAll } from '../data/all-records.js';
import { newerRecords } from '../data/merge.js';
import { fromTemplate } from '../site/forms.js';
import { formatLocal } from '../site/time.js';
import { t } from '../site/words.js';
import { exists } from '../store/pending.js';
import { meetingOf, named, readLink } from './link.js';
import { nameFor, titlesOf } from './names.js';

/** @param {string} text Of the link. */
export async function receive(text) {
  const theirs = await readLink(text);
  if (!theirs) {
    open({ title: t('link_broken'), more: t('link_broken_why') });
    return;
  }
  /** @type {All} */
  let mine = new Map();
  if (!(await withAll((all) => void (mine = all)))) return;
  const records = named(theirs, mine, nameFor);
  if (isNew(records, mine)) open(summary(records, mine), () => bringIn(records, t('link_done')));
  else open({ title: t('link_old'), more: t('link_old_why') });
}

/**
 * Nothing is new of a meeting that was deleted here afterwards.
 *
 * @param {All} records
 * @param {All} mine
 */
function isNew(records, mine) {
  const newer = newerRecords(mine, records);
  const [key] = meetingOf(records);
  return newer.size > 0 && exists(newer.get(key) ?? mine.get(key));
}

/**
 * What comes, for the reader.
 *
 * @param {All} records
 * @param {All} mine
 * @returns {Record<string, string>}
 */
function summary(records, mine) {
  const [key, meeting] = meetingOf(records);
  /** @param {string} store */
  const count = (store) => [...records].filter(([name, record]) => name.startsWith(store) && exists(record)).length;
  return {
    title: t('link_ask'),
    name: meeting['name'],
    when: formatLocal(meeting['when']),
    lists: titlesOf(meeting),
    counts: t('link_counts', { ticks: count('ticks'), lines: count('lines'), notes: count('notes') }),
    more: exists(mine.get(key)) ? t('link_merge') : '',
    yes: t('link_yes'),
  };
}

/**
 * @param {Record<string, string>} texts
 * @param {() => unknown} [onYes]
 */
function open(texts, onYes) {
  const dialog = /** @type {HTMLDialogElement} */ (fromTemplate('#take-arrival', texts));
  dialog.onclose = () => {
    dialog.remove();
    if (dialog.returnValue) onYes?.();
  };
  document.querySelector('.meetings')?.before(dialog);
  dialog.showModal();
}
