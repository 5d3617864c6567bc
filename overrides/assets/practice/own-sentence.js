/** Keeps what the reader would have said as a line of their own, on the item that the ending leads to first. */

import { readForm } from '../site/forms.js';
import { changeUndoably } from '../site/undoable.js';
import { t } from '../site/words.js';
import { newId } from '../store/id.js';
import { NO_MEETING } from '../store/record.js';
import { openStore } from '../store/store.js';

/**
 * @param {HTMLFormElement} form `data-list`: the address of the list, `data-key`: its key.
 * @param {Element} ending
 */
export function keepSentence(form, ending) {
  const { text = '' } = readForm(form);
  const { list = '', key = '' } = form.dataset;
  const links = /** @type {HTMLAnchorElement[]} */ ([...ending.querySelectorAll('a:not(.headerlink)')]);
  const { pathname } = new URL(list, location.href);
  const item = links.find((link) => link.pathname === pathname && !link.closest('[hidden]'))?.hash.slice(1);
  if (!text.trim() || !item) return;
  const id = [NO_MEETING, key, item, newId()].join(' ');
  void changeUndoably([[openStore().shelf('lines'), new Map([[id, () => ({ text, when: '', of: '' })]])]], t('sentence_kept'));
  form.reset();
}
