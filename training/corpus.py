"""Reads a corpus together with its layout (`newsmark inspect layout`) into arrays."""

import gzip
import json
from dataclasses import dataclass, field
from pathlib import Path

import labels
import numpy as np
import schemes


@dataclass
class Doc:
    id: str
    words: list
    starts: np.ndarray
    ends: np.ndarray
    sentences: list  # (first token, one past the last)
    blocks: list
    flags: np.ndarray
    ner: np.ndarray | None = None  # (n,) labels, or (n, 73) sets of labels
    roles: np.ndarray | None = None  # (n, 3)
    extra: dict = field(default_factory=dict)


def lines(path):
    path = Path(path)
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def document(row, layout):
    """A text without labels."""
    text = row["text"]
    starts, ends = np.array(layout["tokens"]).T
    words = [text[s:e] for s, e in layout["tokens"]]
    flags = np.array(layout.get("flags", [0] * len(words)))
    doc = Doc(row["id"], words, starts, ends, layout["sentences"], layout.get("blocks"), flags)
    doc.extra["paragraph"] = layout["paragraph"]
    return doc


def read(gold_path, layout_path, kind):
    docs = []
    for gold, lay in zip(lines(gold_path), lines(layout_path), strict=True):
        assert gold["id"] == lay["id"]
        if not lay["tokens"]:
            continue
        doc = document(gold, lay)
        words, starts, ends = doc.words, doc.starts, doc.ends
        if kind == "ontonotes":
            doc.ner = labels.exact(words, starts, ends, gold["entities"])
        elif kind == "worldwide":
            doc.ner = labels.sets(words, starts, ends, gold["entities"], schemes.WORLDWIDE)
        elif kind == "polnear":
            doc.roles = labels.roles(words, starts, ends, gold["quotes"])
        elif kind in schemes.EXTRA:
            named = [e for e in gold["entities"] if kind != "gum" or e.get("named")]
            doc.ner = labels.sets(words, starts, ends, named, schemes.EXTRA[kind])
        docs.append(doc)
    return docs


CORPORA = {"ontonotes": "ner/ontonotes", "worldwide": "ner/worldwide", "polnear": "quotes/polnear"}


def load(split, data, layouts, kinds=tuple(CORPORA)):
    out = []
    for kind in kinds:
        folder = CORPORA[kind]
        out += read(
            Path(data) / folder / f"{split}.jsonl", Path(layouts) / f"{folder.replace('/', '_')}_{split}.jsonl", kind
        )
    return out


def load_extra(data, layouts, kinds=tuple(schemes.EXTRA)):
    """The smaller corpora, which have labels of their own and no dev split."""
    docs = [
        doc
        for kind in kinds
        for doc in read(Path(data) / f"extra/ner/{kind}.jsonl.gz", Path(layouts) / f"extra_ner_{kind}.jsonl", kind)
    ]
    # WNUT 2016 and 2017 share many posts. The labels of 2017 are kept: 2016 has the vaguer "other".
    seen, out = set(), []
    for doc in docs:
        text = " ".join(doc.words)
        if text not in seen or not doc.id.startswith("wnut16/"):
            out.append(doc)
        seen.add(text)
    return out


def load_text(texts, layouts):
    """Unlabelled texts from a sample that `texts.py` wrote."""
    return read(texts, layouts, None)
