// The npm package, installed from its tarball, in Node and for TypeScript.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { EXAMPLE } from "../../www/import/example.js";
import { native, root } from "../support.mjs";
import { install, node, readmeExample, typescript } from "./installed.mjs";

let installed;
before(async () => (installed = await install()));
after(() => installed?.remove());

/** The JSON that a user's script prints. */
async function outputOf(script) {
  return JSON.parse(await node(installed.folder, `const EXAMPLE = ${JSON.stringify(EXAMPLE)};\n${script}`));
}

test("the package contains all required files and has the crate's version", async () => {
  const { packed } = installed;
  const files = packed.files.map((file) => file.path);
  for (const file of [
    "README.md",
    "LICENSE-MIT",
    "LICENSE-APACHE",
    "NOTICE",
    "licences.txt",
    "index.d.ts",
    "engine/newsmark.model",
  ]) {
    assert.ok(files.includes(file), file);
  }
  assert.match(
    await readFile(path.join(root, "Cargo.toml"), "utf8"),
    new RegExp(`^version = "${packed.version}"$`, "m"),
  );
  const readme = await readFile(path.join(installed.folder, "node_modules/newsmark/README.md"), "utf8");
  assert.doesNotMatch(readme, /\{\{|\}\}/);
  assert.match(readme, /newsmark\.model` +\| \d+\.\d MB +\| \d+\.\d MB/);
});

test("the README's example prints what the README shows", async () => {
  const example = await readmeExample();
  const output = await node(installed.folder, example);
  const readme = await readFile(path.join(installed.folder, "node_modules/newsmark/README.md"), "utf8");
  const expectedLines = [
    .../The output includes these lines:\n\n((?: {4}.*\n)+)/.exec(readme)[1].matchAll(/^ {4}(.*)$/gm),
  ];
  assert.ok(expectedLines.length >= 3);
  for (const [, line] of expectedLines)
    assert.ok(output.split("\n").includes(line), `missing line: ${line}\nin the output:\n${output}`);
});

test("both ways to annotate give the same documents as the command line", async () => {
  const documents = await outputOf(`
    import { annotate, createAnnotator } from "newsmark";
    const annotator = createAnnotator();
    const texts = [EXAMPLE, "", "🎉 “Yes,” said Ann Lee of Łódź."];
    const both = await Promise.all(texts.flatMap((text) => [annotate(text), annotator.annotate(text)]));
    console.log(JSON.stringify(both));
  `);
  const { example, empty, party } = native({ example: EXAMPLE, empty: "", party: "🎉 “Yes,” said Ann Lee of Łódź." });
  assert.deepEqual(documents, [example, example, empty, empty, party, party]);
});

test("annotation can be cancelled before it starts, in the queue and while it runs, and the next text is annotated", async () => {
  const outcomes = await outputOf(`
    import { createAnnotator } from "newsmark";
    import { setImmediate } from "node:timers/promises";
    const annotator = createAnnotator();
    const outcome = (promise) => promise.then(({ entities }) => entities.length > 0, (error) => error.message);
    const [running, waiting, before] = Array.from({ length: 3 }, () => new AbortController());
    before.abort(new Error("before"));
    await annotator.ready();
    const all = [
      outcome(annotator.annotate(EXAMPLE.repeat(300), running)),
      outcome(annotator.annotate(EXAMPLE, waiting)),
      outcome(annotator.annotate(EXAMPLE, before)),
      outcome(annotator.annotate(EXAMPLE)),
    ];
    await setImmediate();
    waiting.abort(new Error("waiting"));
    running.abort(new Error("running"));
    all.push(outcome(annotator.annotate(EXAMPLE, new AbortController())));
    console.log(JSON.stringify(await Promise.all(all)));
  `);
  assert.deepEqual(outcomes, ["running", "waiting", "before", true, true]);
});

test("a closed annotator rejects pending and new texts", async () => {
  const outcomes = await outputOf(`
    import { createAnnotator } from "newsmark";
    const annotator = createAnnotator();
    const message = (promise) => promise.then(() => "done", (error) => error.message);
    const pending = [annotator.ready(), annotator.annotate(EXAMPLE), annotator.annotate(EXAMPLE)].map(message);
    annotator.close();
    console.log(JSON.stringify(await Promise.all([...pending, message(annotator.annotate(EXAMPLE))])));
  `);
  assert.deepEqual(outcomes, Array(4).fill("the annotator is closed"));
});

test("a wrong engine or text throws an Error, and later calls work", async () => {
  const outcomes = await outputOf(`
    import { annotate, createAnnotator, load } from "newsmark";
    const message = (promise) => promise.then(() => "done", (error) => error.message);
    const broken = createAnnotator({ model: new Uint8Array(100) });
    console.log(JSON.stringify([
      await message(load({ model: "no-such.model" })),
      await message(annotate(EXAMPLE)),
      await message(broken.annotate(EXAMPLE)),
      await message(broken.annotate(EXAMPLE)),
      await message(createAnnotator({ wasm: "no-such.wasm" }).ready()),
      await message(annotate(12)),
      await message(createAnnotator().annotate(undefined)),
    ]));
  `);
  assert.match(outcomes[0], /no-such\.model/);
  assert.equal(outcomes[1], "done");
  assert.match(outcomes[2], /\w+ \w+/);
  assert.equal(outcomes[3], outcomes[2]);
  assert.match(outcomes[4], /no-such\.wasm/);
  assert.match(outcomes[5], /must be a string/);
  assert.equal(outcomes[6], outcomes[5]);
});

test("an engine from another place is used", async () => {
  const [documents, expected] = await outputOf(`
    import { createAnnotator, load, annotate } from "newsmark";
    import { readFileSync } from "node:fs";
    const engine = "node_modules/newsmark/engine/";
    const model = readFileSync(engine + "newsmark.model");
    await load({ wasm: engine + "newsmark_bg.wasm", model });
    const other = createAnnotator({ wasm: readFileSync(engine + "newsmark_bg.wasm"), model: model.buffer.slice(model.byteOffset, model.byteOffset + model.length) });
    console.log(JSON.stringify([[await annotate(EXAMPLE), await other.annotate(EXAMPLE)], await createAnnotator().annotate(EXAMPLE)]));
  `);
  assert.deepEqual(documents, [expected, expected]);
});

test("an annotated text can be exported", async () => {
  const { html, zip, error } = await outputOf(`
    import { annotate, exportAs } from "newsmark";
    const article = { text: EXAMPLE, document: await annotate(EXAMPLE), title: "Ferries & <storms>" };
    const html = await exportAs("html", article);
    const zip = await exportAs("brat", article);
    const halved = "\\ud83c Ann Lee won.";
    await exportAs("tei", { text: halved, document: await annotate(halved), title: "\\udfff" });
    const error = await exportAs("docx", article).catch((error) => error.message);
    console.log(JSON.stringify({ html: [html.name, html.type, new TextDecoder().decode(html.bytes)], zip: [zip.type, ...zip.bytes.slice(0, 2)], error }));
  `);
  assert.match(html[0], /\.html$/);
  assert.match(html[1], /^text\/html/);
  assert.match(html[2], /Ferries &amp; &lt;storms(>|&gt;)/);
  assert.deepEqual(zip, ["application/zip", 0x50, 0x4b]);
  assert.match(error, /docx/);
});

test("an export names the model of a new document and of a stored one", async () => {
  const { models, named } = await outputOf(`
    import { annotate, createAnnotator, exportAs, modelOf } from "newsmark";
    const text = "Ann Lee won.";
    const documents = [await annotate(text), await createAnnotator().annotate(text)];
    const kept = structuredClone(documents[0]);
    const articles = [...documents.map((document) => ({ text, document })), { text, document: kept }, { text, document: kept, model: modelOf(documents[0]) }];
    const named = await Promise.all(articles.map(async (article) => {
      const { bytes } = await exportAs("displacy", article);
      return JSON.parse(new TextDecoder().decode(bytes)).made_by.model;
    }));
    console.log(JSON.stringify({ models: [...documents, kept].map(modelOf), named }));
  `);
  const [model] = models;
  assert.match(model, /^[0-9a-f]{16}$/);
  assert.deepEqual(models, [model, model, ""]);
  assert.deepEqual(named, [model, model, null, model]);
});

test("TypeScript knows every field and reports wrong calls", async () => {
  const consumer = `
    import { annotate, createAnnotator, exportAs, modelOf, type NewsDocument, type Quote, type EntityType } from "newsmark";
    const document: NewsDocument = await annotate("", { signal: AbortSignal.timeout(1) });
    const types: EntityType[] = document.entities.map((entity) => entity.type);
    const speakers: (string | null)[] = document.quotes.map((quote: Quote) => quote.speaker_name);
    const ranges: [number, number][] = [...document.sentences, ...document.quoted_terms, ...document.quotes[0].content];
    const kind: "name" | "nominal" | "pronoun" = document.chains[0].mentions[0].kind;
    const annotator = createAnnotator({ model: new URL("https://example.org/model"), worker: () => new Worker("") });
    const file: Uint8Array = (await exportAs("tei", { text: "", document, model: modelOf(document) })).bytes;
    await annotator.ready();
    annotator.close();
    // @ts-expect-error: an id is not a name
    const wrong: string = document.entities[0].chain;
    // @ts-expect-error: there is no such format
    await exportAs("docx", { text: "", document });
    // @ts-expect-error: no text
    await annotator.annotate();
    export { types, speakers, ranges, kind, file, wrong };
  `;
  await writeFile(path.join(installed.folder, "consumer.ts"), consumer);
  const common = ["--noEmit", "--strict", "--target", "es2022", "--lib", "es2022,dom", "consumer.ts"];
  for (const resolution of [
    ["--module", "esnext", "--moduleResolution", "bundler"],
    ["--module", "nodenext"],
  ]) {
    assert.equal(await typescript(installed.folder, [...resolution, ...common]), "", resolution.join(" "));
  }
});

test("the article of a page is extracted", async () => {
  const paragraph =
    "The council of Keld voted on Tuesday to close the old swing bridge for two years, although traders objected.";
  const html = `<html lang="en"><nav><a href="/">Home</a></nav><article><h1>Keld closes its bridge</h1><p>${paragraph}</p>
    <p>“We have no choice,” said Omar Marsh, the mayor, after the vote. “The deck would not survive another winter.”</p></article>`;
  const script = `
    import { extractFragment, extractPage, extractPlain } from "newsmark/extract";
    const page = await extractPage(${JSON.stringify(html)});
    const none = [await extractFragment("<b>Keld</b>"), await extractPlain("Keld")];
    console.log(JSON.stringify({ page, none }));`;
  const { page, none } = await outputOf(script);
  assert.equal(page.metadata.title, "Keld closes its bridge");
  assert.ok(page.text.startsWith(`Keld closes its bridge\n\n${paragraph}`));
  assert.equal(page.leftOut, "menus and 1 link");
  assert.match(page.whole, /^Home/);
  assert.deepEqual(none, [null, null]);
});

test("places are linked", async () => {
  const { before, values, named } = await outputOf(`
    import { annotate } from "newsmark";
    import { linkPlaces, placesNamed } from "newsmark/places";
    const text = "🎉 The mayor of Paris, Texas, flew to Pyongyang with a Kenyan minister.";
    const found = await annotate(text);
    const linked = await linkPlaces(text, found);
    console.log(JSON.stringify({
      before: found.entities.some(({ value }) => value),
      values: linked.entities.map(({ text, value }) => [text, value?.geonames ?? value?.country]),
      named: (await placesNamed("Paris"))[0],
    }));`);
  assert.equal(before, false, "the document that was passed stays as it is");
  const value = Object.fromEntries(values);
  assert.equal(value.Paris, 4717560);
  assert.equal(value.Pyongyang, 1871859);
  assert.equal(value.Kenyan, "KE");
  assert.equal(named.country, "FR");
  assert.equal(named.confidence, undefined);
});

test("corrections are applied, and moved to an edited text", async () => {
  const { corrected, unapplied, moved, lost } = await outputOf(`
    import { annotate } from "newsmark";
    import { applyCorrections, reanchor } from "newsmark/corrections";
    const text = "“Yes,” said Ann Lee of Łódź. 🎉 Lee left.";
    const found = await annotate(text);
    const at = (words, text) => [text.indexOf(words), text.indexOf(words) + words.length];
    const corrections = [
      { do: "mark", at: at("Łódź", text), type: "ORG" },
      { do: "rename", at: at("said", text), name: "Nobody" },
    ];
    const { document, unapplied } = await applyCorrections(text, found, corrections);
    const edited = "New.\\n" + text.replace("said", "said softly");
    const history = await reanchor({ text, found }, edited, { corrections });
    const corrected = document.entities.map(({ text, type, by }) => [text, type, by ?? null]);
    const moved = history.corrections.map((one) => edited.slice(...one.at));
    console.log(JSON.stringify({ corrected, unapplied, moved, lost: history.lost.length }));`);
  assert.ok(corrected.some(([text, type, by]) => text === "Łódź" && type === "ORG" && by === "you"));
  assert.deepEqual(unapplied, [{ index: 1, reason: "there is no mention at its place" }]);
  assert.deepEqual([moved, lost], [["Łódź"], 1]);
});
