"""Constrained BIOES decoding and span F1, for reports during training."""

import numpy as np
from labels import LABELS, PLACES, ROLES


def legal(labels):
    """Whether label j may follow label i; also which may begin and end a block."""
    n = len(labels)
    follows = np.zeros((n, n), dtype=bool)
    for i, a in enumerate(labels):
        for j, b in enumerate(labels):
            if a[0] in "BI":
                follows[i, j] = b[0] in "IE" and a[1:] == b[1:]
            else:
                follows[i, j] = b[0] in "OBS"
    return follows, np.array([name[0] in "OBS" for name in labels]), np.array([name[0] in "OES" for name in labels])


def viterbi(scores, labels):
    follows, begins, ends = legal(labels)
    block = np.where(follows, 0.0, -1e9)
    best = scores[0] + np.where(begins, 0.0, -1e9)
    back = np.zeros(scores.shape, dtype=np.int64)
    for t in range(1, len(scores)):
        through = best[:, None] + block
        back[t] = through.argmax(0)
        best = through.max(0) + scores[t]
    path = [int((best + np.where(ends, 0.0, -1e9)).argmax())]
    for t in range(len(scores) - 1, 0, -1):
        path.append(int(back[t][path[-1]]))
    return path[::-1]


def spans(path, labels):
    out, start = set(), 0
    for i, k in enumerate(path):
        place, kind = labels[k][0], labels[k][2:]
        if place in "BS":
            start = i
        if place in "ES":
            out.add((start, i + 1, kind))
    return out


def log_softmax(x):
    x = x.astype(np.float32)
    x = x - x.max(-1, keepdims=True)
    return x - np.log(np.exp(x).sum(-1, keepdims=True))


def f1(tp, fp, fn):
    return 2 * tp / max(1, 2 * tp + fp + fn)


WIDE = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "NORP": "NORP"}


def simple(spans_, words, label_of):
    """Spans under worldwide's four types, the leading article dropped."""
    out = set()
    for a, b, t in spans_:
        t = label_of(t)
        if t:
            if words[a].lower() in ("the", "a", "an") and b - a > 1:
                a += 1
            out.add((a, b, t))
    return out


def gold_sets(allowed):
    """Spans from worldwide's label sets: types named by the first of what is allowed."""
    out, start, kind = set(), None, None
    table = {
        frozenset(["PERSON"]): "PERSON",
        frozenset(["ORG"]): "ORG",
        frozenset(["GPE", "LOC", "FAC"]): "LOC",
        frozenset(["NORP"]): "NORP",
        frozenset(["FAC", "LOC", "ORG"]): "IGNORE",
    }
    for i, row in enumerate(allowed):
        names = [LABELS[k] for k in np.flatnonzero(row)]
        if "O" in names:
            continue
        places = {n[0] for n in names}
        types = table.get(frozenset(n[2:] for n in names))
        if places & set("BS"):
            start, kind = i, types
        if places & set("ES") and start is not None and kind:
            out.add((start, i + 1, kind))
    return out


def report(docs, ner, roles):
    """Entity F1 on each corpus and exact F1 of each role, on tokens (the official figures come from the scripts)."""
    counts = {}

    def add(key, g, p):
        c = counts.setdefault(key, [0, 0, 0])
        c[0] += len(g & p)
        c[1] += len(p - g)
        c[2] += len(g - p)

    for d, n, r in zip(docs, ner, roles, strict=True):
        if d.ner is not None:
            p = set()
            for a, b in d.sentences:
                p |= {(a + x, a + y, t) for x, y, t in spans(viterbi(log_softmax(n[a:b]), LABELS), LABELS)}
            if d.ner.ndim == 1:
                g = spans(d.ner, LABELS)
                add("ontonotes", g, p)
                if "/nw/" in d.id:
                    add("ontonotes/nw", g, p)
            else:
                g = gold_sets(d.ner)
                ignored = {x for x in g if x[2] == "IGNORE"}
                g = simple(g - ignored, d.words, lambda t: t)
                p = {
                    x
                    for x in simple(p, d.words, WIDE.get)
                    if x in g or not any(x[0] < y[1] and y[0] < x[1] for y in ignored)
                }
                add("worldwide", g, p)
        if d.roles is not None:
            for k, role in enumerate(ROLES):
                add(
                    role,
                    spans(d.roles[:, k], [f"{c}-" for c in PLACES]),
                    spans(viterbi(log_softmax(r[:, k]), [f"{c}-" for c in PLACES]), [f"{c}-" for c in PLACES]),
                )
    return " | ".join(f"{k} {100 * f1(*c):.2f}" for k, c in counts.items())
