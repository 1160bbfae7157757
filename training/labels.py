"""The label sets, and what each corpus' labels say about them.

The tagger predicts one of 73 BIOES labels (18 OntoNotes types) and, for each of the three roles of an
attribution, one of five places. A corpus whose labels are coarser or fewer than OntoNotes' does not
name one label a token but a set of them that it cannot tell apart; the loss is then the negative log
of the set's whole probability.
"""

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

# English Worldwide Newswire. Its places have no split, and a few of its names for things are wider.
WORLDWIDE = {
    "Person": ["PERSON"],
    "Organization": ["ORG"],
    "Location": ["GPE", "LOC", "FAC"],
    "Facility": ["FAC", "LOC", "ORG"],
    "NORP": ["NORP"],
    "Date": ["DATE", "TIME"],
    "Money": ["MONEY"],
    "Product": ["PRODUCT", "WORK_OF_ART"],
    "Misc": ["EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "PRODUCT", "NORP", "ORG"],
}
# Types that it does not annotate at all, or only in part: where it says nothing they may still be.
WORLDWIDE_SILENT = ["TIME", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE", "DATE"]


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


def worldwide(words, starts, ends, entities):
    """A set of labels a token, as rows of a boolean matrix."""
    silent = np.zeros(len(LABELS), dtype=bool)
    silent[0] = True
    for t in WORLDWIDE_SILENT:
        for place in "BIES":
            silent[INDEX[f"{place}-{t}"]] = True
    allowed = np.tile(silent, (len(words), 1))
    for e in entities:
        first, last = token_range(starts, ends, e["start"], e["end"])
        if last <= first:
            continue
        types = WORLDWIDE[e["type"]]
        for place, i in zip(bioes(last - first), range(first, last), strict=True):
            allowed[i] = False
            for t in types:
                allowed[i, INDEX[f"{place}-{t}"]] = True
        # OntoNotes takes the article into some names, this corpus never does.
        if first > 0 and words[first - 1].lower() in ("the", "a", "an"):
            for t in types:
                allowed[first - 1, INDEX[f"B-{t}"]] = True
                allowed[first, INDEX[f"{'E' if last - first == 1 else 'I'}-{t}"]] = True
    return allowed


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
