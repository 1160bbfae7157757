"""Tables of many documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Literal, get_args

from ._native import Annotated

if TYPE_CHECKING:
    import pandas

    from .document import Document

Table = Literal["entities", "mentions", "quotes"]
"""What the rows of a table are about."""


def rows(documents: Iterable[Document], table: Table) -> Iterator[dict[str, Any]]:
    """The rows of a table of many documents, one by one, with the columns of the command line's CSV.

    The first column, `article_id`, is the `id` of the article. Cells are strings and numbers, and None where they are
    empty.

    >>> import newsmark
    >>> articles = [("Oslo voted.", {"id": "a"}), ("Amina Wekesa left Nairobi.", {"id": "b"})]
    >>> documents = (document for document, _ in newsmark.pipe(articles, as_tuples=True))
    >>> for row in newsmark.rows(documents, "entities"):
    ...     print(row["article_id"], row["type"], row["text"])
    a GPE Oslo
    b PERSON Amina Wekesa
    b GPE Nairobi
    """
    _checked(table)
    return (row for document in documents for row in document._rows(table))


def to_pandas(documents: Iterable[Document], table: Table) -> pandas.DataFrame:
    """The same table as a data frame of pandas, which has to be installed.

    >>> import newsmark
    >>> frame = newsmark.to_pandas(newsmark.pipe(["“Yes,” said Ann Lee.", "“No,” said Bob Roe."]), "quotes")
    >>> list(frame["speaker"])
    ['Ann Lee', 'Bob Roe']
    """
    _checked(table)
    try:
        import pandas
    except ImportError as error:
        raise ImportError("to_pandas() needs pandas: pip install pandas. rows() gives the same without it") from error
    return pandas.DataFrame(list(rows(documents, table)), columns=columns(table))


def columns(table: Table) -> list[str]:
    """The names of a table's columns.

    >>> import newsmark
    >>> newsmark.columns("mentions")[:4]
    ['article_id', 'chain', 'name', 'description']
    """
    _checked(table)
    return Annotated.columns(f"csv-{table}")


def _checked(table: str) -> None:
    if table not in get_args(Table):
        raise ValueError(f"there is no table “{table}”; the tables are {', '.join(get_args(Table))}")
