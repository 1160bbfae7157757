"""The student's batches: documents as blocks of tokens, with the augmentation that changes them in each pass."""

import numpy as np
import torch
from rename import names_of

STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'", "``": '"', "''": '"'}
SINGLE = {"“": "‘", "”": "’"}
OPENS, CLOSES = 3, 4  # src/tagger/flags.rs


def remarked(words, flags, style):
    """The words with other quotation marks; what opens and what closes, the flags know."""
    if style == "straight":
        return [STRAIGHT.get(w, w) for w in words]
    out = []
    for w, f in zip(words, flags, strict=True):
        if w in ('"', "``", "''") and f // 3 % 5 in (OPENS, CLOSES):
            w = "“" if f // 3 % 5 == OPENS else "”"
        out.append(SINGLE.get(w, w) if style == "single" else w)
    return out


def cased(word, noise):
    if noise == "upper":
        return word.upper()
    if noise == "lower":
        return word.lower()
    if noise == "title":
        return word[:1].upper() + word[1:] if len(word) > 3 else word
    return word


def casing_flag(flag, noise):
    kind = {"upper": 1, "title": 2, "lower": 3}.get(noise)
    return flag if kind is None else flag % 15 + 15 * kind


def blocks(doc, rng):
    """The library's own blocks; in training, blocks cut as src/tagger/blocks.rs cuts them but of varying size."""
    if rng is None:
        return doc.blocks
    enough, most = rng.choice(((96, 192), (48, 96), (24, 128), (8, 64), (160, 192)))
    out, start = [], 0
    paragraph = doc.extra["paragraph"]
    for s, (a, b) in enumerate(doc.sentences):
        size = a - start
        fresh = s > 0 and paragraph[a] != paragraph[a - 1]
        if size > 0 and ((fresh and size >= enough) or size + b - a > most):
            out.append((start, a))
            start = a
        while b - start > most:
            out.append((start, start + most))
            start += most
    if start < len(doc.words):
        out.append((start, len(doc.words)))
    return out


RARE = ("FAC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE")
# A piece with a rare name in this many tokens is read twice in each pass.
OFTEN = 150


# How often a text that was written for training is read in each pass, with other names each time.
WRITTEN = 12


def readings(doc, first, last, text_share, rng):
    """How often a piece is read in a pass: a sample of the unlabelled texts, and texts with many rare names twice."""
    if "slots" in doc.extra:
        return WRITTEN
    if doc.ner is None and doc.roles is None:
        return int(rng.random() < text_share)
    rare = sum(kind in RARE and first <= a < last for a, _, kind in names_of(doc) or ())
    return 1 + (rare * OFTEN >= last - first)


class Batches:
    def __init__(self, docs, forms, gap, size, renamer=None, downstyle=None, text_share=1.0, rare=False):
        self.docs, self.forms, self.gap, self.size = docs, forms, gap, size
        self.text_share, self.rare = text_share, rare
        self.renamer, self.downstyle = renamer, downstyle
        for doc in docs:
            if "forms" not in doc.extra:
                doc.extra["forms"] = np.array([forms.of[w] for w in doc.words])

    def pieces(self, rng):
        """(document, first token, last token) to be read as one document: long ones are halved now and then."""
        out = []
        for d, doc in enumerate(self.docs):
            n = len(doc.words)
            cut = n if rng is None or n < 600 else rng.randint(400, 1600)
            starts = [a for a, _ in doc.sentences]
            start = 0
            while start < n:
                end = min(n, start + cut)
                if end < n:
                    later = [s for s in starts if s >= end]
                    end = later[0] if later else n
                out.append((d, start, end))
                start = end
        return out

    def epoch(self, rng):
        pieces = self.pieces(rng)
        if rng:
            if self.rare:
                pieces = [p for p in pieces for _ in range(readings(self.docs[p[0]], *p[1:], self.text_share, rng))]
            rng.shuffle(pieces)
        batch, total = [], 0
        for piece in pieces:
            batch.append(piece)
            total += piece[2] - piece[1]
            if total >= self.size:
                yield self.collate(batch, rng)
                batch, total = [], 0
        if batch:
            yield self.collate(batch, rng)

    def collate(self, batch, rng):
        ids, flags, inside, groups, where = [], [], [], [], []
        position = 0
        spans = []
        for k, (d, a, b) in enumerate(batch):
            doc = self.docs[d]
            marks = rng.random() if rng else 1.0
            renamed = self.renamer.rename(doc, rng) if rng and self.renamer else None
            words = renamed or doc.words
            lowered = self.downstyle.lower(doc, words, rng) if rng and self.downstyle else None
            words = lowered or words
            for x, y in blocks(doc, rng):
                x, y = max(x, a), min(y, b)
                if x >= y:
                    continue
                form = doc.extra["forms"][x:y]
                flag = doc.flags[x:y]
                noise = None
                if rng:
                    p = rng.random()
                    noise = "upper" if p < 0.03 else "lower" if p < 0.06 else "title" if p < 0.08 else None
                    style = "straight" if marks < 0.1 else "single" if marks < 0.2 else "curly" if marks < 0.5 else None
                    if noise or style or words is not doc.words:
                        changed = remarked(words[x:y], flag, style) if style else words[x:y]
                        form = np.array([self.forms.of[cased(w, noise)] for w in changed])
                        flag = np.array([casing_flag(f, noise) for f in flag])
                ids += [form, np.zeros(self.gap, np.int64)]
                flags += [flag, np.zeros(self.gap, np.int64)]
                inside += [np.ones(y - x, bool), np.zeros(self.gap, bool)]
                memory = self.forms.memory[form]
                groups += [np.where(memory >= 0, memory + k * 10_000_000, -1), np.full(self.gap, -1)]
                where.append(np.arange(position, position + y - x))
                spans.append((d, x, y))
                position += y - x + self.gap
        ids = np.concatenate(ids)
        distinct, word = np.unique(ids, return_inverse=True)
        groups = np.concatenate(groups)
        names, group = np.unique(groups, return_inverse=True)
        if names[0] == -1:
            group = group - 1
        return (
            dict(
                forms=self.forms.take(distinct),
                word=torch.from_numpy(word),
                flags=torch.from_numpy(np.concatenate(flags)).long(),
                inside=torch.from_numpy(np.concatenate(inside)),
                groups=torch.from_numpy(group),
                group_count=int(group.max()) + 1 if len(group) else 0,
            ),
            torch.from_numpy(np.concatenate(where)),
            spans,
        )
