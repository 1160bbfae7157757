"""The label sets, and what each corpus' labels say about them.

The tagger predicts one of 73 BIOES labels (18 OntoNotes types) and, for each of the three roles of an
attribution, one of five places. A corpus whose labels are coarser or fewer than OntoNotes' does not
name one label a token but a set of them that it cannot tell apart; the loss is then the negative log
of the set's whole probability. `schemes.py` has what each of these corpora says.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

TYPES = [
    "PERSON",
    "NORP",
    "FAC",
    "ORG",
    "GPE",
    "LOC",
    "PRODUCT",
    "EVENT",
    "WORK_OF_ART",
    "LAW",
    "LANGUAGE",
    "DATE",
    "TIME",
    "PERCENT",
    "MONEY",
    "QUANTITY",
    "ORDINAL",
    "CARDINAL",
]
LABELS = ["O"] + [f"{place}-{t}" for t in TYPES for place in "BIES"]
INDEX = {label: i for i, label in enumerate(LABELS)}
PLACES = "OBIES"
ROLES = ["speaker", "cue", "content"]


def bioes(length):
    return ["S"] * length if length < 2 else ["B"] + ["I"] * (length - 2) + ["E"]


def token_range(starts, ends, start, end):
    """Tokens that overlap [start, end): first and one past the last."""
    first = int(np.searchsorted(ends, start, side="right"))
    last = int(np.searchsorted(starts, end, side="left"))
    return first, last


def exact(words, starts, ends, entities):
    """OntoNotes: one label a token."""
    label = np.zeros(len(words), dtype=np.int64)
    for e in entities:
        first, last = token_range(starts, ends, e["start"], e["end"])
        for place, i in zip(bioes(last - first), range(first, last), strict=True):
            label[i] = INDEX[f"{place}-{e['type']}"]
    return label


@dataclass(frozen=True)
class Says:
    """What a label of another corpus means: an entity of one of these types, or possibly none."""

    types: tuple
    # Whether OntoNotes would annotate a mention with these words as a name with the same boundaries. If not, each of
    # its words may have any label of the types, or O.
    exact: Callable[[list], bool]


def one_of(*types, exact=lambda words: True):
    return Says(types, exact)


def perhaps(*types):
    return Says(types, lambda words: False)


ANYTHING = perhaps(*TYPES)


@dataclass(frozen=True)
class Scheme:
    """How the labels of another corpus translate to those of OntoNotes."""

    says: dict  # label: Says, or None if OntoNotes does not annotate such mentions
    # Types that the corpus does not annotate, or only in part. They may occur outside its mentions.
    silent: tuple
    # Whether to allow 's as the end of a name, as OntoNotes often has it.
    possessive: bool = True
    # Words whose annotation is unreliable: every label is allowed.
    doubtful: Callable[[str], bool] = lambda word: False


def places(row, types, letters):
    """Allows the labels of these types and places in the row of a token."""
    for kind in types:
        for letter in letters:
            row[INDEX[f"{letter}-{kind}"]] = True


def sets(words, starts, ends, entities, scheme):
    """The set of allowed labels of each token, as rows of a boolean matrix."""
    outside = np.zeros(len(LABELS), dtype=bool)
    outside[0] = True
    places(outside, scheme.silent, "BIES")
    allowed = np.tile(outside, (len(words), 1))
    said = {}
    for e in entities:
        span = token_range(starts, ends, e["start"], e["end"])
        if span[0] < span[1] and scheme.says[e["type"]]:
            said.setdefault(span, []).append(scheme.says[e["type"]])
    taken = np.zeros(len(words), dtype=bool)
    # Longest first: OntoNotes annotates the outermost of nested names.
    for first, last in sorted(said, key=lambda span: span[0] - span[1]):
        types = [kind for says in said[first, last] for kind in says.types]
        if taken[first:last].any():
            continue
        if all(says.exact(words[first:last]) for says in said[first, last]):
            taken[first:last] = True
            allow_name(allowed, words, first, last, types, scheme.possessive)
        else:
            for row in allowed[first:last]:
                places(row, types, "BIES")
    allowed[[i for i, word in enumerate(words) if scheme.doubtful(word)]] = True
    return allowed


def allow_name(allowed, words, first, last, types, possessive):
    for place, row in zip(bioes(last - first), allowed[first:last], strict=True):
        row[:] = False
        places(row, types, place)
    # OntoNotes includes the article in some names, the other corpora never do.
    if first > 0 and words[first - 1].lower() in ("the", "a", "an"):
        places(allowed[first - 1], types, "B")
        places(allowed[first], types, "E" if last - first == 1 else "I")
    if possessive and last < len(words) and words[last].lower() in ("'s", "’s"):
        places(allowed[last], types, "E")
        places(allowed[last - 1], types, "B" if last - first == 1 else "I")


def roles(words, starts, ends, quotes):
    """PolNeAR: for each token and role, the index into PLACES."""
    out = np.zeros((len(words), 3), dtype=np.int64)
    for quote in quotes:
        for r, role in enumerate(ROLES):
            for start, end in quote[role]:
                first, last = token_range(starts, ends, start, end)
                for place, i in zip(bioes(last - first), range(first, last), strict=True):
                    out[i, r] = PLACES.index(place)
    return out
