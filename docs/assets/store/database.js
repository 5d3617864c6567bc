/**
 * The browser's database: opened when it is needed, and again when it was closed.
 *
 * @typedef {'unavailable' | 'lost' | 'failed'} Obstacle It never opened, does not open again, or
 *   opened and refused.
 */

export const ASIDE = 'aside'; // records of no known shape: set aside, never dropped

export const DATABASE = 'ryggen-fri';
/**
 * The schema. A store that is missing is added, whatever version the database has: to a new one,
 * to one from before the store was thought of, to a damaged one. So pages of all ages share it.
 *
 * @type {Record<string, IDBObjectStoreParameters>}
 */
const STORES = {
  ticks: {}, notes: {}, lines: {}, meetings: {}, log: {}, settings: {}, [ASIDE]: { autoIncrement: true },
};

/** @type {Set<IDBTransaction>} */
const running = new Set();

// A page that is left may be kept to come back to, and what it has begun would keep every other page
// waiting. It begins again when it is shown. What is committed already cannot be taken back.
addEventListener('pagehide', () => {
  for (const transaction of running) {
    try {
      transaction.abort();
    } catch {}
  }
});

/** @param {IDBDatabase} database */
function missingStores(database) {
  return Object.keys(STORES).filter((name) => !database.objectStoreNames.contains(name));
}

/**
 * @param {() => void} blocked Called when another tab holds on to the database as it was.
 * @param {number} [version]
 * @returns {Promise<IDBDatabase>}
 */
function request(blocked, version) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, version);
    opening.onupgradeneeded = () => {
      const { result, transaction } = opening;
      running.add(/** @type {IDBTransaction} */ (transaction));
      for (const name of missingStores(result)) result.createObjectStore(name, STORES[name]);
    };
    opening.onblocked = blocked;
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => resolve(opening.result);
  });
}

/**
 * All of the work, or nothing. Resolves with whether it failed when the transaction is on disk, not
 * when its requests have succeeded. Rejects where it could not begin.
 *
 * @param {IDBDatabase} database
 * @param {(transaction: IDBTransaction) => void} work
 * @returns {Promise<boolean>}
 */
function run(database, work) {
  return new Promise((resolve) => {
    const stores = Object.keys(STORES);
    const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' });
    running.add(transaction);
    transaction.oncomplete = transaction.onabort = ({ type }) => {
      running.delete(transaction);
      resolve(type === 'abort');
    };
    try {
      work(transaction);
    } catch {
      transaction.abort();
    }
  });
}

export class Database {
  /** @type {Promise<IDBDatabase> | undefined} */
  #connection;
  /** @type {IDBDatabase | undefined} The last one that opened. */
  #database;
  #closed;
  #blocked;

  /**
   * @param {(isDeleted: boolean) => void} closed Called when the connection was taken away.
   * @param {() => void} blocked Called when an old tab keeps the database from being opened.
   */
  constructor(closed, blocked) {
    this.#closed = closed;
    this.#blocked = blocked;
  }

  /**
   * Resolves with nothing once the work is on disk, else with what was in the way. Never rejects.
   *
   * @param {(transaction: IDBTransaction) => void} work
   * @returns {Promise<Obstacle | undefined>}
   */
  async transact(work) {
    const obstacle = await this.#attempt(work);
    // A connection may have died without a word: the second try has a new one. Not on a page that is left.
    return obstacle && !document.hidden ? this.#attempt(work) : obstacle;
  }

  /** @param {(transaction: IDBTransaction) => void} work */
  async #attempt(work) {
    const connection = (this.#connection ??= this.#connect());
    const database = await connection.catch(() => undefined);
    if (!database) {
      if (this.#connection === connection) this.#connection = undefined;
      return this.#database ? 'lost' : 'unavailable';
    }
    if (!await run(database, work).catch(() => true)) return undefined;
    this.#leave(database);
    return 'failed';
  }

  async #connect() {
    let database = await request(this.#blocked);
    if (missingStores(database).length) {
      database.close();
      database = await request(this.#blocked, database.version + 1);
    }
    this.#database = database;
    /** @param {Event & { newVersion?: number | null }} event Its version is null where all is deleted. */
    const leave = ({ newVersion }) => {
      this.#leave(database);
      this.#closed(newVersion === null);
    };
    database.onclose = database.onversionchange = leave;
    return database;
  }

  /** @param {IDBDatabase} database */
  #leave(database) {
    database.close();
    if (database === this.#database) this.#connection = undefined;
  }
}
