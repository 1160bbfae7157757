/**
 * The service worker: it keeps every file of one build, so that the page opens without a network. The
 * build writes the constant BUILD before this script (scripts/offline.mjs) and puts both at the root.
 *
 * A version comes whole or not at all: its files are fetched by their hashes, and one that is missing
 * or from another build ends the installation. The old version serves every open page until somebody
 * agrees to the new one; then all pages are loaded anew, so none is ever made of both.
 */

const worker = /** @type {any} */ (self);
const home = () => new URL(worker.registration.scope);
// Several copies of the page may lie under one origin.
const family = () => `newsmark ${home().pathname} `;
const cacheName = () => family() + BUILD.version;

worker.addEventListener("install", (/** @type {any} */ event) => {
  event.waitUntil(fill());
  route(event).catch(() => {});
});
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(forgetOthers()));
worker.addEventListener(
  "message",
  (/** @type {MessageEvent} */ { data }) => data === "take over" && worker.skipWaiting(),
);
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const file = fileOf(event.request);
  if (file !== null) event.respondWith(kept(file, event.request));
});

async function fill() {
  const cache = await caches.open(cacheName());
  try {
    await Promise.all(Object.keys(BUILD.files).map(async (file) => cache.put(address(file), await fetched(file))));
  } catch (error) {
    await caches.delete(cacheName());
    throw error;
  }
}

/**
 * Where the browser can look into the cache itself, nobody waits for this worker to start.
 * @param {any} event
 */
async function route(event) {
  const condition = { or: Object.keys(BUILD.files).map((file) => ({ urlPattern: address(file) })) };
  await event.addRoutes?.({ condition, source: { cacheName: cacheName() } });
}

async function forgetOthers() {
  const others = (await caches.keys()).filter((name) => name.startsWith(family()) && name !== cacheName());
  await Promise.all(others.map((name) => caches.delete(name)));
}

/** @param {string} file @param {Request} request */
async function kept(file, request) {
  const found = await caches.match(address(file), { cacheName: cacheName() });
  if (found) return found;
  // If the browser has thrown all of it away, to make room: what the server has now is one version as well.
  return (await caches.has(cacheName())) ? fetched(file) : fetch(request);
}

/** From the server, if it has the file of this build. @param {string} file */
async function fetched(file) {
  const response = await fetch(address(file), { integrity: BUILD.files[file], cache: "no-cache" });
  if (!response.ok) throw new Error(`${file} could not be loaded (${response.status})`);
  return response;
}

/** @param {string} file */
const address = (file) => new URL(file, home()).href;

/**
 * Which of the build's files a request asks for; null if none.
 * @param {Request} request
 */
function fileOf({ method, url }) {
  const { origin, pathname } = new URL(url);
  const { origin: ours, pathname: folder } = home();
  if (method !== "GET" || origin !== ours || !pathname.startsWith(folder)) return null;
  const name = pathname.slice(folder.length);
  const file = name === "" || name === "index.html" ? "./" : name;
  return Object.hasOwn(BUILD.files, file) ? file : null;
}
