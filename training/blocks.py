"""Cuts documents into blocks of whole sentences and groups these into batches of similar length."""

import torch
from wordpiece import case_of


def blocks(doc, pieces, limit, rng):
    """Runs of whole sentences with at most `limit` subwords; a longer sentence is cut."""
    out, start, size = [], 0, 0
    budget = limit if rng is None else rng.randint(limit // 4, limit)
    for a, b in doc.sentences:
        length = sum(len(pieces[i]) for i in range(a, b))
        if size and size + length > budget:
            out.append((start, a))
            start, size = a, 0
            budget = limit if rng is None else rng.randint(limit // 4, limit)
        size += length
        while size > limit:
            k, s = start, 0
            while s + len(pieces[k]) <= limit:
                s += len(pieces[k])
                k += 1
            out.append((start, k))
            start, size = k, size - s
    if start < len(doc.words):
        out.append((start, len(doc.words)))
    return out


def batches(docs, wp, limit, size, rng):
    """Lists of (subwords, document, first word, one past the last), grouped by length, in random order."""
    items = []
    for d, doc in enumerate(docs):
        pieces = doc.extra.get("pieces")
        if pieces is None:
            pieces = doc.extra["pieces"] = [wp.word(w) for w in doc.words]
            doc.extra["cases"] = [case_of(w) for w in doc.words]
        for a, b in blocks(doc, pieces, limit, rng):
            items.append((sum(len(pieces[i]) for i in range(a, b)), d, a, b))
    items.sort(key=lambda item: (item[0], rng.random() if rng else 0))
    out, current = [], []
    for item in items:
        if current and (len(current) + 1) * (item[0] + 2) > size:
            out.append(current)
            current = []
        current.append(item)
    out.append(current)
    if rng:
        rng.shuffle(out)
    return out


def collate(batch, docs, wp, rng):
    """The input of the encoder, and the positions of the first subword of each word in its output."""
    n = max(size for size, *_ in batch) + 2
    ids = torch.full((len(batch), n), wp.pad)
    cases = torch.zeros_like(ids)
    mask = torch.zeros(len(batch), n, dtype=torch.bool)
    rows, cols = [], []
    for r, (_, d, a, b) in enumerate(batch):
        doc, line, case, at = docs[d], [wp.cls], [0], 1
        noise = rng.random() if rng else 1.0
        for i in range(a, b):
            p, c = doc.extra["pieces"][i], doc.extra["cases"][i]
            if c >= 2:  # casing noise: the encoder is uncased, so only the casing changes
                if noise < 0.04:
                    c = 4
                elif noise < 0.08:
                    c = 2
                elif noise < 0.10:
                    c = 5
            rows.append(r)
            cols.append(at)
            line += p
            case += [c] * len(p)
            at += len(p)
        line.append(wp.sep)
        ids[r, : len(line)] = torch.tensor(line)
        cases[r, : len(case)] = torch.tensor(case)
        mask[r, : len(line)] = True
    return ids, cases, mask, (torch.tensor(rows), torch.tensor(cols))
