"""Reads a corpus together with its layout (`newsmark inspect layout`) into arrays."""

import json
from dataclasses import dataclass, field
from pathlib import Path

import labels
import numpy as np


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


def read(gold_path, layout_path, kind):
    docs = []
    with open(gold_path, encoding="utf-8") as golds, open(layout_path, encoding="utf-8") as layouts:
        for line, lay in zip(golds, layouts, strict=True):
            gold, lay = json.loads(line), json.loads(lay)
            assert gold["id"] == lay["id"]
            if not lay["tokens"]:
                continue
            text = gold["text"]
            starts, ends = np.array(lay["tokens"]).T
            words = [text[s:e] for s, e in lay["tokens"]]
            doc = Doc(
                gold["id"],
                words,
                starts,
                ends,
                lay["sentences"],
                lay.get("blocks"),
                np.array(lay.get("flags", [0] * len(words))),
            )
            doc.extra["paragraph"] = lay["paragraph"]
            if kind == "ontonotes":
                doc.ner = labels.exact(words, starts, ends, gold["entities"])
            elif kind == "worldwide":
                doc.ner = labels.worldwide(words, starts, ends, gold["entities"])
            elif kind == "polnear":
                doc.roles = labels.roles(words, starts, ends, gold["quotes"])
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
