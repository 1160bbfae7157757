# Written by crates/codegen from the Rust sources. Change those, then run scripts/generate.sh.
# ruff: noqa: E501

"""What Newsmark finds in a text, as frozen dataclasses.

Offsets count code points, as Python's strings do: `text[start:end]` gives the words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, Union

from ._methods import ChainMethods, DocumentMethods, QuoteMethods, Record, Span, Words

Range = tuple[int, int]
"""Start and end: `text[start:end]` gives the words."""

Anchor = Literal[
    # The day of publication: "yesterday".
    "publication",
    # Another date of the text: "two days later".
    "text",
    # Neither: "3 July 2023", "three weeks", or what cannot be computed.
    "none",
]
"""What a time was computed from."""

Timex = Literal[
    # A day or a longer part of the calendar.
    "DATE",
    # A time of day.
    "TIME",
    # A length of time.
    "DURATION",
    # A time that comes again.
    "SET",
]
"""The types of TIMEX3."""

MentionKind = Literal[
    # A name: "Helena Rebane", "Rebane".
    "name",
    # A description: "the chief executive".
    "nominal",
    # A pronoun: "she", "I" in her own words.
    "pronoun",
]
"""How somebody or something is mentioned."""


@dataclass(frozen=True)
class PlaceValue(Record):
    """A place of GeoNames, or the country of a people."""

    country: str | None
    """The ISO 3166-1 code of the country, such as `KP`; None for a continent."""

    confidence: float | None = None
    """The probability that the place is right."""

    geonames: int | None = None
    """The id in GeoNames. A people ("Kenyan") has none."""

    kind: str | None = None
    """Whether it is a country, a state, a city or a continent."""

    lat: float | None = None
    """The latitude in degrees north."""

    lon: float | None = None
    """The longitude in degrees east."""

    name: str | None = None
    """The name in GeoNames."""

    region: str | None = None
    """The state of a city, such as `TX`, where it is known."""


@dataclass(frozen=True)
class AmountValue(Record):
    """A number, an amount of money or a measurement."""

    amount: float
    """The number; of a range the lower end. "80p" is 0.8 pounds, "4%" is 4 per cent."""

    approx: bool
    """Whether the text says that the number is not exact: "about", "more than", "up to"."""

    currency: str | None = None
    """The currency's ISO 4217 code; of money whose currency is not certain there is none."""

    high: float | None = None
    """The upper end of a range: 4,000,000 in "£3–4 million"."""

    si: float | None = None
    """The amount in the SI unit `si_unit`."""

    si_unit: str | None = None
    """The SI unit, such as `m`."""

    unit: str | None = None
    """The unit's UCUM code, such as `km`; `%` for a percentage."""


@dataclass(frozen=True)
class TimeValue(Record):
    """When something is, or how long it takes, as in TIMEX3, the annotation of times in TimeML."""

    timex: Timex
    """Whether it is a day or longer (`DATE`), a time of day (`TIME`), a length of time (`DURATION`) or a time that
    comes again (`SET`).
    """

    value: str
    """The TIMEX3 value: `2023-07-25`, `2023-W30`, `2023-Q3`, `P2W`, `2023-07-25T17:00`. What is not known is `X`:
    `XXXX-07`. A range has both ends: `2010/2015`.
    """

    anchor: Anchor
    """What the value was computed from: the day of publication, another date of the text, or neither."""

    earliest: str | None = None
    """The first day that it can mean, as `YYYY-MM-DD`."""

    latest: str | None = None
    """The last day that it can mean."""

    mod: str | None = None
    """How the value is changed, as in TIMEX3: `START` for "early July", `APPROX` for "about two weeks"."""

    zone: str | None = None
    """The offset of the time zone that is named, such as `-05:00`."""


