// The engine's fast instructions (relaxed SIMD), which Node may lack: browsers have them, and give the same results.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { serve } from "../../scripts/serve.mjs";
import { native, pkg } from "../support.mjs";
import { TEXTS } from "../wasm/texts.mjs";
import { launch, PUPPETEER } from "./browsers.mjs";

/** The smallest module with a relaxed SIMD instruction: a swizzle of two zeros. */
const RELAXED = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 15, 1, 13, 0, 65, 1, 253, 15, 65, 2, 253, 15,
  253, 128, 2, 11,
];

for (const name of PUPPETEER) {
  describe(`the kernel in ${name}`, () => {
    let browser, server;
    before(async () => {
      browser = await launch(name);
      server = await serve(pkg);
    });
    after(async () => {
      await browser?.close();
      server?.close();
    });

    test("relaxed SIMD gives the same document as the command line", async () => {
      const page = await browser.newPage();
      await page.goto(new URL("index.js", server.url).href);
      const { relaxed, kernel, documents } = await page.evaluate(
        async (texts, relaxed) => {
          const { Annotator, default: init } = await import(new URL("engine/newsmark.js", location.href).href);
          await init();
          const model = await fetch("engine/newsmark.model");
          const annotator = new Annotator(new Uint8Array(await model.arrayBuffer()));
          const documents = Object.entries(texts).map(([name, text]) => [name, annotator.annotate(text)]);
          return {
            relaxed: WebAssembly.validate(new Uint8Array(relaxed)),
            kernel: annotator.kernel,
            documents: Object.fromEntries(documents),
          };
        },
        TEXTS,
        RELAXED,
      );
      assert.equal(kernel, relaxed ? "relaxed-simd" : "simd128");
      const expected = native(TEXTS);
      for (const name of Object.keys(TEXTS)) assert.deepEqual(documents[name], expected[name], name);
    });
  });
}
