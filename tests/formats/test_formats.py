"""Opens the exports with the programs that read these formats. tests/formats/run.sh runs this."""

import csv
import io
import json
import re
import subprocess
import sys
import tempfile
import unittest
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pybrat.parser
import spacy
from lxml import etree
from spacy import displacy
from spacy.tokens import DocBin

sys.path.insert(0, str(Path(__file__).parent))
from exported import TEXTS, Exports, spans  # noqa: E402

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"


class Formats(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.exports = Exports()
        cls.addClassCleanup(cls.exports.close)
        cls.saved = cls.exports.documents()
        cls.blank = spacy.blank("en")

    def each(self, format, ending):
        """Name, file and document of every article."""
        folder = self.exports.of(format)
        return [(name, folder / f"{name}{ending}", saved["document"]) for name, saved in self.saved.items()]

    def converted(self, path, kind):
        """The documents that `spacy convert` creates from a file."""
        with tempfile.TemporaryDirectory() as folder:
            command = [sys.executable, "-m", "spacy", "convert", str(path), folder, "--converter", kind]
            done = subprocess.run(command, capture_output=True, text=True)
            self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
            bins = [DocBin().from_disk(made) for made in Path(folder).glob("*.spacy")]
            return [doc for made in bins for doc in made.get_docs(self.blank.vocab)]

    def assert_cell(self, cell, words):
        """The words, or the words with the apostrophe that disarms a formula."""
        self.assertIn(cell, (words, "'" + words))

    def test_the_articles_have_enough_annotations(self):
        hard = self.saved["hard"]["document"]
        self.assertGreater(len(hard["entities"]), 6)
        self.assertGreater(len(hard["quotes"]), 3)
        self.assertGreater(sum(len(saved["document"]["entities"]) for saved in self.saved.values()), 150)
        for name, saved in self.saved.items():
            self.assertEqual(saved["text"], TEXTS[name])

    def test_spacy_converts_to_a_docbin_with_the_same_text_and_spans(self):
        # spaCy starts slowly, so use one file for all articles.
        rows = [json.loads(path.read_bytes())[0] for _, path, _ in self.each("spacy", ".spacy.json")]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "all.json"
            path.write_text(json.dumps(rows), encoding="utf-8")
            docs = {doc.text: doc for doc in self.converted(path, "json")}
        for name, saved in self.saved.items():
            if name == "blank":
                continue
            with self.subTest(name):
                doc = docs[saved["text"]]
                found = [(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents]
                self.assertEqual(found, spans(saved["document"]))
                for sentence in saved["document"]["sentences"]:
                    self.assertIn(sentence[0], [doc[span.start].idx for span in doc.sents])

    def test_spacy_reads_conll(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "all.conll"
            path.write_bytes(
                b"\n".join(made.read_bytes() for name, made, _ in self.each("conll", ".conll") if name != "blank")
            )
            docs = self.converted(path, "ner")

        def words(text):
            return re.sub(r"[\s\x00-\x1f\x7f-\x9f]+", "", text)

        found = [(words(ent.text), ent.label_) for doc in docs for ent in doc.ents]
        names = [name for name in self.saved if name != "blank"]
        expected = [
            (words(self.saved[name]["text"][start:end]), kind)
            for name in names
            for start, end, kind in spans(self.saved[name]["document"])
        ]
        self.assertEqual(found, expected)

    def test_conll_offsets_are_those_of_the_tokens(self):
        for name, path, document in self.each("conll", ".conll"):
            first, *lines = path.read_text(encoding="utf-8").split("\n")
            self.assertRegex(first, r"^-DOCSTART- newsmark-[\d.]+/schema-\d+ model-[0-9a-f]{16} O$")
            rows = [line.split(" ") for line in lines if line]
            text, starts = TEXTS[name], set()
            for word, start, end, label in rows:
                self.assertEqual(text[int(start) : int(end)], word)
                if label.startswith("B-"):
                    starts.add(int(start))
            self.assertEqual(starts, {start for start, _, _ in spans(document)})
            # No text is missing.
            kept = "".join(word for word, *_ in rows)
            self.assertEqual(kept, re.sub(r"[\s\x00-\x1f\x7f-\x9f]+", "", text))

    def test_displacy_draws_the_same_spans(self):
        for _, path, document in self.each("displacy", ".displacy.json"):
            drawing = json.loads(path.read_bytes())
            self.assertEqual([(ent["start"], ent["end"], ent["label"]) for ent in drawing["ents"]], spans(document))
            html = displacy.render(drawing, style="ent", manual=True, page=True, jupyter=False)
            self.assertEqual(html.count("<mark"), len(document["entities"]))

    def test_brat_is_parsed_with_its_spans_and_speakers(self):
        # pybrat rejects two annotations with the same span, but a quotation may consist of a single amount of money.
        parser = pybrat.parser.BratParser(error="ignore")
        for name, path, document in self.each("brat", ".ann"):
            text = path.with_suffix(".txt").read_bytes().decode("utf-8")
            self.assertEqual(text, TEXTS[name])
            with tempfile.TemporaryDirectory() as folder:
                for part in (path, path.with_suffix(".txt")):
                    (Path(folder) / part.name).write_bytes(part.read_bytes())
                [example] = parser.parse(folder)
            by_type = {}
            for entity in example.entities:
                pieces = [text[span.start : span.end] for span in entity.spans]
                self.assertEqual(" ".join(pieces), entity.mention)
                by_type.setdefault(entity.type, []).append((entity.spans[0].start, entity.spans[-1].end))
            for kind in {kind for _, _, kind in spans(document)}:
                expected = [(start, end) for start, end, other in spans(document) if other == kind]
                self.assertEqual(sorted(by_type[kind]), sorted(expected))
            contents = [(quote["content"][0][0], quote["content"][-1][1]) for quote in document["quotes"]]
            self.assertEqual(sorted(by_type.get("Quotation", [])), sorted(contents))
            said = {
                (relation.arg1.spans[0].start, relation.arg2.spans[0].start)
                for relation in example.relations
                if relation.type == "SaidBy"
            }
            expected = {
                (quote["content"][0][0], quote["speaker"][0][0]) for quote in document["quotes"] if quote["speaker"]
            }
            self.assertLessEqual(expected, said)

    def test_brat_attributes_and_configuration(self):
        folder = self.exports.of("brat")
        conf = (folder / "annotation.conf").read_text(encoding="utf-8")
        sections = re.split(r"^\[(\w+)\]$", conf, flags=re.M)
        declared = {
            name: {line.split("\t")[0] for line in body.split("\n") if line}
            for name, body in zip(sections[1::2], sections[2::2], strict=True)
        }
        for _, path, document in self.each("brat", ".ann"):
            kinds = []
            for line in path.read_text(encoding="utf-8").splitlines():
                identifier, rest = line.split("\t")[:2]
                if identifier[0] in "TRA":
                    section = {"T": "entities", "R": "relations", "A": "attributes"}[identifier[0]]
                    self.assertIn(rest.split(" ")[0], declared[section])
                if rest.startswith("QuoteType "):
                    kinds.append(rest.split(" ")[2])
            self.assertEqual(sorted(kinds), sorted(quote["type"] for quote in document["quotes"]))

    def test_tables_are_safe_and_complete(self):
        for kind, records in (("csv-entities", "entities"), ("csv-quotes", "quotes")):
            for name, path, document in self.each(kind, f".{records}.csv"):
                content = path.read_bytes()
                self.assertTrue(content.startswith(b"\xef\xbb\xbf"))
                table = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
                self.assertEqual(len(table), len(document[records]))
                for cell in (cell for row in table for cell in row.values()):
                    self.assertNotRegex(cell, r"^\s*[=+\-@＝＋－＠]")
                for row, record in zip(table, document[records], strict=True):
                    self.assertEqual(row["type"], record["type"])
                    if records == "entities":
                        self.assert_cell(row["text"], record["text"])
                        self.assertEqual(TEXTS[name][int(row["start"]) : int(row["end"])], record["text"])
                    else:
                        self.assert_cell(row["speaker"], record["speaker_name"] or "")
                        pieces = [TEXTS[name][start:end] for start, end in record["content"]]
                        self.assert_cell(row["content"], " … ".join(pieces))

    def test_tei_is_valid_and_its_references_resolve(self):
        schema = etree.RelaxNG(file=str(files("schemas") / "tei_all.rng"))
        for name, path, _ in self.each("tei", ".tei.xml"):
            tree = etree.parse(str(path))
            self.assertTrue(schema.validate(tree), schema.error_log)
            ids = [element.get(ID) for element in tree.iter() if element.get(ID)]
            self.assertEqual(len(ids), len(set(ids)))
            for element in tree.iter(etree.Element):
                for attribute in ("ref", "who", "next", "prev", "resp"):
                    if element.get(attribute):
                        self.assertIn(element.get(attribute).removeprefix("#"), ids)
            # The text is complete. Characters that XML cannot contain have a replacement.
            body = tree.find(f"{TEI}text")
            text = TEXTS[name].replace("\0", "\ufffd")
            self.assertEqual("".join("".join(body.itertext()).split()), "".join(text.split()))

    def test_tei_has_every_annotation_once_or_in_joined_pieces(self):
        persons = organisations = 0
        for _, path, document in self.each("tei", ".tei.xml"):
            body = etree.parse(str(path)).find(f"{TEI}text")

            def whole(tag, body=body):
                return [element for element in body.iter(f"{TEI}{tag}") if not element.get("prev")]

            kinds = [entity["type"] for entity in document["entities"]]
            self.assertEqual(len(whole("persName")), kinds.count("PERSON"))
            self.assertEqual(len(whole("orgName")), kinds.count("ORG"))
            self.assertEqual(len(whole("placeName")), sum(kinds.count(kind) for kind in ("GPE", "LOC", "FAC")))
            persons += kinds.count("PERSON")
            organisations += kinds.count("ORG")
            said = whole("said")
            self.assertEqual(len(said), len(document["quotes"]))
            speakers = [quote["speaker_chain"] for quote in document["quotes"]]
            for chain in set(speakers) - {None}:
                self.assertEqual(
                    sum(element.get("who") == f"#chain.{chain}" for element in said), speakers.count(chain)
                )
        self.assertGreater(persons, 30)
        self.assertGreater(organisations, 10)

    def test_web_annotations_have_positions_in_their_unit(self):
        for kind, ending, units in (("w3c", ".w3c.jsonld", "utf-32-le"), ("recogito", ".recogito.json", "utf-16-le")):
            size = 4 if units == "utf-32-le" else 2
            for name, path, document in self.each(kind, ending):
                annotations = json.loads(path.read_bytes())
                encoded = TEXTS[name].encode(units)
                for annotation in annotations:
                    self.assertEqual(annotation["@context"], "http://www.w3.org/ns/anno.jsonld")
                    for target in annotation["target"]:
                        quote, position = target["selector"]
                        words = encoded[position["start"] * size : position["end"] * size].decode(units)
                        self.assertEqual(words, quote["exact"])
                        self.assertIn(quote["prefix"] + quote["exact"] + quote["suffix"], TEXTS[name])
                ids = [annotation["id"] for annotation in annotations]
                self.assertEqual(len(ids), len(set(ids)))
                for body in (body for annotation in annotations for body in annotation["body"]):
                    if body["purpose"] == "linking":
                        self.assertIn(body["source"], ids)
                tags = [
                    body["value"]
                    for annotation in annotations
                    for body in annotation["body"]
                    if body["purpose"] == "tagging"
                ]
                self.assertEqual(tags.count("quotation"), len(document["quotes"]))
                for entity_type in {kind for _, _, kind in spans(document)}:
                    self.assertEqual(
                        tags.count(entity_type), [kind for _, _, kind in spans(document)].count(entity_type)
                    )

    def test_web_page_has_the_text_and_no_active_content(self):
        for name, path, _ in self.each("html", ".html"):
            page = Page()
            page.feed(path.read_text(encoding="utf-8"))
            page.close()
            self.assertEqual(page.tags & {"script", "iframe", "img", "link", "object", "embed", "form", "base"}, set())
            self.assertEqual(
                [name for name in page.attributes if name.startswith("on") or name in ("style", "src")], []
            )
            self.assertTrue(all(address.startswith("#") and address[1:] in page.ids for address in page.links))
            text = TEXTS[name].replace("\0", "\ufffd")
            self.assertEqual("".join(page.article.split()), "".join(text.split()))


class Page(HTMLParser):
    """Collects the text of the article and the tags, attributes, links and ids of a page."""

    def __init__(self):
        super().__init__()
        self.tags, self.attributes, self.links, self.ids = set(), set(), [], set()
        self.article, self.inside = "", False

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        self.inside |= tag == "article"
        for key, value in attributes:
            self.attributes.add(key)
            if key == "href":
                self.links.append(value)
            if key == "id":
                self.ids.add(value)

    def handle_endtag(self, tag):
        self.inside &= tag != "article"

    def handle_data(self, data):
        if self.inside:
            self.article += data
