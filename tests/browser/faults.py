"""Browsers that fail: scripts that run before a page is opened."""

NO_STORAGE = """
  const forbidden = { get() { throw new DOMException('no', 'SecurityError'); } };
  Object.defineProperty(window, 'indexedDB', forbidden);
  Storage.prototype.setItem = forbidden.get;
"""
NO_SETTINGS = """
  const none = { get() { throw new DOMException('no', 'SecurityError'); }, configurable: true };
  Object.defineProperty(window, 'localStorage', none);
"""
NO_CHANNEL = "delete window.BroadcastChannel"
REFUSE = """
  for (const name of ['put', 'add', 'delete']) {
    const method = IDBObjectStore.prototype[name];
    IDBObjectStore.prototype[name] = function (...given) {
      if (window.refusing) throw new DOMException('full', 'QuotaExceededError');
      return method.apply(this, given);
    };
  }
"""
"""Nothing can be written while `window.refusing` is set."""
REFUSE_ALWAYS = f"{REFUSE}window.refusing = true;"
REFUSE_TO_OPEN = """
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (...given) {
    if (window.refusing) throw new DOMException('no', 'UnknownError');
    return open.apply(this, given);
  };
"""
REFUSE_LATER = """
  const put = IDBObjectStore.prototype.put;
  window.room = Infinity;
  IDBObjectStore.prototype.put = function (...given) {
    if (window.room === 0) throw new DOMException('full', 'QuotaExceededError');
    window.room -= 1;
    return put.apply(this, given);
  };
"""
"""There is room for `window.room` records more."""
HOLD_OPENING = """
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (...given) {
    const promised = {};
    window.answer = () => {
      IDBFactory.prototype.open = open;
      const real = open.apply(this, given);
      Object.defineProperty(promised, 'result', { get: () => real.result });
      for (const name of ['onupgradeneeded', 'onsuccess', 'onerror']) real[name] = promised[name];
    };
    return promised;
  };
"""
"""The database answers when `window.answer()` is called."""
HOLD_SAVING = """
  const held = [];
  window.durabilities = [];
  const handler = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'oncomplete');
  Object.defineProperty(IDBTransaction.prototype, 'oncomplete', {
    set(listener) {
      window.durabilities.push(this.durability);
      handler.set.call(this, (event) => (
        window.holding ? held.push(() => listener(event)) : listener(event)));
    },
  });
  window.release = () => { window.holding = false; held.splice(0).forEach((run) => run()); };
"""
"""While `window.holding` is set, no transaction completes before `window.release()`."""
BREAK_ONCE = """
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (...given) {
    const request = put.apply(this, given);
    const meanwhile = window.meanwhile;
    window.meanwhile = null;
    if (meanwhile) {
      meanwhile();
      this.transaction.abort();
    }
    return request;
  };
"""
"""The transaction in which `window.meanwhile` runs is aborted."""
