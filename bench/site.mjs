// Assembles the measured pages in a temporary folder.

import { cp, mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { dist } from "../tests/browser/browsers.mjs";
import { root } from "../tests/support.mjs";

const here = path.join(root, "bench");
const engine = path.join(process.env.CARGO_TARGET_DIR ?? path.join(root, "target"), "engine");

/** @returns {Promise<string>} the folder */
export async function makeSite() {
  const site = path.join(root, ".cache/bench");
  await rm(site, { recursive: true, force: true });
  await mkdir(site, { recursive: true });
  await cp(dist, path.join(site, "newsmark"), { recursive: true });
  await cp(engine, path.join(site, "engine"), { recursive: true });
  await cp(path.join(dist, "engine"), path.join(site, "engine"), { recursive: true });
  for (const page of ["index.html", "compromise.html"])
    await cp(path.join(here, "browser", page), path.join(site, page));
  await build({
    entryPoints: ["race.js", "compromise.js"].map((script) => path.join(here, "browser", script)),
    outdir: site,
    bundle: true,
    format: "esm",
    minify: true,
    target: "es2022",
    // The page loads it from its own folder.
    external: ["*/engine/newsmark.js"],
    logLevel: "warning",
  });
  return site;
}
