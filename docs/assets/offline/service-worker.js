/// <reference lib="webworker" />

/**
 * The service worker: it answers where the network does not, and keeps every file of a language that
 * somebody reads. The build writes the list of files before it (rendering/offline.py); where nothing
 * is to be kept, it removes itself.
 *
 * A file is kept under its address and the hash of its content. So a new version fetches only what
 * has changed, and both stand side by side until the new one takes over.
 */

const worker = /** @type {ServiceWorkerGlobalScope & { files: Record<string, string> }} */ (
  /** @type {unknown} */ (self));
const { files, registration } = worker; // path below the scope -> hash of the content
const { scope } = registration;
const PATIENCE = 3000; // milliseconds

/** @type {Set<string>} Clients whose page is of another version: our assets may not fit it. */
const strangers = new Set();

/** @param {string} url */
const pathOf = (url) => url.slice(scope.length).replace(/(\bindex\.html)?([?#].*)?$/, '');

/** @param {string} path */
const folderOf = (path) => (path.startsWith('en/') ? 'en/' : '');

/** @param {string} path */
const keyOf = (path) => `${scope}${path}?${files[path]}`;

/** @param {string} path */
const keptAt = (path) => caches.match(keyOf(path), { cacheName: scope });

async function install() {
  if (Object.keys(files).length) {
    return keep(await worker.clients.matchAll({ includeUncontrolled: true }));
  }
  await caches.delete(scope);
  await registration.unregister();
}

/**
 * Fetches what is missing of the languages of these addresses, and of those kept already: all of it,
 * or nothing. A redirect is an error, for it may lead to a page that asks who one is.
 *
 * @param {readonly { url: string }[]} opened
 */
async function keep(opened) {
  const cache = await caches.open(scope);
  const held = await cache.keys();
  const folders = [...held, ...opened].map(({ url }) => folderOf(pathOf(url)));
  const missing = Object.keys(files).filter((path) => folders.includes(folderOf(path))
    && !held.some(({ url }) => url === keyOf(path)));
  await cache.addAll(missing.map((path) => new Request(keyOf(path), { redirect: 'error' })));
}

/** Forgets what only the version before us had. */
async function takeOver() {
  const cache = await caches.open(scope);
  for (const { url } of await cache.keys()) if (url !== keyOf(pathOf(url))) await cache.delete(url);
  await worker.clients.claim();
}

/**
 * A page is asked for on the network first, and so is an asset that may not be of our version.
 *
 * @param {FetchEvent} event
 * @param {string} path
 * @param {boolean} isPage
 */
async function answer({ request, clientId, resultingClientId }, path, isPage) {
  const copy = await keptAt(path);
  if (copy && !isPage && !strangers.has(clientId)) return copy;
  try {
    const [response, text] = await Promise.race([ask(request), ...(copy ? [late()] : [])]);
    if (copy && response.status >= 500) return copy;
    if (isPage && text !== (await copy?.clone().text())) strangers.add(resultingClientId);
    return response;
  } catch {
    return copy ?? (isPage ? instead(path) : Response.error());
  }
}

/**
 * What the browser itself has kept may be of yet another version.
 *
 * @param {Request} request
 * @returns {Promise<[Response, string]>}
 */
async function ask(request) {
  const response = await fetch(request, { cache: 'no-cache' });
  return [response, await response.clone().text()];
}

/** @returns {Promise<never>} */
const late = () => new Promise((_, reject) => setTimeout(reject, PATIENCE));

/**
 * For a page that is not kept: its own address, which ends in a slash, or the offline page.
 *
 * @param {string} path
 */
async function instead(path) {
  if (`${path}/` in files) return Response.redirect(`${scope}${path}/`);
  for (const folder of [folderOf(path), '', 'en/']) {
    const response = await keptAt(`${folder}offline/`);
    if (response) return response;
  }
  return Response.error();
}

worker.oninstall = (event) => event.waitUntil(install());
worker.onactivate = (event) => event.waitUntil(takeOver());
worker.onmessage = () => void worker.skipWaiting(); // the reader wants it now
worker.onfetch = (event) => {
  const { request } = event;
  const path = pathOf(request.url);
  const isPage = request.mode === 'navigate';
  if (request.method !== 'GET' || !(isPage || path in files)) return;
  event.respondWith(answer(event, path, isPage));
  if (isPage) event.waitUntil(keep([request]));
};