BlockKind = Literal[
    # Running text.
    "paragraph",
    # The headline of the article.
    "title",
    # A heading inside the article.
    "heading",
    # The line that names the writer: "By Joanna Fell".
    "byline",
    # The place, and often the agency, before the first sentence: "KELD (Reuters) –".
    "dateline",
    # The words below a picture.
    "caption",
    # Who took a picture: "Photograph: Amina Diallo/The Clarion".
    "credit",
    # An entry of a list.
    "list_item",
    # What one side of an interview or a transcript says, after a name and a colon or after *Q* or *A*.
    "turn",
    # A line that a mail program quotes: it begins with `>`.
    "quoted_mail",
    # A note that a mark in the text refers to.
    "footnote",
    # The line at the foot that tells who the writer is and how to reach them.
    "author_note",
    # What a website puts around its articles: "Read more", "Advertisement".
    "boilerplate",
]
"""What a block of the text is."""

Medium = Literal[
    # Somebody uttered it: "she said that the repairs would take months".
    "speech",
    # Somebody wrote or posted it, or a text says it: "the report found that the bridge was unsafe".
    "writing",
    # Somebody only believes, hopes, fears, wants or plans it: "brewers are nervous that prices will rise".
    "thought",
]
"""In which medium a quotation was made."""

QuoteType = Literal[
    # All of the content is in quotation marks, or the layout sets it off: the turn of an interview, a letter.
    "direct",
    # None of it is: "She said that the repairs would take months."
    "indirect",
    # Part of it is: "She called the decision “brave but badly prepared”."
    "mixed",
]
"""How much of a quotation is in the speaker's own words."""


@dataclass(frozen=True)
class Mention(Words):
    """One place where the text mentions what a chain is about."""

    start: int
    """Where its first character begins."""

    end: int
    """Where its last character ends."""

    kind: MentionKind
    """Whether it is a name, a description or a pronoun."""


@dataclass(frozen=True)
class Title(Span):
    """A person's title or role, such as "Defence Minister"."""

    start: int
    """Where its first character begins."""

    end: int
    """Where its last character ends."""

    text: str
    """The words from `start` to `end`."""


EntityValue = Union[
    # Of a `DATE` or `TIME`.
    TimeValue,
    # Of `MONEY`, `PERCENT`, `QUANTITY`, `CARDINAL` or `ORDINAL`.
    AmountValue,
    # Of a `GPE`, `LOC` or `NORP`.
    PlaceValue,
]
"""What an entity stands for: a time, an amount or a place."""

Creator = Literal["you"]
"""Who made a record, if it was not the model."""

EntityType = Literal[
    # People, fictional ones included.
    "PERSON",
    # Nationalities, religions and parties: "Kenyan", "Catholics", "Labour".
    "NORP",
    # Buildings, airports, roads, bridges.
    "FAC",
    # Companies, authorities, institutions, teams.
    "ORG",
    # Places with a government: countries, states, cities.
    "GPE",
    # Other places: mountains, seas, regions, continents.
    "LOC",
    # Vehicles, devices, foods, weapons; not services.
    "PRODUCT",
    # Named storms, battles, wars, sports events.
    "EVENT",
    # Titles of books, songs, films, paintings.
    "WORK_OF_ART",
    # Documents that became laws.
    "LAW",
    # Named languages.
    "LANGUAGE",
    # Days, years, ages and periods of a day or longer.
    "DATE",
    # Times shorter than a day.
    "TIME",
    # Percentages, the sign included.
    "PERCENT",
    # Amounts of money, the unit included.
    "MONEY",
    # Measurements: weights, distances, speeds.
    "QUANTITY",
    # "First", "2nd".
    "ORDINAL",
    # Other numbers.
    "CARDINAL",
]
"""The entity types of OntoNotes 5.0 (Weischedel et al., LDC2013T19)."""


@dataclass(frozen=True)
class Metadata(Record):
    """What is known about an article beside its text. A field that is not known is empty."""

    byline: str | None = None
    """Who wrote it, without the word "By"."""

    date: str | None = None
    """The day of publication, as `YYYY-MM-DD`. Expressions such as "on Tuesday" are counted from it."""

    id: str | None = None
    """Its identifier in the archive that it comes from."""

    language: str | None = None
    """Its language, as a tag such as `en` or `en-GB`."""

    site: str | None = None
    """The newspaper, agency or site that published it."""

    title: str | None = None
    """The headline."""

    url: str | None = None
    """Its address."""


@dataclass(frozen=True)
class Block(Words):
    """A paragraph or a part of it."""

    start: int
    """Where its first character begins."""

    end: int
    """Where its last character ends."""

    kind: BlockKind
    """What it is."""


