/**
 * What a reader does in one of several tabs, for test_three_tabs.py: started without waiting, so that
 * the tabs overlap. Every text that is written has a word of its own.
 */
async (assets) => {
  const load = (name) => import(assets + name);
  const [{ openStore }, { mergeFields }, { changeUndoably }, { openNote }, { openForm }] = await Promise.all(
    ['store/store.js', 'store/edit.js', 'site/undoable.js', 'own/notes.js', 'own/own-lines.js'].map(load));
  const [PATIENCE_MS, PAUSE_MS] = [10_000, 20];
  const NAMES = ['ticks', 'notes', 'lines', 'meetings', 'log'];
  const page = document.querySelector('checklist-page');
  const shelves = Object.fromEntries(NAMES.map((name) => [name, openStore().shelf(name)]));
  await Promise.all(NAMES.map((name) => shelves[name].subscribe(() => {})));
  /** @type {Promise<unknown>[]} */
  let begun = [];
  /** Words that are on disk. */
  let written = [];

  /** As a form does: from what it showed when it was opened, which may be old by now. */
  const edit = (store, id, field, word) => {
    const base = shelves[store].records.get(id);
    if (!base) return undefined;
    const before = base[field];
    const mine = { [field]: Array.isArray(before) ? [...before, word] : before ? `${before}\n${word}` : word };
    return (now) => now && mergeFields(base, mine, now);
  };
  const OPERATIONS = {
    tick: ({ item }) => page.items[item].element.querySelector('input').click(),
    'not relevant': ({ item }) => page.items[item].toggleRelevance(),
    note: ({ item, word, leaves }) => {
      openNote(page.items[item]);
      const field = document.activeElement;
      field.value += `\n${word}`;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      if (leaves) field.blur();
      written.push(word);
    },
    line: ({ item, word }) => {
      openForm(page.items[item].element, { of: '' });
      const form = page.items[item].element.querySelector('form.own-form');
      form.querySelector('textarea').value = word;
      form.requestSubmit();
      written.push(word);
    },
    'remove a line': () => document.querySelector('.own-action--remove')?.click(),
    edit: async ({ store, id, field, word }) => {
      const change = edit(store, id, field, word);
      const steps = change && await shelves[store].update(new Map([[id, change]]));
      if (steps?.get(id)?.after) written.push(word);
    },
    'edit undoably': ({ store, id, field, word }) => {
      const change = edit(store, id, field, word);
      return change && changeUndoably([[shelves[store], new Map([[id, change]])]]);
    },
    archive: ({ id }) => shelves.meetings.update(new Map([[id, (meeting) =>
      meeting && { ...meeting, archived: meeting.archived ? undefined : true }]])),
    remove: ({ store, id }) => changeUndoably([[shelves[store], new Map([[id, () => null]])]]),
    reset: () => page.querySelector('[data-action="reset"]').click(),
    undo: () => document.querySelector('.site-status > button:not([hidden])')?.click(),
  };
  const later = (time, work) => new Promise((resolve) => {
    setTimeout(() => resolve(work()), time);
  });
  window.begin = (operations) => {
    begun.push(...operations.map(({ name, time, ...what }) => later(time, () => OPERATIONS[name](what))));
  };
  /** Waits until all is on disk, or for another tab. Returns the words that were written. */
  window.finish = async () => {
    await Promise.all(begun);
    await load('site/undoable.js'); // after those that wait for it, as a click on reset does
    document.activeElement.blur();
    const words = written;
    [begun, written] = [[], []];
    return words;
  };

  const done = (request) => new Promise((resolve) => {
    request.onsuccess = () => resolve(request.result);
  });
  const disk = async () => {
    const database = await done(indexedDB.open('ryggen-fri'));
    const all = {};
    for (const name of NAMES) {
      const store = database.transaction(name).objectStore(name);
      const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()].map(done));
      const there = keys.map((key, index) => [[key].flat().join(' '), values[index]]);
      all[name] = there.filter(([, { removed }]) => !removed);
    }
    database.close();
    return all;
  };
  const known = () => Object.fromEntries(NAMES.map((name) => [name, [...shelves[name].records].sort()]));
  /** What stands on the page, in the form of what should. */
  const shown = () => page.items.map(({ element }) => [
    element.dataset.state,
    element.querySelector('.own-note__text')?.textContent ?? '',
    [...element.querySelectorAll('.own-line q')].map(({ textContent }) => textContent).sort(),
  ]);
  const wanted = ({ ticks, notes, lines }) => page.items.map(({ id }) => {
    const key = `default situations/saying-no ${id}`;
    const find = (records) => records.find(([name]) => name === key)?.[1];
    const own = lines.filter(([name]) => name.startsWith(`${key} `)).map(([, { text }]) => text);
    return [find(ticks)?.state ?? 'open', find(notes)?.text ?? '', own.sort()];
  });
  const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  const isAgreed = (there, words) => {
    const sorted = Object.fromEntries(NAMES.map((name) => [name, there[name].sort()]));
    const notes = JSON.stringify(there.notes);
    return openStore().isSaved && isSame(sorted, known()) && isSame(wanted(there), shown())
      && words.every((word) => notes.includes(word));
  };
  /** What is on disk, once the tab knows and shows the same, and nothing waits. Fails if it never does. */
  window.agreed = async (words) => {
    const end = performance.now() + PATIENCE_MS;
    for (;;) {
      const there = await disk();
      if (isAgreed(there, words)) return there;
      if (performance.now() > end) {
        throw new Error(JSON.stringify({ disk: wanted(there), page: shown(), error: openStore().error, there, known: known() }));
      }
      await later(PAUSE_MS, () => {});
    }
  };
}
