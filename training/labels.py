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
    """What a corpus's label says of its words: they are one entity of these types, or, where in doubt, perhaps none."""

    types: tuple
    # Whether a mention's boundaries are those of a name in OntoNotes. If not, each of its words may be anything that
    # the types allow, or nothing.
    exact: Callable[[list], bool]


def one_of(*types, exact=lambda words: True):
    return Says(types, exact)


def perhaps(*types):
    return Says(types, lambda words: False)


ANYTHING = perhaps(*TYPES)


@dataclass(frozen=True)
class Scheme:
    """What a corpus with labels of its own says in OntoNotes' terms."""

    says: dict  # label: Says, or None where the label means no entity in OntoNotes
    # Types that it does not annotate at all, or only in part: where it says nothing they may still be.
    silent: tuple
    # OntoNotes often counts 's to the name before it.
    possessive: bool = True
    # Words that it is not to be believed about.
    doubtful: Callable[[str], bool] = lambda word: False


def places(row, types, letters):
    """Allows labels in a token's row."""
    for kind in types:
        for letter in letters:
            row[INDEX[f"{letter}-{kind}"]] = True


def sets(words, starts, ends, entities, scheme):
    """A set of labels a token, as rows of a boolean matrix."""
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
    # Longer ones first: of nested names OntoNotes has the outer one.
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
    # OntoNotes takes the article into some names, other corpora never do.
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
