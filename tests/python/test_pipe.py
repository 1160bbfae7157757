"""Many texts: order, streaming, contexts, errors."""

from __future__ import annotations

import datetime
import itertools
import threading
from collections.abc import Iterator
from typing import Any

import newsmark
import pytest
from articles import annotated, rows


def without_id(document: newsmark.Document) -> dict[str, Any]:
    """As the command line writes it, which has the id outside of the metadata."""
    found = document.to_dict()
    known = {name: value for name, value in found.pop("metadata", {}).items() if name != "id"}
    return {**found, "metadata": known} if known else found


@pytest.mark.parametrize("threads", [1, 2, 5, None])
def test_rows_give_what_the_command_line_gives(threads: int | None) -> None:
    pairs = [(row["text"], row) for row in rows()]
    results = list(newsmark.pipe(pairs, as_tuples=True, n_threads=threads))
    assert len(results) == len(pairs)
    for (document, row), (_, given), expected in zip(results, pairs, annotated(), strict=True):
        assert row is given
        assert document.metadata.id == str(row["id"])
        assert without_id(document) == {name: expected[name] for name in without_id(document)}


def test_the_order_is_that_of_the_texts() -> None:
    texts = [f"Number {n}: Amina Wekesa left." * (1 + n % 7 * 20) for n in range(300)]
    assert [document.text for document in newsmark.pipe(iter(texts), n_threads=3)] == texts


def test_an_endless_stream_is_read_piece_by_piece() -> None:
    read = 0

    def endless() -> Iterator[str]:
        nonlocal read
        for number in itertools.count():
            read += 1
            yield f"Oslo voted in {number}. " * 40

    documents = newsmark.pipe(endless(), n_threads=2)
    for taken in range(1, 400):
        assert next(documents).text.startswith(f"Oslo voted in {taken - 1}. ")
        assert read - taken < 200
    documents.close()  # type: ignore[attr-defined]
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("newsmark")]


def test_contexts_that_are_no_rows_pass_through() -> None:
    for context in (None, 3, ("a", "b"), object(), {"text": 1, 2: 3, "date": None, "id": float("nan")}):
        ((document, found),) = newsmark.pipe([("Oslo voted.", context)], as_tuples=True)
        assert found is context
        assert document.metadata == newsmark.Metadata()


def test_a_row_may_have_dates_and_numbers() -> None:
    row = {
        "ID": 12,
        "Published": datetime.datetime(2026, 3, 12, 8),
        "author": " A. Lee ",
        "link": "https://example.org",
    }
    ((document, _),) = newsmark.pipe([("Oslo voted.", row)], as_tuples=True)
    assert document.metadata.to_dict() == {
        "id": "12",
        "date": "2026-03-12",
        "byline": "A. Lee",
        "url": "https://example.org",
    }


@pytest.mark.parametrize(
    ("bad", "error", "message"),
    [
        (None, TypeError, "text 5 of pipe.. must be a string, not NoneType"),
        (b"a", TypeError, "text 5 of pipe.. must be a string, not bytes"),
        ("\ud800", ValueError, "the text has half of a character"),
    ],
)
def test_an_error_comes_in_its_turn(bad: Any, error: type[Exception], message: str) -> None:
    texts = [f"Oslo voted {n} times." for n in range(5)] + [bad, "Bergen did not."]
    documents = newsmark.pipe(texts, n_threads=2)
    assert [next(documents).text for _ in range(5)] == texts[:5]
    with pytest.raises(error, match=message):
        next(documents)


def test_an_error_of_the_input_comes_after_the_texts_before_it() -> None:
    def failing() -> Iterator[str]:
        yield "Oslo voted."
        raise OSError("the disk is gone")

    documents = newsmark.pipe(failing())
    assert next(documents).text == "Oslo voted."
    with pytest.raises(OSError, match="the disk is gone"):
        next(documents)


def test_wrong_arguments_are_named_at_once() -> None:
    with pytest.raises(TypeError, match="needs a list of texts, not one str"):
        newsmark.pipe("Oslo voted.")
    for threads in (0, -1, 1.5, True, "2"):
        with pytest.raises(ValueError, match="n_threads must be a whole number from 1 on"):
            newsmark.pipe(["Oslo voted."], n_threads=threads)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="item 0 of pipe.. must be a pair of a text and a context"):
        list(newsmark.pipe(["Oslo voted."], as_tuples=True))  # type: ignore[call-overload]


def test_nothing_in_nothing_out() -> None:
    assert list(newsmark.pipe([])) == []
