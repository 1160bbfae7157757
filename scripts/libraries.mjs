// The third-party libraries of the page. www/ imports each as vendor/NAME.js. The build creates that module
// (bundle.mjs), and tests in Node load the package itself (tests/libraries.mjs).

/**
 * @type {Record<string, {name: string, module?: string, uses: string, licence: string, needs?: string[]}>} the package, the
 *   module of it if it is not the main one, what the page imports, the file with the licence, and the packages that it
 *   imports itself
 */
export const LIBRARIES = {
  d3force: {
    name: "d3-force",
    uses: "forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY",
    licence: "LICENSE",
    needs: ["d3-dispatch", "d3-quadtree", "d3-timer"],
  },
  fflate: { name: "fflate", uses: "Unzip, UnzipInflate, unzipSync, Zip, ZipDeflate", licence: "LICENSE" },
  hashes: { name: "@noble/hashes", module: "@noble/hashes/sha2.js", uses: "sha256", licence: "LICENSE" },
  idb: { name: "idb", uses: "openDB", licence: "LICENSE" },
  papaparse: { name: "papaparse", uses: "default", licence: "LICENSE" },
  marked: { name: "marked", uses: "marked", licence: "LICENSE" },
};
