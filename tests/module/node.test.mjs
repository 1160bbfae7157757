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

test("many texts are annotated at once, in the order of the list", async () => {
  const { all, single, progress, none, dated } = await outputOf(`
    import { annotate, annotateAll } from "newsmark";
    const texts = ["Ann Lee won.", EXAMPLE, "", "🎉 “Yes,” said Bob Roe of Łódź.", EXAMPLE.slice(0, 400)];
    const progress = [];
    const all = await annotateAll(texts, { workers: 3, onProgress: (done, total) => progress.push([done, total]) });
    const single = [];
    for (const text of texts) single.push(await annotate(text));
    const [dated] = await annotateAll([{ text: "She left on Tuesday.", date: "2023-07-28" }], { date: "2020-01-01" });
    console.log(JSON.stringify({ all, single, progress, none: await annotateAll([]), dated: dated.entities[0].value.value }));
  `);
  assert.deepEqual(all, single);
  assert.deepEqual(
    progress,
    [1, 2, 3, 4, 5].map((done) => [done, 5]),
  );
  assert.deepEqual(none, []);
  assert.equal(dated, "2023-07-25");
});

test("many texts can be cancelled, and a text that fails fails the call", async () => {
  const outcomes = await outputOf(`
    import { annotateAll } from "newsmark";
    const message = (promise) => promise.then(() => "done", (error) => error.message);
    const texts = Array(20).fill(EXAMPLE.repeat(20));
    const running = new AbortController();
    const before = AbortSignal.abort(new Error("before"));
    const outcomes = [
      message(annotateAll(texts, { workers: 2, signal: running.signal, onProgress: () => running.abort(new Error("running")) })),
      message(annotateAll(texts, { signal: before })),
      message(annotateAll(texts, { model: new Uint8Array(100) })),
    ];
    console.log(JSON.stringify(await Promise.all(outcomes)));
  `);
  assert.deepEqual(outcomes.slice(0, 2), ["running", "before"]);
  assert.match(outcomes[2], /model/i);
});

test("a hundred calls with one signal cause no warnings", async () => {
  const [warnings, found] = await outputOf(`
    import { createAnnotator } from "newsmark";
    const warnings = [];
    process.on("warning", ({ message }) => warnings.push(message));
    const annotator = createAnnotator();
    const { signal } = new AbortController();
    const calls = Array.from({ length: 100 }, (_, index) => annotator.annotate("Ann Lee won.", index % 2 ? { signal } : {}));
    const documents = await Promise.all([...calls, annotator.ready()]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    console.log(JSON.stringify([warnings, documents.filter((document) => document?.entities.length === 1).length]));
  `);
  assert.deepEqual([warnings, found], [[], 100]);
});

test("the progress of a long text is reported, here and in a worker", async () => {
  const { here, worker, same } = await outputOf(`
    import { annotate, createAnnotator } from "newsmark";
    const long = EXAMPLE.repeat(60);
    const [here, worker] = [[], []];
    const documents = [
      await annotate(long, { onProgress: (share) => here.push(share) }),
      await createAnnotator().annotate(long, { onProgress: (share) => worker.push(share) }),
      await annotate(long),
    ].map((document) => JSON.stringify(document));
    console.log(JSON.stringify({ here, worker, same: new Set(documents).size }));
  `);
  assert.equal(same, 1);
  for (const shares of [here, worker]) {
    assert.ok(shares.length > 3, String(shares));
    assert.ok(
      shares.every((share, index) => share <= 1 && share >= (shares[index - 1] ?? 0)),
      String(shares),
    );
  }
});

