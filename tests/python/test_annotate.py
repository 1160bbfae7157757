"""One text: the document, its metadata, and what is wrong with an argument."""

from __future__ import annotations

import datetime
import json
import threading
from typing import Any

import newsmark
import pytest
from articles import annotated, command_line, rows


def test_the_document_is_that_of_the_command_line() -> None:
    for row, expected in zip(rows(), annotated(), strict=True):
        day = expected.get("metadata", {}).get("date")
        known: dict[str, Any] = {
            name: row.get(key) for name, key in [("title", "headline"), ("site", "source"), ("byline", "byline")]
        }
        found = newsmark.annotate(row["text"], day if "date" in row else None, **known).to_dict()
        assert found == {name: value for name, value in expected.items() if name in found}
    assert sum(len(row["quotes"]) for row in annotated()) > 30


def test_a_date_is_a_string_or_a_day() -> None:
    text = "She left on Monday."
    for date in ("2026-03-12", datetime.date(2026, 3, 12), datetime.datetime(2026, 3, 12, 23, 59)):
        document = newsmark.annotate(text, date)
        assert document.metadata.date == "2026-03-12"
        value = document.entities[0].value
        assert isinstance(value, newsmark.TimeValue) and value.value == "2026-03-09"
    assert newsmark.annotate(text).metadata == newsmark.Metadata()


def test_metadata_are_kept() -> None:
    known: dict[str, Any] = {
        "id": "7",
        "title": "T",
        "byline": "B",
        "site": "S",
        "url": "https://example.org",
        "language": "en",
    }
    document = newsmark.annotate("Oslo voted.", **known)
    assert document.metadata.to_dict() == known
    assert document.to_dict()["metadata"] == known


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"text": None}, TypeError, "the text must be a string, not NoneType"),
        ({"text": b"Oslo"}, TypeError, "the text must be a string, not bytes; decode it first"),
        ({"text": "a\ud83d"}, ValueError, "the text has half of a character .* at position 1"),
        ({"text": "a", "date": "4 May"}, ValueError, "“4 May” is not a date: write the year, month and day"),
        ({"text": "a", "date": "2023-02-30"}, ValueError, "“2023-02-30” is not a day of the calendar"),
        ({"text": "a", "date": ""}, ValueError, "is not a date"),
        ({"text": "a", "date": 2023}, TypeError, "the date must be a string such as .* not int"),
        ({"text": "a", "title": 3}, TypeError, "the title must be a string, not int"),
        ({"text": "a", "url": "\udc00"}, ValueError, "the url has half of a character"),
    ],
)
def test_a_wrong_argument_is_named(arguments: dict[str, Any], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        newsmark.annotate(**arguments)


def test_places_are_those_of_the_command_line() -> None:
    expected = [json.loads(line) for line in command_line("annotate", "--jsonl", "--places", rows=rows()).splitlines()]
    found = list(newsmark.pipe((row["text"] for row in rows()), places=True))
    places = [[entity for entity in row["entities"] if "country" in entity.get("value", {})] for row in expected]
    for document, row in zip(found, places, strict=True):
        linked = [entity for entity in document.entities if isinstance(entity.value, newsmark.PlaceValue)]
        assert [entity.to_dict() for entity in linked] == row
    assert sum(map(len, places)) > 10


def test_half_of_a_character_is_repaired_as_the_message_says() -> None:
    broken = "Oslo \ud83d voted."
    repaired = broken.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    assert [entity.text for entity in newsmark.annotate(repaired).entities] == ["Oslo"]


def test_other_threads_run_in_the_meantime() -> None:
    long = "\n".join(row["text"] for row in rows()) * 10
    steps = 0
    done = threading.Event()

    def annotate() -> None:
        newsmark.annotate(long)
        done.set()

    thread = threading.Thread(target=annotate)
    thread.start()
    while not done.wait(0.0001):
        steps += 1
    thread.join()
    # Without the lock's release, this thread would have waited until the end.
    assert steps > 10


def test_versions() -> None:
    assert newsmark.__version__.count(".") == 2
    assert len(newsmark.MODEL) == 16
    assert newsmark.annotate("Oslo voted.").model == newsmark.MODEL
