/** Libraries that the build puts into vendor/ (scripts/assemble.mjs), with the parts that the page uses. */
declare module "*/vendor/d3force.js" {
  export { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from "d3-force";
}
declare module "*/vendor/fflate.js" {
  export { Unzip, UnzipInflate, unzipSync, Zip, ZipDeflate } from "fflate";
}
declare module "*/vendor/hashes.js" {
  export { sha256 } from "@noble/hashes/sha2.js";
}
declare module "*/vendor/idb.js" {
  export { openDB } from "idb";
}
declare module "*/vendor/marked.js" {
  export { marked } from "marked";
}
/** Papa Parse has no types of its own. */
declare module "*/vendor/papaparse.js" {
  const Papa: {
    Parser: new (options: {
      delimiter: string;
      preview?: number;
      newline?: string;
    }) => {
      /** @param ignoreLastRow whether the last row may be incomplete */
      parse(text: string, base: number, ignoreLastRow: boolean): { data: string[][]; meta: { cursor: number } };
    };
  };
  export default Papa;
}
