"""Augmentation: the same text with other people and towns in it.

OntoNotes' names are those of its years and places. In a share of the documents each token of a person's name is
replaced, throughout the document, by one from names of other texts and of census and gazetteer packages, and a
town's by another town's; labels, and the evidence that mentions share, stay as they were.
"""

import numpy as np
from labels import INDEX

PERSON = {INDEX[f"{p}-PERSON"] for p in "BIES"}
FIRST, LAST = {INDEX["B-PERSON"]}, {INDEX["E-PERSON"], INDEX["S-PERSON"]}
TOWN = INDEX["S-GPE"]


def is_name(word):
    return len(word) > 2 and word[0].isupper() and word.isalpha() and not word.isupper()


class Renamer:
    def __init__(self, docs, towns=(), given=(), surnames=(), share=0.12):
        self.share = share
        first, last = set(), set()
        for doc in docs:
            if doc.ner is None:
                continue
            label = doc.ner if doc.ner.ndim == 1 else np.where(doc.ner.sum(1) == 1, doc.ner.argmax(1), 0)
            for i in np.flatnonzero(label):
                if is_name(doc.words[i]):
                    if label[i] in FIRST:
                        first.add(doc.words[i])
                    elif label[i] in LAST:
                        last.add(doc.words[i])
        self.first = sorted(first) + sorted(w for w in given if is_name(w))
        self.last = sorted(last) + sorted(w for w in surnames if is_name(w))
        self.towns = sorted(w for w in towns if is_name(w))

    def words(self):
        return set(self.first) | set(self.last) | set(self.towns)

    def rename(self, doc, rng):
        """The document's words with other names, or None to leave it as it is."""
        if doc.ner is None or doc.ner.ndim != 1 or rng.random() >= self.share:
            return None
        new, out = {}, list(doc.words)
        for i in np.flatnonzero(doc.ner):
            label, word = int(doc.ner[i]), doc.words[i]
            if not is_name(word):
                continue
            if label in PERSON:
                pool = self.first if label in FIRST else self.last
            elif label == TOWN and self.towns and rng.random() < 0.3:
                pool = self.towns
            else:
                continue
            if word not in new:
                new[word] = rng.choice(pool)
            out[i] = new[word]
        return out
