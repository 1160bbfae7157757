"""Opens the exports for annotation tools with the libraries that read these formats. tests/formats/run.sh runs this."""

import json
import sys
import tempfile
import unittest
from pathlib import Path

import cassis
import jsonschema
import spacy
from label_studio_sdk.converter import Converter
from label_studio_sdk.label_interface import LabelInterface
from spacy.tokens import Doc

sys.path.insert(0, str(Path(__file__).parent))
from exported import TEXTS, Exports, spans  # noqa: E402

# What doccano's documentation says of a line of "JSONL(Relation)".
DOCCANO = {
    "type": "object",
    "required": ["text", "entities", "relations"],
    "properties": {
        "text": {"type": "string"},
        "entities": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "start_offset", "end_offset", "label"],
                "additionalProperties": False,
                "properties": {
                    "id": {"type": "integer"},
                    "start_offset": {"type": "integer", "minimum": 0},
                    "end_offset": {"type": "integer", "minimum": 0},
                    "label": {"type": "string"},
                },
            },
        },
        "relations": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "from_id", "to_id", "type"],
                "additionalProperties": False,
                "properties": {
                    "id": {"type": "integer"},
                    "from_id": {"type": "integer"},
                    "to_id": {"type": "integer"},
                    "type": {"type": "string"},
                },
            },
        },
    },
}

# Prodigy's documentation of the tasks for spans.manual and rel.manual.
PRODIGY_SPAN = {
    "type": "object",
    "required": ["start", "end", "token_start", "token_end", "label"],
    "properties": {name: {"type": "integer"} for name in ("start", "end", "token_start", "token_end")},
}
PRODIGY = {
    "type": "object",
    "required": ["text", "tokens", "spans", "relations", "meta"],
    "properties": {
        "tokens": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["text", "start", "end", "id", "ws"],
                "properties": {"id": {"type": "integer"}, "ws": {"type": "boolean"}},
            },
        },
        "spans": {"type": "array", "items": PRODIGY_SPAN},
        "relations": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["head", "child", "head_span", "child_span", "label"],
                "properties": {"head_span": PRODIGY_SPAN, "child_span": PRODIGY_SPAN},
            },
        },
    },
}


def contents(document):
    """The pieces of the quotations."""
    return sorted(tuple(piece) for quote in document["quotes"] for piece in quote["content"])


def first_speakers(document):
    """Where each quotation with a speaker beside it begins, and where its speaker does."""
    return {(quote["content"][0][0], quote["speaker"][0][0]) for quote in document["quotes"] if quote["speaker"]}


def only_line(path):
    """The JSON of a file with one line."""
    [line, rest] = path.read_bytes().split(b"\n")
    assert rest == b""
    return json.loads(line)


