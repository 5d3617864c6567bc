/**
 * The IndexedDB database: opened on first use, and again after it was closed.
 *
 * @typedef {'unavailable' | 'lost' | 'failed'} DatabaseError It never opened, could not be reopened, or
 *   refused a transaction.
 */

import { guideId } from '../site/guide.js';

export const QUARANTINE = 'aside'; // corrupt records are kept here, never dropped

/**
 * The schema. Missing stores are added, whatever the version of the database, and nothing is ever
 * removed: so open tabs of older and newer builds share one database.
 *
 * @type {Record<string, IDBObjectStoreParameters>}
 */
const STORES = {
  ticks: {}, notes: {}, lines: {}, meetings: {}, log: {}, settings: {}, [QUARANTINE]: { autoIncrement: true },
};

/** @type {Set<IDBTransaction>} */
const running = new Set();

// A page in the back/forward cache would block all other pages with its open transactions. They are
// run again when it is restored. A transaction that has committed cannot be aborted.
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
 * @param {() => void} blocked Called when another tab keeps an older version of the database open.
 * @param {number} [version]
 * @returns {Promise<IDBDatabase>}
 */
function request(blocked, version) {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(guideId(), version);
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
 * Resolves with whether the transaction failed, once it is on disk, not when its requests have
 * succeeded. Rejects if it could not begin.
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
  /** @type {IDBDatabase | undefined} The latest connection. */
  #database;
  #closed;
  #blocked;

  /**
   * @param {(isDeleted: boolean) => void} closed Called when the browser has closed the connection.
   * @param {() => void} blocked Called when an older tab prevents opening the database.
   */
  constructor(closed, blocked) {
    this.#closed = closed;
    this.#blocked = blocked;
  }

  /**
   * Resolves with nothing once the work is on disk, otherwise with the error. Never rejects.
   *
   * @param {(transaction: IDBTransaction) => void} work
   * @returns {Promise<DatabaseError | undefined>}
   */
  async transact(work) {
    const error = await this.#attempt(work);
    // A connection may have died silently: try again with a new one, unless the page is being left.
    return error && !document.hidden ? this.#attempt(work) : error;
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
    this.#disconnect(database);
    return 'failed';
  }

  async #connect() {
    let database = await request(this.#blocked);
    if (missingStores(database).length) {
      database.close();
      database = await request(this.#blocked, database.version + 1);
    }
    this.#database = database;
    /** @param {Event & { newVersion?: number | null }} event The version is null if the database is deleted. */
    const close = ({ newVersion }) => {
      this.#disconnect(database);
      this.#closed(newVersion === null);
    };
    database.onclose = database.onversionchange = close;
    return database;
  }

  /** @param {IDBDatabase} database */
  #disconnect(database) {
    database.close();
    if (database === this.#database) this.#connection = undefined;
  }
}
