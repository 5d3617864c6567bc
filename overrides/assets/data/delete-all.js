/** Deletes all that the guide keeps in this browser. Other guides on the host keep theirs. */

import { guideId } from '../site/guide.js';
import { openStore } from '../store/store.js';

/**
 * Resolves with whether nothing is left, in any tab. What the browser refuses does not keep the rest.
 *
 * @param {string} scope The address of the front page: of our worker, and the name of its cache.
 * @param {string} palette The setting of the theme for light or dark.
 * @param {() => void} wait Called when another tab prevents it for now.
 */
export async function deleteAll(scope, palette, wait) {
  /** @param {string} [name] */
  const isOurs = (name = '') => guideId() === name.split(/[ .]/)[0] || [palette, scope].includes(name);
  openStore().clear();
  const steps = await Promise.allSettled([
    (async () => clearStorage(localStorage, isOurs))(),
    (async () => clearStorage(sessionStorage, isOurs))(),
    deleteCache(scope),
    deleteDatabase(wait),
  ]);
  const isDone = steps.every(({ status }) => status === 'fulfilled')
    && !(await namesLeft().catch(() => [guideId()])).some(isOurs);
  if (!isDone) openStore().announce(); // all tabs show what is still there
  return isDone;
}

/**
 * @param {Storage} storage
 * @param {(name: string) => boolean} isOurs
 */
function clearStorage(storage, isOurs) {
  for (const name of Object.keys(storage).filter(isOurs)) storage.removeItem(name);
}

/** @param {string} scope */
async function deleteCache(scope) {
  await window.caches?.delete(scope);
  const worker = await navigator.serviceWorker?.getRegistration();
  if (worker?.scope === scope) await worker.unregister(); // a guide around ours may have one
}

/**
 * @param {() => void} wait
 * @returns {Promise<unknown>}
 */
function deleteDatabase(wait) {
  return new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase(guideId());
    deleting.onblocked = wait;
    deleting.onsuccess = resolve;
    deleting.onerror = reject;
  });
}

/** Another tab may have written meanwhile. */
async function namesLeft() {
  const databases = (await indexedDB.databases?.()) ?? [];
  const caches = (await window.caches?.keys()) ?? [];
  return [...databases.map(({ name }) => name), ...caches, ...[localStorage, sessionStorage].flatMap(Object.keys)];
}
