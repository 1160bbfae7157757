"""Finds who is named in a news article and who said what.

>>> import newsmark
>>> document = newsmark.annotate("“We will not sail,” said Helena Rebane, the chief executive of Saarlink.")
>>> document.quotes[0].speaker_name
'Helena Rebane'

`annotate` takes one text, and `pipe` takes many and uses all cores. Both give a `Document`, a frozen dataclass with
lists of entities, chains, quotations and more. Offsets count code points, as Python's strings do.
"""

from ._annotate import Date, annotate, pipe
from ._native import MODEL, SCHEMA
from ._native import VERSION as __version__
from ._tables import Table, columns, rows, to_pandas
from .document import (
    AmountValue,
    Anchor,
    Block,
    BlockKind,
    Chain,
    Creator,
    Document,
    Entity,
    EntityType,
    EntityValue,
    Medium,
    Mention,
    MentionKind,
    Metadata,
    PlaceValue,
    Quote,
    QuoteType,
    Range,
    TimeValue,
    Timex,
    Title,
)
from .exports import ExportedFile
from .formats import EXPORT_FORMATS, ExportFormat

__all__ = [
    "EXPORT_FORMATS",
    "MODEL",
    "SCHEMA",
    "AmountValue",
    "Anchor",
    "Block",
    "BlockKind",
    "Chain",
    "Creator",
    "Date",
    "Document",
    "Entity",
    "EntityType",
    "EntityValue",
    "ExportFormat",
    "ExportedFile",
    "Medium",
    "Mention",
    "MentionKind",
    "Metadata",
    "PlaceValue",
    "Quote",
    "QuoteType",
    "Range",
    "Table",
    "TimeValue",
    "Timex",
    "Title",
    "__version__",
    "annotate",
    "columns",
    "pipe",
    "rows",
    "to_pandas",
]
