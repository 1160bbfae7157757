"""Measure how well names from different parts of the world fare, women's and men's apart.

    python training/fairness.py --faker DIR --newsmark target/release/newsmark

Names come from the per-country lists of the PyPI package `Faker` (DIR holds the module `faker`). Each is put into short
news texts of our own beside a name of the other sex from the same list, so that *he* and *she* are told apart by the
name alone. The table has, for each region, the share of names that are found as one person, and the share of *she* and
of *he* that are tied to the right name.
"""

import argparse
import importlib
import json
import random
import re
import subprocess
import sys

REGIONS = {
    "Africa": ("en_KE", "yo_NG", "ha_NG", "ig_NG", "tw_GH", "zu_ZA", "sw"),
    "East and South-East Asia": ("ja_JP", "vi_VN", "id_ID"),
    "South Asia": ("en_IN",),
    "Turkey and Central Asia": ("tr_TR", "az_AZ", "uz_UZ"),
    "Latin America": ("es_MX", "es_AR", "es_CO", "pt_BR"),
    "Western Europe": ("de_DE", "fr_FR", "it_IT", "sv_SE"),
    "Eastern Europe": ("hr_HR", "cs_CZ", "hu_HU", "ro_RO"),
    "North America and Oceania": ("en_US", "en_NZ"),
}
# A and B are two people of different sexes; {a} and {b} are the pronouns for them.
TEXTS = (
    "{A} met {B} at the harbour on Monday. {a} had been waiting for an hour, a guard said.",
    "The council chose {A} on Tuesday after {B} had withdrawn. “It is a good day,” {a} told reporters.",
    "{A} sued {B} last year over a broken fence. A judge ruled on Friday that {b} must pay for the repair.",
    "Police thanked {A}, 41, and {B}, 38, for their help. “I heard a noise and ran,” {b} said.",
)
EACH = 60


def names(locale, sex):
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    romanised = [row[1] for row in getattr(provider, f"first_romanized_names_{sex}", ()) if isinstance(row, tuple)]
    first = (
        romanised
        or list(getattr(provider, f"first_romanized_names_{sex}", ()))
        or list(getattr(provider, f"first_names_{sex}"))
    )
    last = list(getattr(provider, "last_romanized_names", ())) or list(getattr(provider, "last_names", ()))
    latin = re.compile(r"[A-Z][^\W\d_]+").fullmatch
    first, last = ([name for name in list_ if isinstance(name, str) and latin(name)] for list_ in (first, last))
    return first, last


def texts(generator):
    for region, locales in REGIONS.items():
        for _ in range(EACH):
            locale = generator.choice(locales)
            pair = []
            for sex in ("female", "male"):
                first, last = names(locale, sex)
                pair.append((f"{generator.choice(first)} {generator.choice(last)}", sex))
            generator.shuffle(pair)
            (a, sex_a), (b, sex_b) = pair
            form = generator.choice(TEXTS)
            said = {sex: {"female": "she", "male": "he"}[sex] for sex in (sex_a, sex_b)}
            meant, sex = (a, sex_a) if "{a}" in form else (b, sex_b)
            word = said[sex]
            opens = ". {a}" in form
            text = form.format(A=a, B=b, a=word.capitalize() if opens else word, b=word)
            at = re.search(rf"\b{word}\b", text, re.IGNORECASE).start()
            yield {
                "region": region,
                "text": text,
                "names": [(a, sex_a), (b, sex_b)],
                "meant": meant,
                "sex": sex,
                "at": at,
            }


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--faker", required=True)
    arguments.add_argument("--newsmark", required=True)
    options = arguments.parse_args()
    sys.path.insert(0, options.faker)
    rows = list(texts(random.Random(1)))
    lines = "".join(json.dumps({"id": str(i), "text": row["text"]}) + "\n" for i, row in enumerate(rows))
    command = [options.newsmark, "annotate", "--jsonl", "-"]
    answers = subprocess.run(command, input=lines, capture_output=True, text=True, check=True).stdout
    found, linked = {}, {}
    for row, answer in zip(rows, map(json.loads, answers.splitlines()), strict=True):
        people = {e["text"] for e in answer["entities"] if e["type"] == "PERSON"}
        for name, sex in row["names"]:
            found.setdefault((row["region"], sex), []).append(name in people)
        chains = [c for c in answer["chains"] if any(m["start"] == row["at"] for m in c["mentions"])]
        right = any(row["meant"] in row["text"][m["start"] : m["end"]] for c in chains for m in c["mentions"])
        linked.setdefault((row["region"], row["sex"]), []).append(right)

    def share(table, region, sex):
        hits = [hit for key, list_ in table.items() if region in (key[0], None) and key[1] == sex for hit in list_]
        return f"{100 * sum(hits) / max(1, len(hits)):.0f}"

    print("| region | women found | men found | she right | he right |\n| --- | --- | --- | --- | --- |")
    for region in [*REGIONS, None]:
        cells = [share(table, region, sex) for table in (found, linked) for sex in ("female", "male")]
        print(f"| {region or 'all'} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
