/**
 * The service worker: caches every file of one build, so that the page opens without a network. The build writes the
 * constant BUILD before this script (scripts/offline.mjs) and puts both at the root.
 *
 * A version is installed completely or not at all: files are fetched with their hashes, and a file that is missing or
 * from another build aborts the installation. The old version serves every open page until the user accepts the new
 * one. Then all pages are reloaded, so that no page mixes two versions.
 */

const worker = /** @type {any} */ (self);
const scopeUrl = () => new URL(worker.registration.scope);
// One origin may host several copies of the page.
const cachePrefix = () => `newsmark ${scopeUrl().pathname} `;
const cacheName = () => cachePrefix() + BUILD.version;

worker.addEventListener("install", (/** @type {any} */ event) => {
  event.waitUntil(fillCache());
  addRoutes(event).catch(() => {});
});
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(deleteOtherCaches()));
worker.addEventListener(
  "message",
  (/** @type {MessageEvent} */ { data }) => data === "take over" && worker.skipWaiting(),
);
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const file = fileFor(event.request);
  if (file !== null) event.respondWith(cachedOr(file, event.request));
});

async function fillCache() {
  const cache = await caches.open(cacheName());
  try {
    await Promise.all(
      Object.keys(BUILD.files).map(async (file) => cache.put(address(file), await fetchVerified(file))),
    );
  } catch (error) {
    await caches.delete(cacheName());
    throw error;
  }
}

/**
 * Where the browser can look into the cache itself, it need not wait for this worker to start.
 * @param {any} event
 */
async function addRoutes(event) {
  const condition = { or: Object.keys(BUILD.files).map((file) => ({ urlPattern: address(file) })) };
  await event.addRoutes?.({ condition, source: { cacheName: cacheName() } });
}

async function deleteOtherCaches() {
  const others = (await caches.keys()).filter((name) => name.startsWith(cachePrefix()) && name !== cacheName());
  await Promise.all(others.map((name) => caches.delete(name)));
}

/** @param {string} file @param {Request} request */
async function cachedOr(file, request) {
  const found = await caches.match(address(file), { cacheName: cacheName() });
  if (found) return found;
  // If the browser has evicted the whole cache to free space, what the server has now is one version as well.
  return (await caches.has(cacheName())) ? fetchVerified(file) : fetch(request);
}

/** Fetches a file from the server if it belongs to this build. @param {string} file */
async function fetchVerified(file) {
  const response = await fetch(address(file), { integrity: BUILD.files[file], cache: "no-cache" });
  if (!response.ok) throw new Error(`${file} could not be loaded (${response.status})`);
  return response;
}

/** @param {string} file */
const address = (file) => new URL(file, scopeUrl()).href;

/**
 * The file of the build that a request is for, or null.
 * @param {Request} request
 */
function fileFor({ method, url }) {
  const { origin, pathname } = new URL(url);
  const { origin: ours, pathname: folder } = scopeUrl();
  if (method !== "GET" || origin !== ours || !pathname.startsWith(folder)) return null;
  const name = pathname.slice(folder.length);
  const file = name === "" || name === "index.html" ? "./" : name;
  return Object.hasOwn(BUILD.files, file) ? file : null;
}
