// The third-party libraries of the page. www/ imports each as vendor/NAME.js. The build creates that module
// (bundle.mjs), and tests in Node load the package itself (tests/libraries.mjs).

export const LIBRARIES = {
  idb: { name: "idb", uses: "openDB", licence: "LICENSE" },
  marked: { name: "marked", uses: "marked", licence: "LICENSE" },
};
