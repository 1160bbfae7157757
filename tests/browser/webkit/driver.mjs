// WebKit, the engine of Safari, as Debian packages it for GTK. It is operated by W3C WebDriver, because puppeteer cannot.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { access } from "node:fs/promises";
import { createInterface } from "node:readline";

const DRIVER = process.env.WEBKIT_DRIVER ?? "/usr/bin/WebKitWebDriver";

/** Why WebKit cannot be tested here; undefined if it can. */
export const missing = await Promise.all([access(DRIVER), access("/usr/bin/Xvfb")]).then(
  () => undefined,
  () => "WebKitWebDriver or Xvfb is not installed",
);

/** Starts WebKit on a display of its own, and a session of WebDriver in it. */
export async function startDriver() {
  const screen = spawn("/usr/bin/Xvfb", ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const [display] = await once(createInterface(/** @type {any} */ (screen.stdio[3])), "line");
  const port = 20_000 + (process.pid % 20_000);
  const driver = spawn(DRIVER, [`--port=${port}`, "--host=127.0.0.1"], {
    stdio: "ignore",
    env: {
      ...process.env,
      DISPLAY: `:${display}`,
      LIBGL_ALWAYS_SOFTWARE: "1",
      WEBKIT_DISABLE_COMPOSITING_MODE: "1",
      // Its sandbox does not work for root, and in a container the tests run as root.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
    },
  });

  /** @param {string} path @param {object} [body] @param {string} [method] */
  async function request(path, body, method = body ? "POST" : "GET") {
    const options = { method, body: body && JSON.stringify(body) };
    const response = await fetch(`http://127.0.0.1:${port}${path}`, options);
    const { value } = /** @type {any} */ (await response.json());
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }

  for (let tries = 0; ; tries++) {
    const up = await request("/status").then(
      () => true,
      () => false,
    );
    if (up) break;
    if (tries > 100) throw new Error("WebKitWebDriver does not answer");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const options = { binary: process.env.WEBKIT_BIN, args: ["--automation"] };
  const { sessionId } = await request("/session", {
    capabilities: { alwaysMatch: options.binary ? { "webkitgtk:browserOptions": options } : {} },
  });

  /** Sends a command of the session. @param {string} command @param {object} [body] @param {string} [method] */
  const ask = (command, body, method) => request(`/session/${sessionId}${command}`, body, method);
  await ask("/timeouts", { script: 120_000, pageLoad: 120_000 });

  async function close() {
    await ask("", undefined, "DELETE").catch(() => {});
    driver.kill();
    screen.kill();
  }
  return { ask, close };
}
