/// <reference lib="webworker" />

/**
 * The service worker: makes the guide available offline, by caching all files of each language that is
 * read. The build prepends the list of files (rendering/offline.py). If the list is empty, it
 * unregisters itself.
 *
 * A file is cached under its address and the hash of its content. So a new version fetches only what
 * has changed, and both versions are cached until the new one takes over.
 */

const worker = /** @type {ServiceWorkerGlobalScope & { files: Record<string, string> }} */ (
  /** @type {unknown} */ (self));
const { files, registration } = worker; // path below the scope -> hash of the content
const { scope } = registration;
const TIMEOUT_MS = 3000;

/** @type {Set<string>} Clients whose page is of another version, which our assets may not fit. */
const clientsOfOtherVersion = new Set();

/** @param {string} url */
const pathOf = (url) => url.slice(scope.length).replace(/(\bindex\.html)?([?#].*)?$/, '');

const OFFLINE = 'offline/';

/** The folder of each language but the default, as 'en/': each has an offline page. */
const folders = Object.keys(files ?? {}).filter((path) => /^\w+\/offline\/$/.test(path))
  .map((path) => path.slice(0, -OFFLINE.length));

/** @param {string} path */
const folderOf = (path) => folders.find((folder) => path.startsWith(folder)) ?? '';

/** @param {string} path */
const keyOf = (path) => `${scope}${path}?${files[path]}`;

/** @param {string} path */
const cachedCopy = (path) => caches.match(keyOf(path), { cacheName: scope });

async function install() {
  if (Object.keys(files).length) {
    return cacheFiles(await worker.clients.matchAll({ includeUncontrolled: true }));
  }
  await caches.delete(scope);
  await registration.unregister();
}

/**
 * Caches the missing files of the languages of these pages and of those cached already: all or
 * nothing. A redirect is an error, as it may lead to a login page.
 *
 * @param {readonly { url: string }[]} opened
 */
async function cacheFiles(opened) {
  const cache = await caches.open(scope);
  const cached = await cache.keys();
  const folders = [...cached, ...opened].map(({ url }) => folderOf(pathOf(url)));
  const missing = Object.keys(files).filter((path) => folders.includes(folderOf(path))
    && !cached.some(({ url }) => url === keyOf(path)));
  await cache.addAll(missing.map((path) => new Request(keyOf(path), { redirect: 'error' })));
}

/** Removes files of earlier versions. */
async function takeOver() {
  const cache = await caches.open(scope);
  for (const { url } of await cache.keys()) if (url !== keyOf(pathOf(url))) await cache.delete(url);
  await worker.clients.claim();
}

/**
 * Network first for a page, and for an asset of a page of another version; cache first for the rest.
 *
 * @param {FetchEvent} event
 * @param {string} path
 * @param {boolean} isPage
 */
async function answer({ request, clientId, resultingClientId }, path, isPage) {
  const copy = await cachedCopy(path);
  if (copy && !isPage && !clientsOfOtherVersion.has(clientId)) return copy;
  try {
    const [response, text] = await Promise.race([fetchFresh(request), ...(copy ? [timeout()] : [])]);
    if (copy && response.status >= 500) return copy;
    if (isPage && text !== (await copy?.clone().text())) clientsOfOtherVersion.add(resultingClientId);
    return response;
  } catch {
    return copy ?? (isPage ? fallback(path) : Response.error());
  }
}

/**
 * Revalidates the browser's HTTP cache, which may hold yet another version.
 *
 * @param {Request} request
 * @returns {Promise<[Response, string]>}
 */
async function fetchFresh(request) {
  const response = await fetch(request, { cache: 'no-cache' });
  return [response, await response.clone().text()];
}

/** @returns {Promise<never>} */
const timeout = () => new Promise((_, reject) => setTimeout(reject, TIMEOUT_MS));

/**
 * For a page that is not cached: a redirect to its address with a slash, or the offline page.
 *
 * @param {string} path
 */
async function fallback(path) {
  if (`${path}/` in files) return Response.redirect(`${scope}${path}/`);
  for (const folder of [folderOf(path), '', ...folders]) {
    const response = await cachedCopy(`${folder}${OFFLINE}`);
    if (response) return response;
  }
  return Response.error();
}

worker.oninstall = (event) => event.waitUntil(install());
worker.onactivate = (event) => event.waitUntil(takeOver());
worker.onmessage = () => void worker.skipWaiting(); // the reader chose to update
worker.onfetch = (event) => {
  const { request } = event;
  const path = pathOf(request.url);
  const isPage = request.mode === 'navigate';
  if (request.method !== 'GET' || !(isPage || path in files)) return;
  event.respondWith(answer(event, path, isPage));
  if (isPage) event.waitUntil(cacheFiles([request]));
};
