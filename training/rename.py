"""Augmentation: the same text with other names in it.

The names in OntoNotes are those of its years and places. A network that memorises them learns less from the context.
In some of the documents, names are therefore replaced throughout: people's names by other people's, towns by other
towns, and with `all_types` also the proper nouns in the names of organisations, facilities, products, works, places and
events by invented ones. Designators such as Council, plc, Harbour and Hurricane are kept. The number of tokens does not
change, so the labels remain valid, and so does the evidence that mentions of one name share.

Texts without exact labels are renamed too if someone found their names (`Doc.extra["names"]`). Those that were written
for this purpose say which words to replace (`Doc.extra["slots"]`).
"""

import random
from collections import Counter

import numpy as np
from decode import spans
from invent import Inventor, acronyms
from labels import INDEX, LABELS

FIRST, LAST = {INDEX["B-PERSON"]}, {INDEX["E-PERSON"], INDEX["S-PERSON"]}
# What may replace the proper nouns of a name, and how often. Ships are named like people and flowers, firms and
# products like people, places and things: the word alone must not tell the type.
MIXTURE = {
    "FIRST": {"first": 8, "invented": 1, "nouns": 1},
    "PERSON": {"last": 12, "invented": 7, "nouns": 1},
    "GPE": {"towns": 6, "invented": 4},
    "NORP": {"invented": 1},
    "ORG": {"invented": 6, "last": 3, "towns": 1, "nouns": 1},
    "PRODUCT": {"invented": 4, "last": 1, "first": 2, "nouns": 2},
    "WORK_OF_ART": {"titles": 4, "invented": 3, "nouns": 2},
}
OTHERS = {"invented": 6, "last": 3, "towns": 1}
THINGS = ("ORG", "PRODUCT", "FAC", "LOC", "EVENT")
# Without a designator, the word itself is often the only evidence of these types ("Europe", "Olympics").
NEED_DESIGNATOR = ("FAC", "LOC", "EVENT")
# A name may contain words of these types: "European", "Arabic", "Monday". They are kept.
KNOWN_BY_WORD = ("NORP", "LANGUAGE", "DATE")
# Designators that are rarely written in lower case.
ABBREVIATED = set("inc corp co ltd plc llc llp ag sa nv gmbh spa bv ab st mt ft".split())
# Function words, which titles often capitalise.
LITTLE = set("this that these those with from into over under upon your their what when where have will about".split())
TOWNS_RENAMED = 0.3
INVENTED, ACRONYMS = 20000, 400
# Common words that may be a name ("Cube"), by rank: the most frequent ones are function words.
NOUNS = slice(400, 4000)


def is_name(word):
    return len(word) > 2 and word[0].isupper() and word.isalpha() and not word.isupper()


def is_acronym(word):
    return 3 <= len(word) <= 5 and word.isalpha() and word.isupper()


def another(pool, word, rng):
    """A random word of the pool that differs from the given one, if there is one."""
    place = rng.randrange(len(pool))
    return pool[place] if pool[place] != word else pool[(place + 1) % len(pool)]


