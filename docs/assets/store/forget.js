/**
 * Removes what was kept for a page that keeps nothing any more. Such a page needs no store, so this
 * stands alone: the names are those of `database.js` and `records.js`.
 *
 * @param {string} page
 */
export function forgetTicks(page) {
  const opening = openExisting();
  opening?.addEventListener('success', () => {
    const database = opening.result;
    if (database.objectStoreNames.contains('ticks')) {
      const range = IDBKeyRange.bound(['default', page], ['default', page, []]);
      database.transaction('ticks', 'readwrite').objectStore('ticks').delete(range);
    }
    database.close(); // once it is done
  });
}

/** Where there is no database yet, none is made. */
function openExisting() {
  try {
    const opening = indexedDB.open('ryggen-fri');
    opening.onupgradeneeded = () => opening.transaction?.abort();
    return opening;
  } catch {
    return undefined; // storage is forbidden: nothing was kept
  }
}
