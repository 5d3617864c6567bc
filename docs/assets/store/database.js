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
      const database = opening.result;
      for (const name of missingStores(database)) database.createObjectStore(name, STORES[name]);
    };
    opening.onblocked = blocked;
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => resolve(opening.result);
  });
}

/** @param {() => void} blocked */
async function openDatabase(blocked) {
  const database = await request(blocked);
  if (missingStores(database).length === 0) return database;
  database.close();
  return request(blocked, database.version + 1);
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

/**
 * All of the work, or nothing.
 *
 * @param {IDBDatabase} database
 * @param {(transaction: IDBTransaction) => void} work
 */
async function run(database, work) {
  const stores = Object.keys(STORES);
  const transaction = database.transaction(stores, 'readwrite', { durability: 'strict' });
  const completed = completion(transaction);
  try {
    work(transaction);
  } catch {
    transaction.abort();
  }
  await completed;
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
    // A connection may have died without a word: the second try has a new one.
    return (await this.#attempt(work)) && this.#attempt(work);
  }

  /** @param {(transaction: IDBTransaction) => void} work */
  async #attempt(work) {
    const connection = (this.#connection ??= this.#connect());
    const database = await connection.catch(() => undefined);
    if (!database) {
      if (this.#connection === connection) this.#connection = undefined;
      return this.#database ? 'lost' : 'unavailable';
    }
    const failed = await run(database, work).then(() => false, () => true);
    if (failed) this.#leave(database);
    return failed ? 'failed' : undefined;
  }

  async #connect() {
    const database = await openDatabase(this.#blocked);
    this.#database = database;
    const leave = (isDeleted = false) => {
      this.#leave(database);
      this.#closed(isDeleted);
    };
    database.onclose = () => leave();
    database.onversionchange = ({ newVersion }) => leave(newVersion === null);
    return database;
  }

  /** @param {IDBDatabase} database */
  #leave(database) {
    database.close();
    if (database === this.#database) this.#connection = undefined;
  }
}
