/**
 * The files of a collection: one writer for each way of putting articles together.
 *
 * @typedef {import("../../export/client.js").ExportedFile} ExportedFile
 * @typedef {{id: string, line?: string, file?: ExportedFile}} Written an article: a line, or the file of its format
 *
 * @typedef {Object} Writer
 * @property {string} extension
 * @property {(article: Written) => void} add
 * @property {() => Blob} end
 */

import { unzipSync } from "../../vendor/fflate.js";
import { createArchive } from "./archive.js";
import { createNames } from "./names.js";
import { createParts } from "./parts.js";
import { jsonLines, partsOf } from "./tables.js";

/** The file that all articles of a folder for brat share. */
const CONFIGURATION = "annotation.conf";

/** @type {Record<"collection"|"table"|"lines"|"files"|"tei"|"brat", (format: string) => Writer>} */
export const writers = {
  collection: () => lines((/** @type {Written} */ { line }) => `${line}\n`, ".newsmark.jsonl"),

  table(format) {
    const parts = createParts();
    let isEmpty = true;
    return {
      extension: `.${format.replace("csv-", "")}.csv`,
      add({ file }) {
        const { head, rows } = partsOf(bytesOf(file));
        if (isEmpty) parts.add(head);
        isEmpty = false;
        parts.add(rows);
      },
      end: () => parts.whole("text/csv;charset=utf-8"),
    };
  },

  lines: (format) =>
    lines(
      ({ file }) => {
        const { head, rows } = partsOf(bytesOf(file));
        return jsonLines(head, rows);
      },
      `.${format.replace("csv-", "")}.jsonl`,
    ),

  files: (format) => folder(`.${format}.zip`, (name, file) => [[name + endOf(file.name), file.bytes]]),

  tei(format) {
    /** @type {string[]} */
    const names = [];
    const written = folder(`.${format}.zip`, (name, file) => {
      names.push(`${name}.tei.xml`);
      return [[`${name}.tei.xml`, file.bytes]];
    });
    return { ...written, end: () => written.end([["corpus.xml", corpus(names)]]) };
  },

  brat(format) {
    let isConfigured = false;
    return folder(`.${format}.zip`, (name, file) =>
      Object.entries(unzipSync(bytesOf(file))).flatMap(([inside, bytes]) => {
        if (inside !== CONFIGURATION) return [[name + endOf(inside), bytes]];
        if (isConfigured) return [];
        isConfigured = true;
        return [[inside, bytes]];
      }),
    );
  },
};

/** @param {ExportedFile|undefined} file */
const bytesOf = (file) => /** @type {ExportedFile} */ (file).bytes;

/** @param {(article: Written) => string} write @param {string} extension @returns {Writer} */
function lines(write, extension) {
  const parts = createParts();
  return {
    extension,
    add: (article) => parts.add(write(article)),
    end: () => parts.whole("application/x-ndjson"),
  };
}

/**
 * One file or more for each article, and a list of which file is whose, as the command line writes it.
 * @param {string} extension
 * @param {(name: string, file: ExportedFile) => [string, Uint8Array][]} filesOf
 */
function folder(extension, filesOf) {
  const parts = createParts();
  const archive = createArchive((part) => parts.add(part));
  const freeName = createNames();
  /** @type {string[]} */
  const list = [];
  return {
    extension,
    /** @param {Written} article */
    add({ id, file }) {
      const written = /** @type {ExportedFile} */ (file);
      const files = filesOf(freeName(stemOf(written.name)), written);
      for (const [name, bytes] of files) archive.add(name, bytes);
      // Of the files for brat, that with the annotations.
      const [name] = files.find(([name]) => name.endsWith(".ann")) ?? files[0];
      list.push(`${JSON.stringify({ id, file: name })}\n`);
    },
    /** @param {[string, string][]} [more] */
    end(more = []) {
      for (const [name, text] of [["files.jsonl", list.join("")], ...more]) archive.add(name, text);
      archive.end();
      return parts.whole("application/zip");
    },
  };
}

/** The name of a file begins with that of its article, which has no dot. @param {string} name */
const stemOf = (name) => name.slice(0, name.indexOf("."));
/** @param {string} name */
const endOf = (name) => name.slice(name.indexOf("."));

/** A corpus of all editions. They stay files of their own, since their identifiers are unique only within each. @param {string[]} names */
const corpus = (names) => `<?xml version="1.0" encoding="UTF-8"?>
<teiCorpus xmlns="http://www.tei-c.org/ns/1.0" xmlns:xi="http://www.w3.org/2001/XInclude">
  <teiHeader>
    <fileDesc>
      <titleStmt><title>Articles annotated by Newsmark</title></titleStmt>
      <publicationStmt><p>Not published</p></publicationStmt>
      <sourceDesc><p>See the articles</p></sourceDesc>
    </fileDesc>
  </teiHeader>
${names.map((name) => `  <xi:include href="${encodeURI(name).replace(/[&"]/g, (one) => (one === "&" ? "&amp;" : "&quot;"))}"/>`).join("\n")}
</teiCorpus>
`;