@dataclass(frozen=True)
class Quote(QuoteMethods):
    """Words, thoughts or claims that the text attributes to a speaker."""

    id: int
    """Its index in the list of quotations."""

    type: QuoteType
    """Whether it is direct, indirect or mixed."""

    medium: Medium
    """Whether somebody uttered it, wrote it, or only thinks it."""

    content: tuple[Range, ...]
    """All that is reported, in several pieces where the cue stands between them. Never empty."""

    quoted: tuple[Range, ...]
    """The parts of it that are in quotation marks, marks included, or that the layout sets off."""

    cue: tuple[Range, ...]
    """The words that say that something is said, such as "said" or "according to"; empty without any."""

    speaker: tuple[Range, ...]
    """The speaker as the text has it here ("she", "the minister"); empty where nobody is named."""

    speaker_name: str | None
    """The name of the speaker's chain; None where the text does not name the speaker."""

    speaker_chain: int | None
    """The id of the speaker's chain. A chain may have no name."""

    confidence: float
    """The probability that the quotation and its speaker are right."""

    why: str
    """How the speaker was found."""

    by: Creator | None = None
    """Set if a person marked or changed it."""

    note: str | None = None
    """A note that a person added."""


@dataclass(frozen=True)
class Chain(ChainMethods):
    """A coreference chain: everything that refers to one person, place or organisation."""

    id: int
    """Its index in the list of chains."""

    type: EntityType
    """What it is."""

    name: str | None
    """The fullest name in the text; None for a person who is quoted but not named."""

    titles: tuple[Title, ...]
    """The roles that it is given."""

    mentions: tuple[Mention, ...]
    """In the order of the text."""

    by: Creator | None = None
    """Set if a person marked or changed it."""

    description: str | None = None
    """For a person without a name in the text, the words of the noun phrase: "a former aide"."""

    related: int | None = None
    """For a people ("Chilean") the id of its country's chain, where the text names it."""


@dataclass(frozen=True)
class Entity(Span):
    """A name, a date or an amount."""

    id: int
    """Its index in the list of entities."""

    start: int
    """Where its first character begins."""

    end: int
    """Where its last character ends."""

    type: EntityType
    """What it is."""

    text: str
    """The words from `start` to `end`."""

    chain: int | None
    """The id of the chain that it is a mention of; None for dates and amounts, which are in none."""

    confidence: float
    """The probability that it is right, calibrated: of those at 0.9, about nine in ten are."""

    by: Creator | None = None
    """Set if a person marked or changed it."""

    note: str | None = None
    """A note that a person added."""

    value: EntityValue | None = None
    """What it stands for: a day, an amount, a place. Missing where that is not known, and of entities that have no
    value, such as people.
    """


@dataclass(frozen=True)
class Document(DocumentMethods):
    """What Newsmark finds in a text.

    Ranges are half-open and count from the beginning of the text exactly as it was given. An `id` is the record's
    index in its list.
    """

    text: str
    """The text, exactly as it was given."""

    entities: tuple[Entity, ...]
    """Names, dates and amounts, in the order of the text."""

    chains: tuple[Chain, ...]
    """Who and what is mentioned."""

    quotes: tuple[Quote, ...]
    """Who said what, in the order of the text."""

    quoted_terms: tuple[Range, ...]
    """Text in quotation marks that nobody says: nicknames, titles of works, scare quotes."""

    sentences: tuple[Range, ...]
    """The sentences, without the white space between them."""

    blocks: tuple[Block, ...] = field(default_factory=tuple)
    """What the paragraphs and their parts are, in the order of the text: title, byline, caption, running text and so on."""

    metadata: Metadata = field(default_factory=Metadata)
    """The title, the byline, the date and the source of the article, as far as they are known."""

    model: str | None = field(default=None, repr=False, compare=False)
    """The fingerprint of the model that found the annotations; None where it is not known."""


RECORDS: Sequence[type[Record]] = (
    PlaceValue,
    AmountValue,
    TimeValue,
    Mention,
    Title,
    Metadata,
    Block,
    Quote,
    Chain,
    Entity,
)
"""All classes of records in a document."""
