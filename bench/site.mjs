// The pages that are measured, put together in a folder that may be thrown away.

import { cp, mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { dist } from "../tests/browser/browsers.mjs";
import { root } from "../tests/support.mjs";

const here = path.join(root, "bench");

/** @returns {Promise<string>} the folder */
export async function makeSite() {
  const site = path.join(root, ".cache/bench");
  await rm(site, { recursive: true, force: true });
  await mkdir(site, { recursive: true });
  await cp(path.join(dist, "engine"), path.join(site, "engine"), { recursive: true });
  await cp(path.join(here, "browser/index.html"), path.join(site, "index.html"));
  await build({
    entryPoints: [path.join(here, "browser/race.js")],
    outfile: path.join(site, "race.js"),
    bundle: true,
    format: "esm",
    minify: true,
    target: "es2022",
    // It lies beside the page as it lies beside Newsmark's own.
    external: ["*/engine/newsmark.js"],
    logLevel: "warning",
  });
  return site;
}
