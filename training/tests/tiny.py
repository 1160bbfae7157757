"""Tiny documents for the tests."""

import corpus
import labels
import numpy as np


def document(name, text, entities=(), scheme=None):
    """A document with one sentence per line and spaces between words. `entities` are (text, type) pairs."""
    words, starts, sentences, at = [], [], [], 0
    for line in text.split("\n"):
        first = len(words)
        for word in line.split(" "):
            words.append(word)
            starts.append(at)
            at += len(word) + 1
        sentences.append([first, len(words)])
    starts = np.array(starts)
    ends = starts + [len(word) for word in words]
    found = []
    for name_, kind in entities:
        start = text.index(name_)
        found.append({"start": start, "end": start + len(name_), "type": kind})
    doc = corpus.Doc(name, words, starts, ends, sentences, None, np.zeros(len(words)))
    doc.ner = labels.sets(words, starts, ends, found, scheme) if scheme else labels.exact(words, starts, ends, found)
    return doc


def allowed(doc, word):
    """The labels that a document with label sets allows for a word."""
    return {labels.LABELS[i] for i in np.flatnonzero(doc.ner[doc.words.index(word)])}
