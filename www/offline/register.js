/**
 * The page's side of the service worker: it is registered, and a new version is announced.
 *
 * @typedef {import("../page/notices.js").Notices} Notices
 */

import { scriptAddress } from "../trusted.js";

const HOUR = 3_600_000;

/**
 * @param {Notices} notices
 * @param {() => Promise<unknown>} save called before the page is loaded anew
 * @param {Promise<void>} idle when all files may be fetched once more, to be kept
 */
export async function mountOffline(notices, save, idle) {
  const { serviceWorker } = navigator;
  // Browsers have none over plain http; and the one-file form needs none.
  if (!serviceWorker || document.querySelector("script[data-embedded]")) return;
  let isReloading = false;
  const reload = async () => {
    if (isReloading) return;
    isReloading = true;
    await save();
    location.reload();
  };
  // Somebody has agreed to the new version, here or in another tab: what this page would load from now
  // on is of that version. A page that had no service worker yet is of it already.
  if (serviceWorker.controller) serviceWorker.addEventListener("controllerchange", reload);

  await idle;
  const registration = await serviceWorker
    .register(scriptAddress("service-worker.js"), { updateViaCache: "none" })
    .catch(() => null);
  // The page works as well without.
  if (!registration) return;
  // What is called "waiting" is a version that was loaded while an older one is in use.
  const announce = () => {
    const { waiting, active } = registration;
    if (!waiting || !active) return;
    waiting.addEventListener("statechange", () => waiting.state === "activated" && reload());
    notices.show("update", "A new version of Newsmark is ready.", {
      label: "Reload",
      act: () => waiting.postMessage("take over"),
    });
  };
  announce();
  registration.addEventListener("updatefound", () =>
    registration.installing?.addEventListener("statechange", announce),
  );

  // Some keep the page open for days.
  let lastCheck = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - lastCheck < HOUR) return;
    lastCheck = Date.now();
    registration.update().catch(() => {});
  });
}