class Renamer:
    def __init__(self, docs, towns=(), share=0.12, all_types=False, seed=1):
        self.share, self.all_types = share, all_types
        first, last, things, titles = set(), set(), set(), set()
        small, peoples, named = Counter(), Counter(), Counter()
        for doc in docs:
            small.update(word for word in doc.words if word.islower())
            if doc.ner is None:
                continue
            label = doc.ner if doc.ner.ndim == 1 else np.where(doc.ner.sum(1) == 1, doc.ner.argmax(1), 0)
            for i in np.flatnonzero(label):
                kind = LABELS[label[i]][2:]
                peoples[doc.words[i]] += 1 if kind in KNOWN_BY_WORD else -1
                named[doc.words[i]] += 1
                if not is_name(doc.words[i]):
                    continue
                if label[i] in FIRST:
                    first.add(doc.words[i])
                elif label[i] in LAST:
                    last.add(doc.words[i])
                elif kind in THINGS:
                    things.add(doc.words[i])
                elif kind == "WORK_OF_ART":
                    titles.add(doc.words[i])
        self.common = {word for word, count in small.items() if count >= 5}
        self.peoples = {word for word, count in peoples.items() if count > 0}
        self.first, self.last = sorted(first), sorted(last)
        self.towns = sorted(word for word in towns if is_name(word))
        self.invented, self.acronyms, self.titles, self.nouns = [], {}, [], []
        if all_types:
            rng = random.Random(seed)
            proper = {word for word in things | last if not self.designates(word)}
            self.invented = Inventor(proper, self.common).words(INVENTED, rng) if proper else []
            self.acronyms = {length: acronyms(length, ACRONYMS, rng) for length in (3, 4, 5)}
            self.titles = sorted(word for word in titles if len(word) > 3 and word.lower() not in LITTLE)
            ranked = [word for word, _ in small.most_common() if len(word) > 3 and word.isalpha()][NOUNS]
            ranked = [word for word in ranked if not word.endswith(("ly", "ed", "ing"))]
            # A designator in a name says the type.
            self.nouns = sorted(word.capitalize() for word in ranked if named[word.capitalize()] < 3)

    def words(self):
        """All words that a replacement may introduce."""
        pools = [self.first, self.last, self.towns, self.invented, self.titles, self.nouns, *self.acronyms.values()]
        return {word for pool in pools for word in pool}

    def designates(self, word):
        """Whether a word in a name is a common noun or an abbreviation of one."""
        return word.lower() in self.common or word.lower() in ABBREVIATED

    def rename(self, doc, rng):
        """The document's words with other names, or None if the document is left unchanged."""
        if "slots" in doc.extra:
            slots = doc.extra["slots"].items()
            new = {word: another(self.mixed(kind, rng) or [word], word, rng) for word, kind in slots}
            return [new.get(word, word) for word in doc.words]
        names = names_of(doc)
        if not names or rng.random() >= self.share:
            return None
        new, renamed = self.choose(doc, names, rng)
        out = [new.get(word, word) if word.lower() not in self.common else word for word in doc.words]
        # Outside names, "Will" or "Rice" may be a common word. Inside, it is replaced if names of this type are.
        for a, b, kind in names:
            for i in range(a, b):
                out[i] = new.get(doc.words[i], doc.words[i]) if kind in renamed else doc.words[i]
        return out

    def choose(self, doc, names, rng):
        """The replacement of each word, and the types of names in which words are replaced."""
        renamed = {"PERSON", "GPE", *((*THINGS, "WORK_OF_ART") if self.all_types else ())}
        towns = sorted({doc.words[a] for a, b, kind in names if kind == "GPE" and b - a == 1})
        new = {}
        for town in towns:
            if is_name(town) and self.towns and rng.random() < TOWNS_RENAMED:
                new[town] = another(self.mixed("GPE", rng), town, rng)
        # Words in names of all other types are kept throughout the document.
        kept = {
            word
            for a, b, kind in names
            if kind not in ("PERSON", *THINGS, "WORK_OF_ART")
            for word in doc.words[a:b]
            if word not in new
        }
        for a, b, kind in names:
            for i in range(a, b):
                pool = self.pool(doc, i, (a, b, kind), kept, rng)
                if pool and doc.words[i] not in new:
                    new[doc.words[i]] = another(pool, doc.words[i], rng)
        return new, renamed

    def pool(self, doc, i, name, kept, rng):
        """The words that may replace a word of a name, or None to keep it."""
        word, (a, b, kind) = doc.words[i], name
        if kind == "PERSON" and is_name(word) and word not in kept:
            given = i == a and b - a > 1
            if not self.all_types:
                return self.first if given else self.last
            return self.mixed("FIRST" if given else kind, rng)
        if not self.all_types or word in kept or word in self.peoples:
            return None
        if kind == "WORK_OF_ART":
            other = is_name(word) and len(word) > 3 and word.lower() not in LITTLE
            return self.mixed(kind, rng) if other else None
        if kind not in THINGS or self.designates(word):
            return None
        designated = any(self.designates(other) and other[0].isupper() for other in doc.words[a:b])
        if kind in NEED_DESIGNATOR and not designated:
            return None
        if kind == "ORG" and is_acronym(word):
            return self.acronyms[len(word)]
        return self.mixed(kind, rng) if is_name(word) else None

    def mixed(self, kind, rng):
        """One of the pools that the type draws from, or None if all are empty."""
        pools = [(getattr(self, name), often) for name, often in MIXTURE.get(kind, OTHERS).items()]
        pools = [(pool, often) for pool, often in pools if pool]
        return rng.choices(*zip(*pools, strict=True))[0] if pools else None


def names_of(doc):
    """The names of a document in order: (first token, one past the last, type). None if they are not known."""
    if "names" not in doc.extra and doc.ner is not None and doc.ner.ndim == 1:
        doc.extra["names"] = sorted(spans(doc.ner, LABELS))
    return doc.extra.get("names")


def sure_names(log_probabilities, least=0.7):
    """The names that a tagger is sure of, from its (tokens, labels) log-probabilities: what `names_of` gives.

    Only complete names count, whose every label has at least this probability.
    """
    best = log_probabilities.argmax(-1)
    sure = np.take_along_axis(log_probabilities, best[:, None], -1)[:, 0] >= np.log(least)
    out, start = [], None
    for i in np.flatnonzero(best):
        place, _, kind = LABELS[best[i]].partition("-")
        if place in "BS":
            start, type_, end = i, kind, i
        if start is None or kind != type_ or not sure[i] or i > end:
            start = None
            continue
        end = i + 1
        if place in "ES":
            out.append((int(start), int(i) + 1, kind))
            start = None
    return out
