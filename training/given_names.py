"""Make src/lexicon/given_names.txt: given names and the gender that they tell.

    python training/given_names.py --names DIR --faker DIR --ontonotes FILE > src/lexicon/given_names.txt

Sources: the US census lists in the PyPI package `names` (public domain; DIR holds dist.female.first),
the per-country lists in the PyPI package `Faker` (MIT; DIR is what holds the module `faker`), and the
given names of OntoNotes train whose chains have *he* or *she* in them. One name a line, lower case,
without diacritics, "f" or "m" after it, sorted by bytes: the library looks names up by bisection. A name
that both genders bear in a proportion below ten to one is left out, for it tells nothing.
"""

import argparse
import collections
import importlib
import json
import pkgutil
import re
import sys
import unicodedata

# Common to many languages: letter by letter, as newspapers spell them.
CYRILLIC = dict(
    zip(
        "абвгґдеёєжзиіїйклмнопрстуфхцчшщъыьэюя",
        "a b v g g d e e ye zh z i i i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya".split(" "),
        strict=True,
    )
)
SPECIAL = {"ß": "ss", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ə": "e"}

# Census names below this share of the population (percent) are mostly surnames given once.
RAREST = 0.005
# A name whose rarer gender has this share is common for both.
UNISEX = 0.01
# A name that this share of the population bears, and almost nobody of the other gender, leaves no doubt.
SURE = 0.03
# `en` repeats the census without shares; the others are registers of every name ever borne.
UNWEIGHTED = {"en", "is_IS", "bg_BG"}
PRONOUNS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}


def fold(name):
    """The name as the library compares it; None where it is no single word in Latin letters."""
    name = "".join(CYRILLIC.get(c, SPECIAL.get(c, c)) for c in name.lower())
    name = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return name if re.fullmatch("[a-z]{2,14}", name) else None


def census(folder, weight):
    for gender, file in (("f", "dist.female.first"), ("m", "dist.male.first")):
        for line in open(f"{folder}/{file}"):
            name, share = line.split()[:2]
            if float(share) >= RAREST:
                weight[fold(name)][gender] += float(share)


def countries(folder, weight):
    sys.path.insert(0, folder)
    person = importlib.import_module("faker.providers.person")
    for module in pkgutil.iter_modules(person.__path__):
        if module.name in UNWEIGHTED:
            continue
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for gender, suffix in (("f", "female"), ("m", "male")):
            names = list(getattr(provider, f"first_names_{suffix}", ()))
            names += [
                row[1] if isinstance(row, tuple) else row
                for row in getattr(provider, f"first_romanized_names_{suffix}", ())
            ]
            for name in {fold(name) for name in names if isinstance(name, str)}:
                # A list says that the name is borne, not how often: as much as a middling census name.
                weight[name][gender] += 0.01


def chains(file, weight):
    for row in map(json.loads, open(file, encoding="utf-8")):
        text = row["text"]
        persons = {(e["start"], e["end"]) for e in row["entities"] if e["type"] == "PERSON"}
        for chain in row["chains"]:
            said = {PRONOUNS.get(text[s:e].lower()) for s, e in chain} - {None}
            if len(said) != 1:
                continue
            first = {text[s:e].split()[0] for s, e in chain if (s, e) in persons and " " in text[s:e]}
            for name in {fold(name) for name in first}:
                weight[name][said.copy().pop()] += 0.02


def said(f, m):
    """What a name tells: f or m, F or M beyond doubt, u if it is common for both; None if too little is known."""
    most, least = max(f, m), min(f, m)
    if most < RAREST:
        return None
    if most < 10 * least:
        return "u" if least >= UNISEX else None
    letter = "f" if f > m else "m"
    return letter.upper() if most >= SURE and most >= 50 * least else letter


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option in ("--names", "--faker", "--ontonotes"):
        arguments.add_argument(option, required=True)
    options = arguments.parse_args()
    weight = collections.defaultdict(collections.Counter)
    census(options.names, weight)
    countries(options.faker, weight)
    chains(options.ontonotes, weight)
    weight.pop(None, None)
    for name in sorted(weight):
        letter = said(weight[name]["f"], weight[name]["m"])
        if letter:
            print(name, letter)
