"""Opens networks, references and coreference chains with the libraries that read these formats.

tests/formats/run.sh runs this.
"""

import json
import logging
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import networkx
import rispy
import spacy
from citeproc.source.json import CiteProcJSON
from spacy.tokens import DocBin
from spacy.training.converters import json_to_docs
from udapi.block.read.conll2012 import Conll2012
from udapi.core.document import Document

sys.path.insert(0, str(Path(__file__).parent))
from exported import NEWSMARK, TEXTS, Exports  # noqa: E402

ARTICLES = [
    {
        "id": "a/1",
        "title": "Mayor & council <quarrel>",
        "byline": "Ann Lee and Bob Roe",
        "date": "2023-07-28",
        "source": "The Keld Courier",
        "url": "https://news.example/a/1?x=1&y=2",
        "text": "🎉 “Omar Marsh said ‘no’ to us,” said Helena Rebane, the chief executive of Saarlink. "
        "Rebane added that Marsh had changed his mind.",
    },
    {"id": "a/2", "text": "“Helena Rebane was right,” said Omar Marsh, the mayor of Keld, on Tuesday."},
]


class NetworksAndChains(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.exports = Exports()
        cls.addClassCleanup(cls.exports.close)
        cls.saved = cls.exports.documents()
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)
        rows = "".join(json.dumps(row) + "\n" for row in ARTICLES)
        cls.annotated = cls.folder / "annotated.jsonl"
        annotate = [NEWSMARK, "annotate", "--jsonl"]
        cls.annotated.write_text(
            subprocess.run(annotate, input=rows, capture_output=True, text=True, check=True).stdout, encoding="utf-8"
        )

    def archive(self, format, name):
        """One file of all articles."""
        path = self.folder / name
        if not path.exists():
            command = [NEWSMARK, "export", str(self.annotated), "--format", format, "--output", str(path)]
            subprocess.run(command, check=True)
        return path

    def read_network(self, path):
        """Edges as (from, kind, to): weight, with the names of the nodes."""
        reader = networkx.read_gexf if path.suffix == ".gexf" else networkx.read_graphml
        graph = reader(path)
        self.assertTrue(graph.is_directed())
        names = {node: data["label"] for node, data in graph.nodes(data=True)}
        edges = {(names[one], data["kind"], names[two]): data["weight"] for one, two, data in graph.edges(data=True)}
        return graph, edges

    def test_networkx_reads_who_quotes_and_mentions_whom(self):
        for form in ("gexf", "graphml"):
            graph, edges = self.read_network(self.archive(form, f"all.{form}"))
            title = "Mayor & council <quarrel>"
            self.assertEqual(edges[title, "quotes", "Helena Rebane"], 2)
            self.assertEqual(edges["Helena Rebane", "mentions", "Omar Marsh"], 3)
            self.assertEqual(edges["Omar Marsh", "mentions", "Helena Rebane"], 1)
            people = {data["label"]: data for _, data in graph.nodes(data=True) if data["type"] == "PERSON"}
            self.assertEqual(people["Helena Rebane"]["articles"], 2)
            self.assertEqual(people["Helena Rebane"]["quotations"], 2)
            [dated] = [data for _, data in graph.nodes(data=True) if data.get("date")]
            self.assertEqual((dated["label"], dated["date"], dated["type"]), (title, "2023-07-28", "ARTICLE"))

    def test_a_network_of_one_article_has_its_speakers(self):
        for form in ("gexf", "graphml"):
            folder = self.exports.of(form)
            for name, saved in self.saved.items():
                graph, edges = self.read_network(folder / f"{name}.{form}")
                quoted = {to for _, kind, to in edges if kind == "quotes"}
                document = saved["document"]
                called = [chain["name"] or chain["description"] for chain in document["chains"]]
                speakers = {
                    quote["speaker_name"] if quote["speaker_chain"] is None else called[quote["speaker_chain"]]
                    for quote in document["quotes"]
                } - {None}
                self.assertEqual({" ".join(speaker.split()) for speaker in speakers}, quoted, name)

    def test_references(self):
        path = self.archive("ris", "all.ris")
        first, second = rispy.loads(path.read_text(encoding="utf-8"))
        self.assertEqual(first["type_of_reference"], "NEWS")
        self.assertEqual(first["title"], ARTICLES[0]["title"])
        self.assertEqual(first["authors"], ["Ann Lee", "Bob Roe"])
        self.assertEqual((first["year"], first["date"]), ("2023", "2023/07/28/"))
        self.assertEqual(first["urls"], [ARTICLES[0]["url"]])
        self.assertEqual(first["secondary_title"], "The Keld Courier")
        self.assertEqual(second["title"], ARTICLES[1]["text"])
        items = json.loads(self.archive("csl-json", "all.json").read_bytes())
        source = CiteProcJSON(items)
        item = source["a/1"]
        self.assertEqual(str(item.title), ARTICLES[0]["title"])
        self.assertEqual(item.issued.year, 2023)
        self.assertEqual(len(source), 2)

    def test_files_of_annotation_tools_hold_an_archive(self):
        tasks = json.loads(self.archive("label-studio", "tasks.json").read_bytes())
        self.assertEqual([task["data"]["article_id"] for task in tasks], ["a/1", "a/2"])
        self.assertEqual(tasks[0]["data"]["published"], "2023-07-28")
        for format in ("doccano", "prodigy"):
            lines = self.archive(format, f"{format}.jsonl").read_bytes().split(b"\n")
            self.assertEqual([json.loads(line)["text"] for line in lines if line], [row["text"] for row in ARTICLES])

    def test_udapi_reads_the_chains_of_conll_2012(self):
        columns = "docname,_,ord,form,_,_,_,_,_,_,_,coref"
        folder = self.exports.of("conll-2012")
        for name, saved in self.saved.items():
            path = folder / f"{name}.conll2012"
            if name == "blank":
                continue
            read = Document()
            with self.assertNoLogs(level=logging.ERROR):
                with path.open(encoding="utf-8") as file:
                    Conll2012(attributes=columns, emptyval="-", filehandle=file).apply_on_document(read)
            found = sorted(
                sorted("".join(node.form for node in mention.words) for mention in entity.mentions)
                for entity in read.coref_entities
            )
            text = TEXTS[name]

            def words(start, end, text=text):
                return re.sub(r"[\s\x00-\x1f\x7f-\x9f]+", "", text[start:end])

            chains = [
                {(mention["start"], mention["end"]) for mention in chain["mentions"]}
                for chain in saved["document"]["chains"]
            ]
            expected = sorted(sorted(words(*place) for place in chain) for chain in chains if len(chain) > 1)
            self.assertEqual(found, expected, name)

    def test_conll_2012_names_entities_and_speakers(self):
        path = self.exports.of("conll-2012") / "hard.conll2012"
        rows = [line.split("\t") for line in path.read_bytes().decode("utf-8").split("\n") if "\t" in line]
        self.assertTrue(all(len(row) == 12 for row in rows))
        document = self.saved["hard"]["document"]
        speakers = {"_".join(quote["speaker_name"].split()) for quote in document["quotes"] if quote["speaker_name"]}
        self.assertGreater(len(speakers), 2)
        self.assertLessEqual(speakers, {row[9] for row in rows})
        entities = document["entities"]
        self.assertEqual(sum(row[10].startswith("(") for row in rows), len(entities))
        self.assertEqual(sum(row[10].endswith(")") for row in rows), len(entities))

    def test_spacy_documents_get_the_quotations_and_chains(self):
        vocabulary = spacy.blank("en").vocab
        for name, saved in self.saved.items():
            if name == "blank":
                continue
            path = self.exports.of("spacy") / f"{name}.spacy.json"
            [exported] = json.loads(path.read_bytes())
            [doc] = json_to_docs(path.read_bytes())
            # As docs/formats.md shows it.
            for group, spans in exported["paragraphs"][0]["spans"].items():
                doc.spans[group] = [
                    doc.char_span(one["start"], one["end"], one["label"], kb_id=one["kb_id"], span_id=one["id"])
                    for one in spans
                ]
            [doc] = DocBin(docs=[doc]).from_bytes(DocBin(docs=[doc]).to_bytes()).get_docs(vocabulary)
            document = saved["document"]
            quotes = [(span.start_char, span.end_char, span.label_) for span in doc.spans.get("quotes", [])]
            expected = [(*piece, quote["type"]) for quote in document["quotes"] for piece in quote["content"]]
            self.assertEqual(sorted(quotes), sorted(expected))
            for index, chain in enumerate(document["chains"], 1):
                found = [(span.start_char, span.end_char) for span in doc.spans[f"coref_clusters_{index}"]]
                self.assertEqual(found, [(one["start"], one["end"]) for one in chain["mentions"]])
                self.assertEqual(
                    {span.kb_id_ for span in doc.spans[f"coref_clusters_{index}"]},
                    {chain["name"] or chain["description"]},
                )


if __name__ == "__main__":
    unittest.main()
