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

/** Starts WebKit on a display of its own. */
export async function launchWebKit() {
  const screen = spawn("/usr/bin/Xvfb", ["-displayfd", "3", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"], {
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
  const server = `http://127.0.0.1:${port}`;

  /** @param {string} path @param {object} [body] @param {string} [method] */
  async function ask(path, body, method = body ? "POST" : "GET") {
    const response = await fetch(`${server}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = /** @type {any} */ (await response.json());
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }

  for (let tries = 0; ; tries++) {
    const up = await ask("/status").then(
      () => true,
      () => false,
    );
    if (up) break;
    if (tries > 100) throw new Error("WebKitWebDriver does not answer");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const options = { binary: process.env.WEBKIT_BIN, args: ["--automation"] };
  const { sessionId } = await ask("/session", {
    capabilities: { alwaysMatch: options.binary ? { "webkitgtk:browserOptions": options } : {} },
  });
  const session = `/session/${sessionId}`;
  await ask(`${session}/timeouts`, { script: 120_000, pageLoad: 120_000 });

  return {
    /** @param {string} url */
    goto: (url) => ask(`${session}/url`, { url }),
    /**
     * Runs a function in the page, and waits for its promise.
     * @param {(...args: any[]) => unknown} run
     * @param {unknown[]} args
     */
    evaluate: (run, ...args) =>
      ask(`${session}/execute/async`, {
        script: `const done = arguments[arguments.length - 1];
          Promise.resolve((${run})(...Array.from(arguments).slice(0, -1))).then((value) => done({ value }), (error) => done({ failed: String(error) }));`,
        args,
      }).then(({ value, failed }) => {
        if (failed) throw new Error(failed);
        return value;
      }),
    /** @param {string} selector */
    find: async (selector) =>
      Object.values(await ask(`${session}/element`, { using: "css selector", value: selector }))[0],
    /** What a screen reader gets. @param {string} element */
    async spoken(element) {
      const [role, label] = await Promise.all(
        ["computedrole", "computedlabel"].map((what) => ask(`${session}/element/${element}/${what}`)),
      );
      return { role, label };
    },
    /** A picture of the window, as PNG in base64. @returns {Promise<string>} */
    screenshot: () => ask(`${session}/screenshot`),
    /** @param {number} width @param {number} height */
    resize: (width, height) => ask(`${session}/window/rect`, { width, height }),
    async close() {
      await ask(session, undefined, "DELETE").catch(() => {});
      driver.kill();
      screen.kill();
    },
  };
}
