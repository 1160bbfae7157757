"""Texts in, documents out."""

from __future__ import annotations

import datetime
import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Literal, NamedTuple, TypeVar, Union, overload

from . import _native
from .document import Document

Context = TypeVar("Context")

Date = Union[str, datetime.date]
"""A day: `"2023-07-28"` or `datetime.date(2023, 7, 28)`."""

# Texts go to the threads in batches of so many characters, some articles or many headlines. For each text a few more
# are counted.
_BATCH = 16_000
_OVERHEAD = 100
# So many batches per thread are under way: enough for the other threads to go on while one works on a long text.
_BATCHES_PER_THREAD = 3

# The fields of a row that say something about its article.
_FIELDS = ("id", *_native.NAMES_IN_ROWS)


def annotate(
    text: str,
    date: Date | None = None,
    *,
    id: str | None = None,
    title: str | None = None,
    byline: str | None = None,
    site: str | None = None,
    url: str | None = None,
    language: str | None = None,
    places: bool = False,
) -> Document:
    """Finds names, quotations and speakers in a text.

    "Yesterday" and "on Tuesday" are counted from `date`, the day of publication. The other arguments are what is known
    about the article beside its text. They become the document's `metadata`, which exports and tables contain.

    With `places`, places are linked to GeoNames, and peoples to their countries: the `value` of an entity then says
    which Paris, Georgia or Birmingham it is.

    Other Python threads run in the meantime.

    >>> import newsmark
    >>> document = newsmark.annotate("“We will not sail,” said Helena Rebane on Tuesday.", date="2023-07-28")
    >>> for entity in document.entities:
    ...     print(entity.type, entity.text)
    PERSON Helena Rebane
    DATE Tuesday
    >>> document.entities[1].value.value
    '2023-07-25'
    >>> [(quote.speaker_name, quote.text) for quote in document.quotes]
    [('Helena Rebane', '“We will not sail,”')]
    >>> newsmark.annotate("The mayor of Paris, Texas, spoke.", places=True).entities[0].value.region
    'TX'

    Raises `TypeError` if the text is not a string, and `ValueError` if the date is not one.
    """
    known = {"id": id, "title": title, "byline": byline, "site": site, "url": url, "language": language}
    fields = {name: value for name, value in known.items() if value is not None}
    if date is not None:
        fields["date"] = _day(date)
    return _document(text, _native.annotate(text, fields, places))


@overload
def pipe(
    texts: Iterable[str], *, as_tuples: Literal[False] = False, n_threads: int | None = None, places: bool = False
) -> Iterator[Document]: ...
@overload
def pipe(
    texts: Iterable[tuple[str, Context]],
    *,
    as_tuples: Literal[True],
    n_threads: int | None = None,
    places: bool = False,
) -> Iterator[tuple[Document, Context]]: ...
def pipe(
    texts: Iterable[Any], *, as_tuples: bool = False, n_threads: int | None = None, places: bool = False
) -> Iterator[Any]:
    """Annotates many texts on all cores, and gives their documents one by one, in the order of the texts.

    Only a few texts per thread are in memory, so there may be any number of them. `n_threads` is the number of threads;
    without it there are as many as cores. `places` links places to GeoNames, as in `annotate`.

    >>> import newsmark
    >>> for document in newsmark.pipe(["Oslo voted.", "Amina Wekesa left Nairobi."]):
    ...     print([entity.text for entity in document.entities])
    ['Oslo']
    ['Amina Wekesa', 'Nairobi']

    With `as_tuples`, it takes pairs of a text and anything else, its context, and gives pairs of a document and the
    same context. If the context is a dictionary, the document's metadata are those of its fields `id`, `title`,
    `byline`, `date`, `site`, `url` and `language`, or what archives call them: `headline`, `author`, `published`,
    `source`, `publisher`, `link`. As on the command line, a date in another form than `2026-03-12` is not known.

    >>> rows = [("She left on Monday.", {"id": 7, "source": "Keld Gazette", "date": "2026-03-12"})]
    >>> for document, row in newsmark.pipe(rows, as_tuples=True):
    ...     print(row["id"], document.metadata.site, document.entities[0].value.value)
    7 Keld Gazette 2026-03-09

    A text that cannot be annotated raises its error when its turn comes: `TypeError` if it is not a string.
    """
    threads = _threads(n_threads)
    if isinstance(texts, (str, bytes)):
        raise TypeError(f"pipe() needs a list of texts, not one {type(texts).__name__}; annotate() takes one text")
    return _pipe(iter(texts), as_tuples, threads, places)