test("wrong arguments are TypeErrors, and files that fail are named", async () => {
  const { wrong, failed } = await outputOf(`
    import { annotate, annotateAll, createAnnotator, exportAs, load, loadExports } from "newsmark";
    import { applyCorrections, reanchor } from "newsmark/corrections";
    import { readDocument } from "newsmark/documents";
    import { extractPage, load as loadExtract } from "newsmark/extract";
    const message = (promise) => promise.then(() => "done", (error) => error.message);
    const failed = await Promise.all([
      message(loadExports({ wasm: "no-such-export.wasm" })),
      message(loadExtract({ wasm: new URL("file:///no-such-extract.wasm") })),
      message(createAnnotator({ wasm: "package.json" }).ready()),
      message(load({ model: "http://127.0.0.1:1/newsmark.model" })),
    ]);
    const document = await annotate("Ann Lee won.");
    const calls = [
      () => annotate(12),
      () => annotate("", { signal: 3 }),
      () => annotate("", { date: "Tuesday" }),
      () => annotate("", { date: "2023-13-45" }),
      () => annotate("", { onProgress: 1 }),
      () => annotate("", null),
      () => createAnnotator().annotate(),
      () => annotateAll("Ann Lee"),
      () => annotateAll(["", 3]),
      () => annotateAll([], { workers: 0 }),
      () => exportAs("docx", { text: "", document }),
      () => exportAs("tei", { text: 3, document }),
      () => exportAs("tei", { text: "" }),
      () => exportAs("tei", { text: "A", document }),
      () => exportAs("tei"),
      () => load({ wasm: 7 }),
      () => applyCorrections("", document, {}),
      () => reanchor({}, "", {}),
      () => readDocument("a.srt", "text"),
      () => extractPage(undefined),
    ];
    const kind = async (call) => { try { await call(); return "done"; } catch (error) { return error.name; } };
    const wrong = [];
    for (const call of calls) wrong.push(await kind(call));
    console.log(JSON.stringify({ wrong, failed }));
  `);
  assert.deepEqual(wrong, Array(20).fill("TypeError"));
  const addresses = [
    "no-such-export.wasm",
    "no-such-extract.wasm",
    "package.json",
    "http://127.0.0.1:1/newsmark.model",
  ];
  for (const [index, address] of addresses.entries()) assert.ok(failed[index].includes(address), failed[index]);
});

test("word processor files, mails and subtitles are read", async () => {
  const [subtitles, error] = await outputOf(`
    import { readDocument } from "newsmark/documents";
    const srt = "1\\n00:00:01,000 --> 00:00:02,000\\nWe will not sail.\\n";
    const { text } = await readDocument("news.srt", new TextEncoder().encode(srt));
    const error = await readDocument("news.docx", new ArrayBuffer(8)).catch((error) => error.message);
    console.log(JSON.stringify([text, error]));
  `);
  assert.match(subtitles, /^We will not sail\./);
  assert.match(error, /\w+ \w+/);
});

test("programs with require have the same functions", async () => {
  const script = `
    const { annotate, annotateAll, exportAs } = require("newsmark");
    const { applyCorrections } = require("newsmark/corrections");
    const { extractPlain } = require("newsmark/extract");
    const { readDocument } = require("newsmark/documents");
    (async () => {
      const text = "“Yes,” said Ann Lee of Oslo.";
      const [document] = await annotateAll([text]);
      const { name } = await exportAs("tei", { text, document });
      const { unapplied } = await applyCorrections(text, document, []);
      const same = JSON.stringify(document) === JSON.stringify(await annotate(text));
      console.log(JSON.stringify([document.quotes.length, name, unapplied, await extractPlain("Oslo"), typeof readDocument, same]));
    })();`;
  const output = JSON.parse(await node(installed.folder, script, "script.cjs"));
  assert.deepEqual(output, [1, "Yes-said-Ann-Lee-of-Oslo.tei.xml", [], null, "function", true]);
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
    const blob = new Blob([(await exportAs("tei", { text: "", document })).bytes]);
    await annotator.ready();
    annotator.close();
    // @ts-expect-error: an id is not a name
    const wrong: string = document.entities[0].chain;
    // @ts-expect-error: there is no such format
    await exportAs("docx", { text: "", document });
    // @ts-expect-error: no text
    await annotator.annotate();
    export { types, speakers, ranges, kind, file, blob, wrong };
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

test("the types need neither the DOM nor Node's, and serve programs with require", async () => {
  const consumer = `
    import { annotate, annotateAll, createAnnotator, exportAs, load, type NewsDocument } from "newsmark";
    import { applyCorrections } from "newsmark/corrections";
    import { readDocument } from "newsmark/documents";
    import { extractPage } from "newsmark/extract";
    async function main(): Promise<NewsDocument[]> {
      await load({ wasm: "a.wasm", model: new Uint8Array(3) });
      const document = await annotate("", { onProgress: (share: number) => share });
      const { bytes } = await exportAs("gexf", { text: "", document });
      const buffer: ArrayBuffer = bytes.buffer;
      await applyCorrections("", document, [{ do: "accept", at: [0, 1] }]);
      const { text } = await readDocument("a.docx", buffer);
      await extractPage(text);
      createAnnotator({ worker: "worker.js" }).close();
      return annotateAll(["", { text, date: "2024-01-01" }], { workers: 2, onProgress: (done, total) => done / total });
    }
    export { main };
  `;
  await writeFile(path.join(installed.folder, "consumer.cts"), consumer);
  await writeFile(path.join(installed.folder, "plain.mts"), `${consumer}\nimport "newsmark/worker.js";`);
  const strict = ["--noEmit", "--strict", "--target", "es2022", "--lib", "es2022", "--typeRoots", "./none"];
  assert.equal(await typescript(installed.folder, [...strict, "--module", "node16", "consumer.cts", "plain.mts"]), "");
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
