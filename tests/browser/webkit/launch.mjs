import { missing, startDriver } from "./driver.mjs";
import { Page } from "./page.mjs";

/** Starts WebKit with a fresh profile. What it returns has those methods of a puppeteer browser that the tests use. */
export async function launchWebKit() {
  if (missing) throw new Error(`${missing}; ./test.sh installs it`);
  const { ask, close } = await startDriver();
  const first = await ask("/window");
  let current = first;
  let last = Promise.resolve();

  /**
   * The driver has one current window: what is to happen in another one waits for its turn.
   * @template T @param {string} handle @param {() => Promise<T>} run @returns {Promise<T>}
   */
  function inWindow(handle, run) {
    const result = last.then(async () => {
      if (current !== handle) await ask("/window", { handle });
      current = handle;
      return run();
    });
    last = result.then(
      () => {},
      () => {},
    );
    return result;
  }

  return {
    async newPage() {
      // A window and not a tab: the driver hangs when the mouse moves in a tab that it believes to be hidden.
      const { handle } = await inWindow(first, () => ask("/window/new", { type: "window" }));
      return new Page(ask, handle, inWindow);
    },
    close,
  };
}
