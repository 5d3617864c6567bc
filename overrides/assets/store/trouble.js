/**
 * Says on any page that something is not saved, or cannot be shown yet. A checklist says so itself.
 * Loaded by main.js when there is trouble.
 */

import { notify, shownNotice } from '../site/notice.js';
import { t } from '../site/words.js';
import { openStore } from './store.js';

const NEEDS_SCRIPTS = '.needs-scripts'; // not what the page waits for
const WRITES = '.log, .meetings, .my-data, .own-line'; // pages on which something can be lost
let said = '';

export function tell() {
  const store = openStore();
  const { error } = store;
  const isTold = document.querySelector('.checklist-message') || (error === 'unavailable' && !document.querySelector(WRITES));
  if (!error && said && said === shownNotice()) notify('');
  said = error && !isTold ? t(error) : '';
  if (!said) return;
  document.querySelector(NEEDS_SCRIPTS)?.remove();
  notify(said, () => store.retry(), t('try_again'));
}
