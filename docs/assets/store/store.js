/**
 * The one owner of IndexedDB: a record for each tick, so that two tabs never overwrite each other.
 * Nothing leaves the browser.
 *
 * @typedef {import('../checklist/counting.js').Tick} Tick
 * @typedef {Map<string, Tick | null>} Changes Item id -> its new tick, or null to remove it.
 */

const DATABASE = 'ryggen-fri';
const VERSION = 1;
const TICKS = 'ticks'; // [meeting, page, item] -> Tick
const ASIDE = 'aside'; // records that are no ticks: set aside, never dropped
const MEETING = 'default';
const STATES = new Set(['done', 'not-relevant']);

/**
 * @param {unknown} value
 * @returns {value is Tick}
 */
function isTick(value) {
  if (typeof value !== 'object' || value === null) return false;
  const { state, rev, at } = /** @type {Record<string, unknown>} */ (value);
  return (
    typeof state === 'string' && STATES.has(state) &&
    typeof rev === 'object' && rev !== null &&
    typeof at === 'number' && Number.isFinite(at)
  );
}

/** @returns {Promise<IDBDatabase>} */
function openDatabase() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, VERSION);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(TICKS);
      request.result.createObjectStore(ASIDE, { autoIncrement: true });
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
  });
}

/**
 * Resolves when the transaction is on disk, not when its requests have succeeded.
 *
 * @param {IDBTransaction} transaction
 * @returns {Promise<void>}
 */
function completion(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

/** Ticks in the browser's database. */
class DatabaseStore {
  /** Whether what is put here outlives the page. */
  kept = true;
  #database;
  #channel;

  /** @param {IDBDatabase} database */
  constructor(database) {
    this.#database = database;
    this.#channel = new BroadcastChannel(DATABASE);
  }

  /**
   * The ticks of a page. A record that is no tick is moved aside.
   *
   * @param {string} page
   * @returns {Promise<Map<string, Tick>>}
   */
  async ticks(page) {
    const transaction = this.#write([TICKS, ASIDE]);
    const range = IDBKeyRange.bound([MEETING, page], [MEETING, page, []]);
    /** @type {Map<string, Tick>} */
    const ticks = new Map();
    transaction.objectStore(TICKS).openCursor(range).onsuccess = (event) => {
      const cursor = /** @type {IDBRequest<IDBCursorWithValue | null>} */ (event.target).result;
      if (!cursor) return;
      if (isTick(cursor.value)) {
        ticks.set(/** @type {string[]} */ (cursor.key)[2] ?? '', cursor.value);
      } else {
        transaction.objectStore(ASIDE).add({ key: cursor.key, value: cursor.value, at: Date.now() });
        cursor.delete();
      }
      cursor.continue();
    };
    await completion(transaction);
    return ticks;
  }

  /**
   * Moves the ticks of pages that are now another page. What that page has already is newer.
   *
   * @param {string[]} old
   * @param {string} page
   */
  async adopt(old, page) {
    if (old.length === 0) return;
    const transaction = this.#write([TICKS]);
    const ticks = transaction.objectStore(TICKS);
    for (const key of old) {
      ticks.openCursor(IDBKeyRange.bound([MEETING, key], [MEETING, key, []])).onsuccess = (event) => {
        const cursor = /** @type {IDBRequest<IDBCursorWithValue | null>} */ (event.target).result;
        if (!cursor) return;
        const item = /** @type {string[]} */ (cursor.key)[2] ?? '';
        // Fails where there is a tick already; that must not undo the rest.
        ticks.add(cursor.value, [MEETING, page, item]).onerror = (failure) => {
          failure.preventDefault();
          failure.stopPropagation();
        };
        cursor.delete();
        cursor.continue();
      };
    }
    await completion(transaction);
  }

  /**
   * Resolves once the changes are on disk. Rejects, with nothing changed, when they cannot be.
   *
   * @param {string} page
   * @param {Changes} changes
   */
  async put(page, changes) {
    const transaction = this.#write([TICKS]);
    const ticks = transaction.objectStore(TICKS);
    for (const [item, tick] of changes) {
      const key = [MEETING, page, item];
      if (tick) ticks.put(tick, key);
      else ticks.delete(key);
    }
    await completion(transaction);
    this.#channel.postMessage(page);
  }

  /**
   * Calls back with the key of a page whose ticks another tab has changed.
   *
   * @param {(page: string) => void} listener
   */
  subscribe(listener) {
    this.#channel.addEventListener('message', (event) => listener(event.data));
  }

  /** @param {string[]} stores */
  #write(stores) {
    return this.#database.transaction(stores, 'readwrite', { durability: 'strict' });
  }
}

/** Ticks for as long as the page is open, where the browser offers no storage. */
class MemoryStore {
  kept = false;
  /** @type {Map<string, Map<string, Tick>>} */
  #pages = new Map();

  /** @param {string} page */
  async ticks(page) {
    return new Map(this.#pages.get(page));
  }

  /**
   * @param {string} page
   * @param {Changes} changes
   */
  async put(page, changes) {
    const ticks = await this.ticks(page);
    for (const [item, tick] of changes) {
      if (tick) ticks.set(item, tick);
      else ticks.delete(item);
    }
    this.#pages.set(page, ticks);
  }

  async adopt() {}

  subscribe() {}
}

/** @typedef {DatabaseStore | MemoryStore} Store */

/** @type {Promise<Store> | undefined} */
let opened;

/**
 * The keys that a page had before, as an element names them in `was`.
 *
 * @param {Element} element
 */
export function formerKeys(element) {
  return (element.getAttribute('was') ?? '').split(' ').filter(Boolean);
}

/** The store of this page, opened once. Never rejects. @returns {Promise<Store>} */
export function openStore() {
  opened ??= openDatabase().then(
    (database) => new DatabaseStore(database),
    () => new MemoryStore(),
  );
  return opened;
}
