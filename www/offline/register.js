/**
 * Registers the service worker and announces new versions.
 *
 * @typedef {import("../page/notices.js").Notices} Notices
 */

import { scriptAddress } from "../trusted.js";

const HOUR = 3_600_000;

/**
 * @param {Notices} notices
 * @param {() => Promise<unknown>} save called before the page is reloaded
 * @param {Promise<void>} idle resolves when all files may be fetched again, to be cached
 */
export async function mountOffline(notices, save, idle) {
  const { serviceWorker } = navigator;
  // Browsers have no service worker over plain HTTP, and the one-file form needs none.
  if (!serviceWorker || document.querySelector("script[data-embedded]")) return;
  let isReloading = false;
  const reload = async () => {
    if (isReloading) return;
    isReloading = true;
    await save();
    location.reload();
  };
  // The user has accepted the new version, here or in another tab. Everything this page would load from now on belongs
  // to that version. A page without a service worker already shows it.
  if (serviceWorker.controller) serviceWorker.addEventListener("controllerchange", reload);

  await idle;
  const registration = await serviceWorker
    .register(scriptAddress("service-worker.js"), { updateViaCache: "none" })
    .catch(() => null);
  // The page also works without a service worker.
  if (!registration) return;
  // A "waiting" version has been installed while an older one is in use.
  const announce = () => {
    const { waiting, active } = registration;
    if (!waiting || !active) return;
    waiting.addEventListener("statechange", () => waiting.state === "activated" && reload());
    notices.show("update", "A new version of Newsmark is available.", {
      label: "Reload",
      act: () => waiting.postMessage("take over"),
    });
  };
  announce();
  registration.addEventListener("updatefound", () =>
    registration.installing?.addEventListener("statechange", announce),
  );

  // Some users keep the page open for days.
  let lastCheck = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - lastCheck < HOUR) return;
    lastCheck = Date.now();
    registration.update().catch(() => {});
  });
}
