"""Reading and writing the browser's database from a test, beside the site's own code."""

from typing import Any

from playwright.sync_api import Page

Stored = dict[str, list[tuple[list[str], Any]]]
"""Store -> keys and records."""
NAMES = "indexedDB.databases().then((all) => all.map(({ name }) => name))"
_OPEN = """
const open = () => new Promise((resolve, reject) => {
  const request = indexedDB.open('ryggen-fri');
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
const done = (work) => new Promise((resolve, reject) => {
  work.oncomplete = work.onsuccess = () => resolve(work.result);
  work.onabort = work.onerror = () => reject(work.error);
});
"""
_PUT = f"""async (records) => {{ {_OPEN}
  const database = await open();
  const work = database.transaction(Object.keys(records), 'readwrite');
  for (const [store, entries] of Object.entries(records)) {{
    for (const [key, record] of entries) work.objectStore(store).put(record, key);
  }}
  await done(work);
  database.close();
}}"""
_GET = f"""async () => {{ {_OPEN}
  const database = await open();
  const all = {{}};
  for (const name of database.objectStoreNames) {{
    const store = database.transaction(name).objectStore(name);
    const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()].map(done));
    all[name] = keys.map((key, index) => [key, values[index]]);
  }}
  database.close();
  return all;
}}"""


def put(page: Page, records: Stored) -> None:
    """Write raw records. The page must have opened the database already."""
    page.evaluate(_PUT, records)


def stored(page: Page) -> Stored:
    """Everything that is kept, the marks of what was removed too, but not what was set aside."""
    everything: dict[str, list[list[Any]]] = page.evaluate(_GET)
    return {
        name: [(key, record) for key, record in entries]
        for name, entries in everything.items()
        if name != "aside"
    }


def read_records(page: Page, store: str) -> list[Any]:
    """The records of a store, without the marks of what was removed."""
    records = [record for _, record in page.evaluate(_GET)[store]]
    return [each for each in records if not (isinstance(each, dict) and each.get("removed"))]


def read_keys(page: Page, store: str) -> list[list[str]]:
    return [key for key, _ in page.evaluate(_GET)[store]]