class _Batch(NamedTuple):
    """Some texts with the fields of their rows, and their contexts."""

    articles: list[tuple[str, dict[str, str]]]
    contexts: list[Any]


def _pipe(texts: Iterator[Any], as_tuples: bool, threads: int, places: bool) -> Iterator[Any]:
    waiting: deque[tuple[_Batch, Future[list[Any]]]] = deque()
    batches = _Batches(texts, as_tuples)
    with ThreadPoolExecutor(threads, thread_name_prefix="newsmark") as pool:
        try:
            for batch in batches:
                waiting.append((batch, pool.submit(_native.annotate_all, batch.articles, places)))
                while waiting and (waiting[0][1].done() or len(waiting) >= threads * _BATCHES_PER_THREAD):
                    yield from _results(*waiting.popleft(), as_tuples)
            while waiting:
                yield from _results(*waiting.popleft(), as_tuples)
        finally:
            # A caller that stops early, or meets an error, should not wait for results that it will never read.
            for _, future in waiting:
                future.cancel()
    if batches.error is not None:
        raise batches.error


class _Batches:
    """The texts in batches, up to the first that cannot be read: the documents before it come first, then its error."""

    def __init__(self, texts: Iterator[Any], as_tuples: bool) -> None:
        self.texts = texts
        self.as_tuples = as_tuples
        self.error: Exception | None = None

    def __iter__(self) -> Iterator[_Batch]:
        batch, size = _Batch([], []), 0
        try:
            for position, item in enumerate(self.texts):
                text, context = _pair(item, position) if self.as_tuples else (item, None)
                if not isinstance(text, str):
                    raise TypeError(f"text {position} of pipe() must be a string, not {type(text).__name__}")
                batch.articles.append((text, _fields(context)))
                batch.contexts.append(context)
                size += len(text) + _OVERHEAD
                if size >= _BATCH:
                    yield batch
                    batch, size = _Batch([], []), 0
        except Exception as error:
            self.error = error
        if batch.articles:
            yield batch


def _pair(item: Any, position: int) -> tuple[Any, Any]:
    if not isinstance(item, (tuple, list)) or len(item) != 2:
        raise TypeError(f"item {position} of pipe() must be a pair of a text and a context, as as_tuples says")
    return item[0], item[1]


def _fields(context: Any) -> dict[str, str]:
    """What a context says about the article, if it is a row of an archive."""
    if not isinstance(context, Mapping):
        return {}
    names = {str(name).lower(): name for name in context}
    found = {name: context[names[name]] for name in _FIELDS if name in names}
    dates = {name: value.isoformat() for name, value in found.items() if isinstance(value, datetime.date)}
    texts = {name: value for name, value in found.items() if isinstance(value, str)}
    # Ids are often numbers.
    ids = {"id": str(found["id"])} if isinstance(found.get("id"), int) else {}
    return {**texts, **dates, **ids}


def _results(batch: _Batch, future: Future[list[Any]], as_tuples: bool) -> Iterator[Any]:
    for (text, _), context, annotated in zip(*batch, future.result()):
        if isinstance(annotated, Exception):
            raise annotated
        document = _document(text, annotated)
        yield (document, context) if as_tuples else document


def _document(text: str, annotated: _native.Annotated) -> Document:
    return Document._of(text, annotated, model=_native.MODEL)


def _day(date: Date) -> str:
    if isinstance(date, datetime.date):
        return date.isoformat()[:10]
    if isinstance(date, str):
        return date
    raise TypeError(f'the date must be a string such as "2023-07-28" or a datetime.date, not {type(date).__name__}')


def _threads(n_threads: int | None) -> int:
    if n_threads is None:
        count = getattr(os, "process_cpu_count", os.cpu_count)()
        return count or 1
    if isinstance(n_threads, bool) or not isinstance(n_threads, int) or n_threads < 1:
        raise ValueError(f"n_threads must be a whole number from 1 on, not {n_threads!r}")
    return n_threads
