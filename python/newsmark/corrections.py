"""Changes that a person makes to the annotations of a text.

Corrections refer to annotations by their place in the text, because ids change with every correction. Any mention can
stand for its chain. They are dictionaries, as in a file that the page has saved.

>>> import newsmark
>>> document = newsmark.annotate("The Clarion was sold to Helena Rebane.")
>>> corrected = document.corrected([{"do": "mark", "at": (0, 11), "type": "WORK_OF_ART"}])
>>> corrected.document.entities[0].text, corrected.document.entities[0].by
('The Clarion', 'you')
>>> corrected.unapplied
()
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypedDict, Union

from .document import Document, EntityType, EntityValue, Range


class _At(TypedDict):
    at: Range


class _Everywhere(TypedDict, total=False):
    everywhere: bool


class _Was(TypedDict, total=False):
    was: Range


class Mark(_At, _Everywhere, _Was):
    """There is a name, a time or an amount here. `was` is its former place, if the correction changes its extent."""

    do: Literal["mark"]
    type: EntityType


class Unmark(_At, _Everywhere):
    """There is no name, time or amount here."""

    do: Literal["unmark"]


class MarkQuote(_At, _Was):
    """There is a quotation here, from its first to its last character."""

    do: Literal["quote"]


class UnmarkQuote(_At):
    """There is no quotation here."""

    do: Literal["unquote"]


class SetSpeaker(_At):
    """The quotation here has another speaker: the place of a mention, a name, or None if no speaker is named."""

    do: Literal["speaker"]
    who: Range | str | None


class Rename(_At):
    """The person, organisation or place mentioned here has another name."""

    do: Literal["rename"]
    name: str


class Merge(_At):
    """These two mentions are of the same person, organisation or place. The chain of `into` stays."""

    do: Literal["merge"]
    into: Range


class Move(_At, _Everywhere):
    """This mention belongs to the chain that is mentioned at `to`, or to none of the others if `to` is None."""

    do: Literal["move"]
    to: Range | None


class Accept(_At):
    """What was found here, a name or a quotation, is right. Its confidence is then 1."""

    do: Literal["accept"]


class AddNote(_At):
    """A note on the name or the quotation here. It replaces an earlier one; a blank text removes that."""

    do: Literal["note"]
    text: str


class SetValue(_At, _Everywhere):
    """The date, the amount or the place here stands for something else. None if that is not known.

    The value is a record, such as `AmountValue(4e6, approx=False, currency="EUR")`, or a dictionary as in JSON, such as
    `{"country": "FR", "geonames": 2988507, "name": "Paris"}`.
    """

    do: Literal["value"]
    value: EntityValue | dict[str, object] | None


Correction = Union[Mark, Unmark, MarkQuote, UnmarkQuote, SetSpeaker, Rename, Merge, Move, Accept, AddNote, SetValue]


@dataclass(frozen=True)
class Unapplied:
    """A correction that could not be applied."""

    index: int
    """Its index in the list of all corrections of the document."""

    reason: str
    """Why, in plain English."""


@dataclass(frozen=True)
class Corrected:
    """A document with corrections applied to it."""

    document: Document
    """The corrected document. What was found, and the corrections, are kept for exports as `json`."""

    unapplied: tuple[Unapplied, ...]
    """The corrections that could not be applied."""
