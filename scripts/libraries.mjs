// What the page uses of others' libraries. In www/ each is imported as vendor/NAME.js: the build makes
// that module (assemble.mjs), tests under node get the package itself (tests/libraries.mjs).

export const LIBRARIES = {
  idb: { name: "idb", uses: "openDB", licence: "LICENSE" },
  marked: { name: "marked", uses: "marked", licence: "LICENSE" },
  readability: { name: "@mozilla/readability", uses: "Readability", licence: "LICENSE.md" },
};
