// Texts for which the WebAssembly build and the native build have to give the same document.

import { readFileSync } from "node:fs";
import path from "node:path";
import { EXAMPLE } from "../../www/import/example.js";
import { root } from "../support.mjs";

/** @type {Record<string, string>} */
export const TEXTS = {
  example: EXAMPLE,
  empty: "",
  blank: " \r\n\t\n",
  "line breaks of every kind": `${EXAMPLE.replaceAll("\n\n", "\r\n\r\n")}\rThe end, said Ann Lee.\u2028“Yes.”`,
  "astral characters":
    "🎉🎉 “Olá 👩‍👩‍👧,” said 𝔄nn Lee in São Paulo 🇧🇷. Lee, who paid $3 million on 4 May, added: “We’re ‘done’ 🙂.” 𠮷田 laughed.",
  "straight quotation marks": EXAMPLE.replace(/[“”]/g, '"').replace(/[‘’]/g, "'"),
  "German quotation marks": "„Wir kommen,“ said Jürgen Müller of Siemens in Köln on Monday. »Nein«, he added.",
  "a missing quotation mark": "“I never said that, Ann Lee told Reuters on Tuesday.\n\n“It is a lie,” she added.",
  "other languages": "Вчера в Москве. 東京で会談。 ".repeat(20),
  "one long word": "x".repeat(5000),
};

// A text for each phenomenon of quotations and chains. The Rust tests check their documents.
for (const file of ["quotes", "chains"]) {
  for (const line of readFileSync(path.join(root, "tests/data", `${file}.jsonl`), "utf8")
    .trimEnd()
    .split("\n")) {
    const { id, text } = JSON.parse(line);
    TEXTS[`${file}: ${id}`] = text;
  }
}