class AnnotationTools(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.exports = Exports()
        cls.addClassCleanup(cls.exports.close)
        cls.saved = cls.exports.documents()

    def each(self, format, ending):
        """Name, file and document of every article."""
        folder = self.exports.of(format)
        return [(name, folder / f"{name}{ending}", saved["document"]) for name, saved in self.saved.items()]

    def assert_same_spans(self, name, found, document):
        """Start, end and label of spans, with entities and quotations as the document has them."""
        self.assertEqual(len(found), len(set(found)))
        types = {kind for _, _, kind in spans(document)}
        self.assertEqual(sorted(span for span in found if span[2] in types), sorted(spans(document)), name)
        self.assertEqual(sorted(span[:2] for span in found if span[2] == "Quotation"), contents(document), name)

    def test_label_studio_accepts_the_tasks_and_converts_them(self):
        folder = self.exports.of("label-studio")
        configuration = (folder / "labelling-configuration.xml").read_text(encoding="utf-8")
        interface = LabelInterface(configuration)
        interface.validate()
        for name, path, document in self.each("label-studio", ".label-studio.json"):
            [task] = json.loads(path.read_bytes())
            text = task["data"]["text"]
            self.assertEqual(text, TEXTS[name])
            [prediction] = task["predictions"]
            self.assertEqual(interface.validate_prediction(prediction, return_errors=True), [], name)
            regions = {one["id"]: one for one in prediction["result"] if one["type"] == "labels"}
            found = []
            for region in regions.values():
                value = region["value"]
                self.assertEqual(text[value["start"] : value["end"]], value["text"])
                found.append((value["start"], value["end"], *value["labels"]))
            self.assert_same_spans(name, found, document)
            said = {
                tuple(regions[one[end]]["value"]["start"] for end in ("from_id", "to_id"))
                for one in prediction["result"]
                if one["type"] == "relation" and one["labels"] == ["SaidBy"]
            }
            self.assertLessEqual(first_speakers(document), said)
        # As Label Studio exports them when a person has accepted them.
        [task] = json.loads((folder / "hard.label-studio.json").read_bytes())
        accepted = [
            {"id": 1, "data": task["data"], "annotations": [{"id": 1, "result": task["predictions"][0]["result"]}]}
        ]
        with tempfile.TemporaryDirectory() as out:
            source = Path(out) / "accepted.json"
            source.write_text(json.dumps(accepted), encoding="utf-8")
            converter = Converter(configuration, project_dir=out, download_resources=False)
            converter.convert_to_json_min(str(source), out, is_dir=False)
            [converted] = json.loads((Path(out) / "result.json").read_bytes())
        labels = [(one["start"], one["end"], *one["labels"]) for one in converted["label"]]
        self.assert_same_spans("hard", labels, self.saved["hard"]["document"])

    def test_doccano_has_the_documented_form(self):
        for name, path, document in self.each("doccano", ".doccano.jsonl"):
            example = only_line(path)
            jsonschema.validate(example, DOCCANO)
            self.assertEqual(example["text"], TEXTS[name])
            entities = {one["id"]: one for one in example["entities"]}
            self.assert_same_spans(
                name, [(one["start_offset"], one["end_offset"], one["label"]) for one in entities.values()], document
            )
            said = {
                tuple(entities[one[end]]["start_offset"] for end in ("from_id", "to_id"))
                for one in example["relations"]
                if one["type"] == "SaidBy"
            }
            self.assertLessEqual(first_speakers(document), said)
            for relation in example["relations"]:
                self.assertTrue({relation["from_id"], relation["to_id"]} <= entities.keys())

    def test_prodigy_tokens_make_the_text_and_the_spans(self):
        vocabulary = spacy.blank("en").vocab
        for name, path, document in self.each("prodigy", ".prodigy.jsonl"):
            task = only_line(path)
            jsonschema.validate(task, PRODIGY)
            tokens = task["tokens"]
            if not tokens:
                continue
            doc = Doc(vocabulary, [one["text"] for one in tokens], [one["ws"] for one in tokens])
            self.assertEqual(doc.text, TEXTS[name])
            self.assertEqual([one["start"] for one in tokens], [token.idx for token in doc])
            self.assertEqual([one["id"] for one in tokens], list(range(len(tokens))))
            for span in task["spans"]:
                made = doc[span["token_start"] : span["token_end"] + 1]
                self.assertEqual((made.start_char, made.end_char), (span["start"], span["end"]))
            self.assert_same_spans(name, [(one["start"], one["end"], one["label"]) for one in task["spans"]], document)
            for relation in task["relations"]:
                for end in ("head", "child"):
                    self.assertIn(relation[f"{end}_span"], task["spans"])
                    self.assertEqual(relation[end], relation[f"{end}_span"]["token_end"])

    def test_cassis_reads_xmi_with_its_type_system(self):
        folder = self.exports.of("xmi")
        with (folder / "TypeSystem.xml").open("rb") as file:
            types = cassis.load_typesystem(file)
        for name, path, document in self.each("xmi", ".xmi"):
            with path.open("rb") as file:
                cas = cassis.load_cas_from_xmi(file, typesystem=types)
            text = TEXTS[name].replace("\0", "\ufffd")
            self.assertEqual(cas.sofa_string, text)
            core = "de.tudarmstadt.ukp.dkpro.core.api."
            found = [(one.begin, one.end, one.value) for one in cas.select(f"{core}ner.type.NamedEntity")]
            self.assertEqual(sorted(found), sorted(spans(document)))
            quotations = cas.select("webanno.custom.Quotation")
            self.assertEqual(sorted((one.begin, one.end) for one in quotations), contents(document))
            names = sorted(one.speakerName for one in quotations if one.speakerName)
            said = {
                (one.begin, link.target.begin)
                for one in quotations
                for link in (one.links.elements if one.links else [])
                if link.role == "SaidBy"
            }
            self.assertLessEqual(first_speakers(document), said)
            self.assertLessEqual({quote["speaker_name"] for quote in document["quotes"]} - {None}, set(names))
            edges = {(one.begin, one.end) for one in cas.select(f"{core}segmentation.type.Token")}
            begins, ends = {begin for begin, _ in edges}, {end for _, end in edges}
            for one in [*quotations, *cas.select(f"{core}ner.type.NamedEntity")]:
                self.assertTrue(one.begin in begins and one.end in ends)
            mentions = [{(one["start"], one["end"]) for one in chain["mentions"]} for chain in document["chains"]]
            chains = cas.select(f"{core}coref.type.CoreferenceChain")
            self.assertEqual(len(chains), sum(1 for chain in mentions if chain))
            linked = []
            for chain in chains:
                link, places = chain.first, set()
                while link is not None:
                    if link.referenceType != "title":
                        places.add((link.begin, link.end))
                    link = link.next
                linked.append(places)
            for expected in mentions:
                self.assertTrue(any(expected <= places for places in linked), name)


if __name__ == "__main__":
    unittest.main()
