"""Augmentation: names as papers print them that keep capitals for proper nouns ("the Korean war").

OntoNotes' papers write every word of a name with a capital. In a share of the documents the common nouns at the end of
a name lose theirs, if a proper noun stands before them. What is a common noun, the texts themselves say. Of
organisations it is done behind a nation or an acronym only ("New York Times" stays), and not where the texts do not
count the last word to a name when it stands behind a nation in small letters ("the Russian army").
"""

from collections import Counter

import numpy as np
from labels import INDEX, LABELS

KINDS = ("ORG", "LOC", "EVENT", "FAC", "LAW")
NATION = {INDEX[f"S-{kind}"] for kind in ("NORP", "GPE")}


class Downstyle:
    def __init__(self, docs, share=0.12):
        self.share = share
        small, capital, plain, nation, named = (Counter() for _ in range(5))
        for doc in docs:
            for i, word in enumerate(doc.words):
                (small if word.islower() else capital)[word.lower()] += 1
                if doc.ner is None or doc.ner.ndim != 1:
                    continue
                nation[word] += int(doc.ner[i]) in NATION
                named[word] += int(doc.ner[i]) > 0
                if i > 0 and word.islower() and doc.ner[i] == 0 and int(doc.ner[i - 1]) in NATION:
                    plain[word] += 1
        self.common = {w for w, n in small.items() if n >= 20 and n > 2 * capital[w] and w.isalpha()}
        self.nations = {w for w, n in nation.items() if 2 * n > named[w]}
        self.never = {w for w, n in plain.items() if n >= 5}

    def words(self):
        return self.common

    def lower(self, doc, words, rng):
        """The document's words with some in small letters, or None to leave them as they are."""
        if doc.ner is None or doc.ner.ndim != 1 or rng.random() >= self.share:
            return None
        out, start = list(words), 0
        for i in np.flatnonzero(doc.ner):
            place, _, kind = LABELS[doc.ner[i]].partition("-")
            if place == "B":
                start = int(i)
            elif place == "E" and kind in KINDS:
                self.lower_name(doc.words, start, int(i) + 1, kind, out)
        return out

    def lower_name(self, words, start, end, kind, out):
        while end > start and not words[end - 1][0].isalpha():
            end -= 1
        first = end
        while first > start and words[first - 1].lower() in self.common:
            first -= 1
        if start < first < end and words[first - 1][0].isupper():
            nation = words[first - 1] in self.nations
            institution = words[end - 1].lower() not in self.never if nation else words[first - 1].isupper()
            if kind != "ORG" or institution:
                out[first:end] = [w.lower() for w in words[first:end]]
