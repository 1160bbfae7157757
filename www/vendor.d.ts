/** Libraries that the build puts into vendor/ (scripts/assemble.mjs), with the parts that the page uses. */
declare module "*/vendor/idb.js" {
  export { openDB } from "idb";
}
declare module "*/vendor/marked.js" {
  export { marked } from "marked";
}
