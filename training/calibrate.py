"""Fits the entities' confidence on a dev split: python calibrate.py GOLD.jsonl PRED.jsonl OUT.json

PRED comes from a model without a `calibration` tensor. Isotonic regression (pool adjacent violators) of "span and
type are right" on the raw confidence, cut down to a few knots that the library joins by straight lines. It is fitted
on every second document; the reliability table that is printed is of the others.

Without OUT.json, the table is of all documents, with the confidence as it is.
"""

import itertools
import json
import sys

import numpy as np


def pairs(gold_path, pred_path, every=1, first=0):
    """Confidence, and whether it was right, of each entity in every so many documents from the first one on."""
    out = []
    with open(gold_path, encoding="utf-8") as golds, open(pred_path, encoding="utf-8") as preds:
        preds = {row["id"]: row for row in map(json.loads, preds)}
        for gold in itertools.islice(map(json.loads, golds), first, None, every):
            right = {(e["start"], e["end"], e["type"]) for e in gold["entities"]}
            out += [
                (e["confidence"], (e["start"], e["end"], e["type"]) in right) for e in preds[gold["id"]]["entities"]
            ]
    return np.array(sorted(out), dtype=float).T


def isotonic(y):
    """Blocks of equal fitted value: (sum, count) pairs in order."""
    blocks = []
    for value in y:
        blocks.append([value, 1])
        while len(blocks) > 1 and blocks[-2][0] * blocks[-1][1] >= blocks[-1][0] * blocks[-2][1]:
            s, n = blocks.pop()
            blocks[-1][0] += s
            blocks[-1][1] += n
    return blocks


def knots(raw, right, parts=10):
    fitted = np.concatenate([np.full(n, s / n) for s, n in isotonic(right)])
    at = np.quantile(raw, np.linspace(0, 1, parts + 1))
    out = [[0.0, float(fitted[0]) * 0.5]]
    for low, high in zip(at, at[1:], strict=False):
        inside = (raw >= low) & (raw <= high)
        x, y = float(raw[inside].mean()), float(fitted[inside].mean())
        if x > out[-1][0] + 1e-4:
            out.append([round(x, 5), round(max(y, out[-1][1]), 5)])
    return out + [[1.0, max(out[-1][1], float(fitted[-len(fitted) // 50 :].mean()))]]


def table(p, right):
    for low in (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95):
        high = {0.0: 0.3, 0.3: 0.5, 0.9: 0.95, 0.95: 1.01}.get(low, low + 0.1)
        inside = (p >= low) & (p < high)
        if inside.any():
            print(
                f"  shown {low:.2f}-{min(high, 1):.2f}  mean {p[inside].mean():.3f}"
                f"  right {right[inside].mean():.3f}  of {inside.sum()}"
            )


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    if len(sys.argv) == 4:
        ks = knots(*pairs(*sys.argv[1:3], every=2))
        with open(sys.argv[3], "w") as out:
            json.dump(ks, out)
        raw, right = pairs(*sys.argv[1:3], every=2, first=1)
        table(np.interp(raw, *np.array(ks).T), right)
    else:
        table(*pairs(*sys.argv[1:3]))
