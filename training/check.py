"""Checks that the exported model tags as the trainer's does: python check.py --run DIR --model FILE [--documents 60]

Runs both over the first dev documents of each corpus and compares the best label of every token, as entities and as
roles. Quantisation moves a label where two were nearly as likely, and nothing else may: under 99 % it fails.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

import corpus
import numpy as np
import torch
import train
import vocabulary
from batches import Batches
from safetensors.torch import load_file
from student import Student


def main(a):
    options = argparse.Namespace(**json.loads((Path(a.run) / "options.json").read_text()))
    options.data, options.layouts = a.data, a.layouts
    docs = [
        d for kind in corpus.CORPORA for d in corpus.load("dev", options.data, options.layouts, (kind,))[: a.documents]
    ]
    state = load_file(str(Path(a.run) / "student.safetensors"))
    index = dict(np.load(Path(a.run) / "index.npz"))
    forms = vocabulary.Forms(train.variants({w for d in docs for w in d.words}), a.binary, index)
    model = Student(state["tables.word.weight"], width=options.width, **train.dilations(options))
    model.load_state_dict(state)
    ner, roles = train.predict(model, Batches(docs, forms, model.gap, 20000), bf16=False)

    texts = {}
    for folder in corpus.CORPORA.values():
        with open(Path(options.data) / folder / "dev.jsonl", encoding="utf-8") as lines:
            texts |= {row["id"]: row["text"] for row in map(json.loads, lines)}
    rows = "".join(json.dumps({"id": d.id, "text": texts[d.id]}) + "\n" for d in docs)
    out = subprocess.run(
        [a.binary, "--model", a.model, "inspect", "tags"], input=rows.encode(), stdout=subprocess.PIPE, check=True
    ).stdout
    same = {"entities": [0, 0], "roles": [0, 0]}
    for n, r, line in zip(ner, roles, out.splitlines(), strict=True):
        found = json.loads(line)
        for key, ours, theirs in (("entities", n, found["ner"]), ("roles", r, found["roles"])):
            equal = ours.argmax(-1) == np.array(theirs).argmax(-1)
            same[key][0] += int(equal.sum())
            same[key][1] += equal.size
    shares = {k: a / b for k, (a, b) in same.items()}
    print(" | ".join(f"{k}: {100 * v:.2f} % of labels agree" for k, v in shares.items()))
    return 0 if min(shares.values()) > 0.99 else 1


if __name__ == "__main__":
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--run", required=True)
    ap.add_argument("--model", required=True)
    ap.add_argument("--binary", default="../target/release/newsmark")
    ap.add_argument("--data", default="../../shared/data")
    ap.add_argument("--layouts", required=True)
    ap.add_argument("--documents", type=int, default=60)
    torch.set_grad_enabled(False)
    sys.exit(main(ap.parse_args()))
