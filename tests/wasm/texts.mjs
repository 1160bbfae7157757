// Texts for which the wasm build and the native one have to find the same.

import { readFileSync } from "node:fs";
import path from "node:path";
import { EXAMPLE } from "../../www/import/example.js";
import { root } from "../support.mjs";

/** @type {Record<string, string>} */
export const TEXTS = {
  example: EXAMPLE,
  empty: "",
  blank: " \r\n\t\n",
  "line breaks of every kind": EXAMPLE.replaceAll("\n\n", "\r\n\r\n") + "\rThe end, said Ann Lee.\u2028“Yes.”",
  "beyond the first plane":
    "🎉🎉 “Olá 👩‍👩‍👧,” said 𝔄nn Lee in São Paulo 🇧🇷. Lee, who paid $3 million on 4 May, added: “We’re ‘done’ 🙂.” 𠮷田 laughed.",
  "straight marks": EXAMPLE.replace(/[“”]/g, '"').replace(/[‘’]/g, "'"),
  "German marks": "„Wir kommen,“ said Jürgen Müller of Siemens in Köln on Monday. »Nein«, he added.",
  "a mark too few": "“I never said that, Ann Lee told Reuters on Tuesday.\n\n“It is a lie,” she added.",
  "no text in English": "Вчера в Москве. 東京で会談。 ".repeat(20),
  "one long word": "x".repeat(5000),
};

// A text for each phenomenon that quotations and chains have; the Rust tests say what is to be found in them.
for (const file of ["quotes", "chains"]) {
  for (const line of readFileSync(path.join(root, "tests/data", `${file}.jsonl`), "utf8")
    .trimEnd()
    .split("\n")) {
    const { id, text } = JSON.parse(line);
    TEXTS[`${file}: ${id}`] = text;
  }
}
