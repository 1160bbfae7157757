"""Short texts with names in plain contexts (`written.txt`): python written.py > TEXTS.jsonl

Most errors in today's news are names that the network has never met, although the context shows what they are: ships,
apps, parties, clubs. In these texts the context shows it, and each name is replaced in every pass, so that nothing else
can be learned from them.
"""

import json
import re
import sys
from pathlib import Path

import corpus
import labels
import schemes

PATH = Path(__file__).with_name("written.txt")
NAME = re.compile(r"\[([^|\]]+)\|([A-Z_]+)\]")
REPLACED = "~"


def texts(lines):
    """{"id", "text", "entities"} of each line; an entity also has the words of it that are replaced."""
    for number, line in enumerate(lines, 1):
        line = line.rstrip("\n")
        if not line or line.startswith("#"):
            continue
        text, entities, at = "", [], 0
        for name in NAME.finditer(line):
            text += line[at : name.start()]
            words = name[1].split(" ")
            new = [word.removeprefix(REPLACED) for word in words if word.startswith(REPLACED)]
            shown = name[1].replace(REPLACED, "")
            entities.append({"start": len(text), "end": len(text) + len(shown), "type": name[2], "replaced": new})
            text, at = text + shown, name.end()
        yield {"id": f"written/{number}", "text": text + line[at:], "entities": entities}


def load(layout_path, path=PATH):
    """The texts as documents: with label sets, their names, and the type for which each replaced word stands."""
    with open(path, encoding="utf-8") as file:
        rows = list(texts(file))
    docs = []
    for row, layout in zip(rows, corpus.lines(layout_path), strict=True):
        doc = corpus.document(row, layout)
        doc.ner = labels.sets(doc.words, doc.starts, doc.ends, row["entities"], schemes.WRITTEN)
        doc.extra["slots"] = {}
        doc.extra["names"] = []
        for e in row["entities"]:
            first, last = labels.token_range(doc.starts, doc.ends, e["start"], e["end"])
            doc.extra["names"].append((first, last, e["type"]))
            for i in range(first, last):
                if doc.words[i] in e["replaced"]:
                    given = e["type"] == "PERSON" and i == first and last - first > 1
                    doc.extra["slots"].setdefault(doc.words[i], "FIRST" if given else e["type"])
        docs.append(doc)
    return docs


if __name__ == "__main__":
    with open(PATH, encoding="utf-8") as file:
        for row in texts(file):
            sys.stdout.write(json.dumps({"id": row["id"], "text": row["text"]}, ensure_ascii=False) + "\n")
