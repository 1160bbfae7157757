// Those methods of puppeteer's pages that the tests use, for WebKit.

import { readFile } from "node:fs/promises";
import { keysOf, keyValue } from "./keys.mjs";

/** WebDriver's name for a reference to an element. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

const pause = (/** @type {number} */ milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** An element of the page. */
class ElementHandle {
  /** @param {Page} page @param {string} id */
  constructor(page, id) {
    this.page = page;
    this.id = id;
  }

  toJSON() {
    return { [ELEMENT]: this.id };
  }

  click() {
    return this.page.clickElement(this.id);
  }

  focus() {
    return this.page.evaluate((element) => element.focus(), this);
  }

  /** @param {(element: any, ...args: any[]) => unknown} run @param {unknown[]} args */
  evaluate(run, ...args) {
    return this.page.evaluate(run, this, ...args);
  }

  /** @param {string} selector @param {(element: any, ...args: any[]) => unknown} run @param {unknown[]} args */
  async $eval(selector, run, ...args) {
    const id = await this.page.inTurn(() =>
      this.page.ask(`/element/${this.id}/element`, { using: "css selector", value: selector }),
    );
    return this.page.evaluate(run, new ElementHandle(this.page, id[ELEMENT]), ...args);
  }

  scrollIntoView() {
    return this.evaluate((element) => element.scrollIntoView({ block: "nearest", behavior: "instant" }));
  }

  boundingBox() {
    return this.evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x, y, width, height };
    });
  }

  /** Chooses files, if the element is an input for them. @param {string[]} files */
  async uploadFile(...files) {
    // WebKitGTK’s driver has no such command for a hidden input.
    const chosen = await Promise.all(
      files.map(async (file) => ({ name: file.split("/").at(-1), base64: (await readFile(file)).toString("base64") })),
    );
    await this.evaluate((input, chosen) => {
      const transfer = new DataTransfer();
      for (const { name, base64 } of chosen) {
        const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
        transfer.items.add(new File([bytes], name));
      }
      input.files = transfer.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }, chosen);
  }

  /** What a screen reader gets. */
  async spoken() {
    const [role, label] = await this.page.inTurn(() =>
      Promise.all(["computedrole", "computedlabel"].map((what) => this.page.ask(`/element/${this.id}/${what}`))),
    );
    return { role, label };
  }
}

/** A window. The driver knows one current window, so every command goes there first. */
export class Page {
  #listeners = /** @type {Record<string, ((event: any) => void)[]>} */ ({});
  #polled = 0;

  /**
   * @param {(command: string, body?: object, method?: string) => Promise<any>} ask
   * @param {string} handle
   * @param {<T>(handle: string, run: () => Promise<T>) => Promise<T>} inWindow
   */
  constructor(ask, handle, inWindow) {
    this.ask = ask;
    this.handle = handle;
    /** Runs commands in this window, after those that wait already. @type {<T>(run: () => Promise<T>) => Promise<T>} */
    this.inTurn = (run) => inWindow(handle, run);
    this.keyboard = {
      down: (/** @type {string} */ key) => this.#keys([{ type: "keyDown", value: keyValue(key) }]),
      up: (/** @type {string} */ key) => this.#keys([{ type: "keyUp", value: keyValue(key) }]),
      press: (/** @type {string} */ key) => this.#typed([keyValue(key)]),
      type: (/** @type {string} */ text) => this.#typed(keysOf(text)),
    };
    this.mouse = {
      move: (/** @type {number} */ x, /** @type {number} */ y) => this.#pointer([moveTo(x, y)]),
      down: () => this.#pointer([DOWN]),
      up: () => this.#pointer([UP]),
      /** @param {number} x @param {number} y @param {{ count?: number }} [options] */
      click: (x, y, { count = 1 } = {}) => this.#pointer([moveTo(x, y), ...clicks(count)]),
    };
  }

  /**
   * Only "console" (of errors, after the page has loaded) and "pageerror" are heard.
   * @param {string} event @param {(event: any) => void} listener
   */
  on(event, listener) {
    this.#listeners[event] ??= [];
    this.#listeners[event].push(listener);
  }

  /** @param {string} url */
  async goto(url) {
    await this.inTurn(() => this.ask("/url", { url }));
    await this.#listen();
  }

  async reload() {
    await this.inTurn(() => this.ask("/refresh", {}));
    await this.#listen();
  }

  /** Waits until the page has loaded anew. */
  async waitForNavigation() {
    const loaded = () => this.evaluate(() => performance.timeOrigin).catch(() => null);
    const before = await loaded();
    await this.#soon(async () => ![before, null].includes(await loaded()), 60_000, "navigation");
    await this.#listen();
  }

