"""Samples unlabelled news for distillation: python texts.py --words 6000000 [--seed 1] > SAMPLE.jsonl

Two collections from one country make up two thirds of ../shared/data/extra/text. To balance the sample, each
collection is weighted by the square root of its word count, and so is each year of an outlet within a collection. The
same seed gives the same sample, and a larger sample contains the smaller one.
"""

import argparse
import hashlib
import json
import math
import sys
from collections import Counter
from pathlib import Path

import corpus


def texts(data):
    for path in sorted((Path(data) / "extra/text").glob("*.jsonl.gz")):
        for row in corpus.lines(path):
            yield (path.name.partition(".")[0], row.get("outlet"), row.get("year")), row


def chance(name, seed):
    """A pseudo-random number in (0, 1), determined by the name and the seed."""
    digest = hashlib.sha256(f"{seed} {name}".encode()).digest()
    return (int.from_bytes(digest[:6], "big") + 0.5) / (1 << 48)


def rates(totals):
    """The sampling rate of each group, from the word counts: {(collection, outlet, year): words}."""
    collections, roots = Counter(), Counter()
    for group, words in totals.items():
        collections[group[0]] += words
        roots[group[0]] += math.sqrt(words)
    return {
        group: math.sqrt(collections[group[0]]) / roots[group[0]] / math.sqrt(words) for group, words in totals.items()
    }


def sample(rows, words, seed):
    """A sample of the (group, row) pairs with about this many words: rows sorted by id."""
    sizes = {row["id"]: len(row["text"].split()) for _, row in rows}
    totals = Counter()
    for group, row in rows:
        totals[group] += sizes[row["id"]]
    rate = rates(totals)
    # Weighted sampling without replacement (Efraimidis and Spirakis, 2006): each row gets an exponentially distributed
    # waiting time, and the shortest ones win.
    order = sorted(rows, key=lambda item: -math.log(chance(item[1]["id"], seed)) / rate[item[0]])
    out, taken = [], 0
    for _, row in order:
        if taken >= words:
            break
        out.append(row)
        taken += sizes[row["id"]]
    return sorted(out, key=lambda row: row["id"])


if __name__ == "__main__":
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--data", default="../../shared/data")
    ap.add_argument("--words", type=int, required=True)
    ap.add_argument("--seed", type=int, default=1)
    a = ap.parse_args()
    for row in sample(list(texts(a.data)), a.words, a.seed):
        sys.stdout.write(json.dumps({"id": row["id"], "text": row["text"]}, ensure_ascii=False) + "\n")