  /** Keeps uncaught errors and refusals of the content security policy until evaluate() fetches them. */
  #listen() {
    return this.evaluate(() => {
      const heard = [];
      window.__heard = heard;
      window.addEventListener("error", (event) => heard.push(["pageerror", { message: event.message }]));
      window.addEventListener("unhandledrejection", (event) =>
        heard.push(["pageerror", { message: String(event.reason) }]),
      );
      document.addEventListener("securitypolicyviolation", (event) =>
        heard.push(["console", `Content Security Policy: ${event.violatedDirective} ${event.blockedURI}`]),
      );
      const { error } = console;
      console.error = (...words) => {
        heard.push(["console", words.join(" ")]);
        error(...words);
      };
    });
  }

  /** As near as a window can be: its width is 447 pixels at least. @param {{ width: number, height: number }} viewport */
  async setViewport({ width, height }) {
    // The window is larger than the page by its toolbar, whose size shows once the window has one.
    for (let [wider, higher, tries] = [0, 0, 0]; tries < 4; tries++) {
      const outer = { width: Math.max(1, width + wider), height: Math.max(1, height + higher) };
      await this.inTurn(() => this.ask("/window/rect", outer));
      await pause(100);
      const inner = await this.evaluate(() => ({ width: innerWidth, height: innerHeight }));
      if (inner.width === width && inner.height === height) return;
      wider += width - inner.width;
      higher += height - inner.height;
    }
  }

  /**
   * Runs a function in the page. Waits for its promise without keeping the driver, which has other windows.
   * @param {((...args: any[]) => unknown) | string} run
   * @param {unknown[]} args
   * @returns {Promise<any>}
   */
  evaluate(run, ...args) {
    return this.#call(typeof run === "string" ? `() => (${run})` : String(run), args);
  }

  /** @param {string} source of a function @param {unknown[]} args */
  async #call(source, args) {
    const key = `newsmark-${this.#polled++}`;
    let answer = await this.#run(
      `const [key, ...args] = arguments;
       const value = (${source})(...args);
       if (typeof value?.then !== "function") return { value, none: value === undefined, heard: window.__heard?.splice(0) };
       const kept = ((window.__kept ??= {})[key] = {});
       value.then((value) => (kept.value = value), (error) => (kept.failed = String(error))).then(() => (kept.done = true));
       return { pending: true };`,
      [key, ...args],
    );
    for (let wait = 5; answer.pending; wait = Math.min(100, wait * 2)) {
      await pause(wait);
      answer = await this.#run(
        `const kept = window.__kept?.[arguments[0]];
         if (!kept) return { failed: "the page was left" };
         if (!kept.done) return { pending: true };
         delete window.__kept[arguments[0]];
         return { value: kept.value, none: kept.value === undefined, failed: kept.failed, heard: window.__heard?.splice(0) };`,
        [key],
      );
    }
    for (const [event, what] of answer.heard ?? []) {
      const message = event === "console" ? { type: () => "error", text: () => what } : what;
      for (const listener of this.#listeners[event] ?? []) listener(message);
    }
    if (answer.failed) throw new Error(answer.failed);
    return answer.none ? undefined : answer.value;
  }

  /** @param {string} script @param {unknown[]} args */
  #run(script, args) {
    return this.inTurn(() => this.ask("/execute/sync", { script, args: args.map((arg) => arg ?? null) }));
  }

  /** @param {string} selector @param {(element: any, ...args: any[]) => unknown} run @param {unknown[]} args */
  $eval(selector, run, ...args) {
    // In one step: the page may replace the element.
    return this.#call(
      `(selector, ...args) => {
        const element = document.querySelector(selector);
        if (!element) throw new Error("no element matches " + selector);
        return (${run})(element, ...args);
      }`,
      [selector, ...args],
    );
  }

  /** @param {string} selector @param {(elements: any[], ...args: any[]) => unknown} run @param {unknown[]} args */
  $$eval(selector, run, ...args) {
    // The driver does not understand elements inside an array.
    return this.#call(`(selector, ...args) => (${run})([...document.querySelectorAll(selector)], ...args)`, [
      selector,
      ...args,
    ]);
  }

  /** @param {string} selector */
  async $(selector) {
    return (await this.$$(selector))[0] ?? null;
  }

  /** @param {string} selector */
  async $$(selector) {
    const xpath = /^::-p-xpath\((.*)\)$/s.exec(selector)?.[1];
    const query = xpath ? { using: "xpath", value: xpath } : { using: "css selector", value: selector };
    const found = await this.inTurn(() => this.ask("/elements", query));
    return found.map((/** @type {Record<string, string>} */ one) => new ElementHandle(this, one[ELEMENT]));
  }

  /** @param {string} selector */
  async #only(selector) {
    const element = await this.$(selector);
    if (!element) throw new Error(`no element matches ${selector}`);
    return element;
  }

  /** @param {string} selector @param {{ count?: number }} [options] */
  async click(selector, { count = 1 } = {}) {
    const { id } = await this.#only(selector);
    await this.clickElement(id, count);
  }

  /** Clicks with the mouse, in the middle of an element. @param {string} id @param {number} count */
  async clickElement(id, count = 1) {
    const element = new ElementHandle(this, id);
    const { x, y } = await element.evaluate((element) => {
      element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
      const [{ left, top, width, height } = {}] = element.getClientRects();
      return { x: left + width / 2, y: top + height / 2 };
    });
    if (x === undefined || x === null) throw new Error("the element is not visible");
    await this.#pointer([moveTo(x, y), ...clicks(count)]);
  }

  /** @param {string} selector */
  async hover(selector) {
    const element = await this.#only(selector);
    const { x, y } = await element.evaluate((element) => {
      element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
      const { left, top, width, height } = element.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
    await this.mouse.move(x, y);
  }

  /** @param {string} selector */
  async focus(selector) {
    await (await this.#only(selector)).focus();
  }

  /** @param {string} selector @param {string} text */
  async type(selector, text) {
    await this.focus(selector);
    await this.keyboard.type(text);
  }

  /** @param {string} selector @param {string[]} values */
  select(selector, ...values) {
    return this.$eval(
      selector,
      (element, values) => {
        for (const option of element.options) option.selected = values.includes(option.value);
        element.dispatchEvent(new Event("input", { bubbles: true }));
        element.dispatchEvent(new Event("change", { bubbles: true }));
      },
      values,
    );
  }

  /**
   * @param {((...args: any[]) => unknown) | string} run
   * @param {{ timeout?: number, polling?: unknown }} [options]
   * @param {unknown[]} args
   */
  waitForFunction(run, { timeout = 30_000 } = {}, ...args) {
    return this.#soon(() => this.evaluate(run, ...args), timeout, run);
  }

  /** Asks until the answer is true. @param {() => Promise<any>} ask @param {number} timeout @param {unknown} what */
  async #soon(ask, timeout, what = ask) {
    const end = Date.now() + timeout;
    for (;;) {
      const answer = await ask();
      if (answer) return answer;
      if (Date.now() > end) throw new Error(`waiting for this took more than ${timeout} ms: ${what}`);
      await pause(100);
    }
  }

  /** @param {string} selector @param {{ timeout?: number, visible?: boolean, hidden?: boolean }} [options] */
  async waitForSelector(selector, { timeout = 30_000, visible = false, hidden = false } = {}) {
    if (selector.startsWith("::")) return this.#soon(() => this.$(selector), timeout);
    await this.waitForFunction(
      (selector, visible, hidden) => {
        const element = document.querySelector(selector);
        const shown = element?.checkVisibility({ visibilityProperty: true }) ?? false;
        return hidden ? !shown : visible ? shown : element !== null;
      },
      { timeout },
      selector,
      visible,
      hidden,
    );
    return this.$(selector);
  }

  /** A picture of the window. @returns {Promise<Buffer>} */
  async screenshot() {
    return Buffer.from(await this.inTurn(() => this.ask("/screenshot")), "base64");
  }

  title() {
    return this.inTurn(() => this.ask("/title"));
  }

  bringToFront() {
    return this.inTurn(async () => {});
  }

  async close() {
    await this.inTurn(() => this.ask("/window", undefined, "DELETE"));
  }

  /** @param {object[]} actions */
  #keys(actions) {
    return this.inTurn(() => this.ask("/actions", { actions: [{ type: "key", id: "keyboard", actions }] }));
  }

  /** @param {string[]} values */
  #typed(values) {
    return this.#keys(
      values.flatMap((value) => [
        { type: "keyDown", value },
        { type: "keyUp", value },
      ]),
    );
  }

  /** @param {object[]} actions */
  #pointer(actions) {
    return this.inTurn(() =>
      this.ask("/actions", {
        actions: [{ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions }],
      }),
    );
  }
}

const DOWN = { type: "pointerDown", button: 0 };
const UP = { type: "pointerUp", button: 0 };
const clicks = (/** @type {number} */ count) => Array.from({ length: count }, () => [DOWN, UP]).flat();

/** @param {number} x @param {number} y */
const moveTo = (x, y) => ({ type: "pointerMove", duration: 0, origin: "viewport", x: Math.round(x), y: Math.round(y) });
