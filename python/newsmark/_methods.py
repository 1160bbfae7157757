"""What the generated dataclasses of `newsmark.document` can do."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import MISSING, fields
from typing import TYPE_CHECKING, Any

from ._native import Annotated

if TYPE_CHECKING:
    import pandas
    from typing_extensions import Self

    from ._tables import Table
    from .corrections import Corrected, Correction
    from .document import Chain, Entity, Quote, Range
    from .exports import ExportedFile
    from .formats import ExportFormat

# Between the pieces of a quotation that the cue interrupts, as in the tables.
ELLIPSIS = " … "


class Record:
    """A part of a document."""

    def to_dict(self) -> dict[str, Any]:
        """The record as JSON has it. Optional fields that are empty are left out.

        >>> from newsmark import Mention
        >>> Mention(start=0, end=3, kind="pronoun").to_dict()
        {'start': 0, 'end': 3, 'kind': 'pronoun'}
        """
        found = {}
        for field in fields(self):  # type: ignore[arg-type]
            value = getattr(self, field.name)
            required = field.default is MISSING and field.default_factory is MISSING
            if required or value not in (None, ()):
                value = _plain(value)
                if required or value != {}:
                    found[field.name] = value
        return found


def _plain(value: Any) -> Any:
    if isinstance(value, Record):
        return value.to_dict()
    if isinstance(value, (tuple, list)):
        return [_plain(one) for one in value]
    return value


class Span(Record):
    """A record with a place in the text."""

    if TYPE_CHECKING:

        @property
        def start(self) -> int: ...
        @property
        def end(self) -> int: ...

    @property
    def range(self) -> Range:
        """Start and end, to name the place in a correction."""
        return self.start, self.end


class Words(Span):
    """A record with a place in the text, whose words are not stored with it."""

    # The text of the document.
    _source: str | None = None

    @property
    def text(self) -> str:
        """The words from `start` to `end`."""
        return _words(self, [self.range])


class QuoteMethods(Record):
    """A quotation. Its pieces are ranges of the text; these are their words."""

    if TYPE_CHECKING:

        @property
        def content(self) -> tuple[Range, ...]: ...
        @property
        def quoted(self) -> tuple[Range, ...]: ...
        @property
        def cue(self) -> tuple[Range, ...]: ...
        @property
        def speaker(self) -> tuple[Range, ...]: ...

    # The text of the document.
    _source: str | None = None

    @property
    def range(self) -> Range:
        """From the first to the last character of the content, to name the place in a correction."""
        return min(start for start, _ in self.content), max(end for _, end in self.content)

    @property
    def text(self) -> str:
        """The words of the content. An ellipsis stands where the cue interrupts them."""
        return _words(self, self.content)

    @property
    def quoted_text(self) -> str:
        """The words in quotation marks; empty if there are none."""
        return _words(self, self.quoted)

    @property
    def cue_text(self) -> str:
        """The words that say that something is said, such as "said"; empty without any."""
        return _words(self, self.cue)

    @property
    def speaker_text(self) -> str:
        """The speaker as the text has it here, such as "she"; empty where nobody is named."""
        return _words(self, self.speaker)


class ChainMethods(Record):
    """A coreference chain."""

    if TYPE_CHECKING:

        @property
        def name(self) -> str | None: ...
        @property
        def description(self) -> str | None: ...

    @property
    def label(self) -> str:
        """The name, or for a person without a name in the text, the description: "a former aide"."""
        return self.name or self.description or ""


def _words(record: Words | QuoteMethods, pieces: Sequence[Range]) -> str:
    text = record._source
    if text is None:
        raise ValueError(f"this {type(record).__name__} was not made by newsmark, so its words are not known")
    return ELLIPSIS.join(text[start:end] for start, end in pieces)


class DocumentMethods(Record):
    """A text with its annotations.

    Fields are built when they are first read, so code that only needs the quotations does not pay for the rest.
    """

    if TYPE_CHECKING:

        @property
        def text(self) -> str: ...
        @property
        def model(self) -> str | None: ...
        @property
        def chains(self) -> tuple[Chain, ...]: ...

    else:

        def __getattr__(self, name: str) -> Any:
            # Called for a field that has not been read yet.
            annotated = self.__dict__.get("_annotated")
            if annotated is None or name.startswith("_"):
                raise AttributeError(f"{type(self).__name__!r} has no attribute {name!r}")
            try:
                value = annotated.field(name, self.text)
            except KeyError:
                raise AttributeError(f"{type(self).__name__!r} has no attribute {name!r}") from None
            self.__dict__[name] = value
            return value

    def __getstate__(self) -> dict[str, Any]:
        # What Rust has cannot be pickled.
        return {field.name: getattr(self, field.name) for field in fields(self)}  # type: ignore[arg-type]

    @classmethod
    def _of(cls, text: str, annotated: Annotated, **more: Any) -> Self:
        document = cls.__new__(cls)
        document.__dict__.update(text=text, _annotated=annotated, **more)
        return document

    @property
    def _rust(self) -> Annotated:
        """The document as Rust has it."""
        annotated: Annotated | None = self.__dict__.get("_annotated")
        if annotated is None:
            annotated = Annotated.read(self.text, json.dumps(self._fields()))
            self.__dict__["_annotated"] = annotated
        return annotated

    def _fields(self) -> dict[str, Any]:
        found = super().to_dict()
        return {name: value for name, value in found.items() if name not in ("text", "model")}

    def to_dict(self, *, text: bool = True) -> dict[str, Any]:
        """The document as the command line writes it: as JSON has it, with the text if it is wanted.

        >>> import newsmark
        >>> document = newsmark.annotate("Oslo voted.")
        >>> list(document.to_dict())
        ['text', 'entities', 'chains', 'quotes', 'quoted_terms', 'sentences', 'blocks']
        >>> newsmark.Document.from_dict(document.to_dict()) == document
        True
        """
        found: dict[str, Any] = {"text": self.text} if text else {}
        return {**found, **json.loads(self._rust.json())}

    def to_json(self, *, text: bool = True) -> str:
        """The same as a line of JSON."""
        annotations = self._rust.json()
        return f'{{"text":{json.dumps(self.text, ensure_ascii=False)},{annotations[1:]}' if text else annotations

    @classmethod
    def from_dict(cls, row: Mapping[str, Any], text: str | None = None, *, model: str | None = None) -> Self:
        """The document of a dictionary, such as a row that the command line has written.

        Fields that are not part of a document are ignored, but the `id` of a row is that of its article. `text` is
        needed for a row without a text.

        Raises `ValueError` if this is not a document, or if it does not belong to the text.
        """
        if not isinstance(row, Mapping):
            raise TypeError(f"from_dict() needs a dictionary, not {type(row).__name__}")
        text = row.get("text") if text is None else text
        if text is None:
            raise ValueError("this document has no text: name it, as in Document.from_dict(row, text)")
        fields = dict(row)
        if row.get("id") is not None and isinstance(metadata := row.get("metadata", {}), Mapping):
            fields["metadata"] = {"id": str(row["id"]), **metadata}
        return cls._of(text, Annotated.read(text, json.dumps(fields)), model=model)

    @classmethod
    def from_newsmark_file(cls, path: str | os.PathLike[str]) -> Self:
        """The document of a Newsmark file, which the page saves, with the corrections that were made there.

        `export("json")` writes such a file. Raises `ValueError` if the file is another one or damaged.
        """
        with open(path, "rb") as file:
            text, annotated, model = Annotated.open(file.read())
        return cls._of(text, annotated, model=model or None)

    def words(self, *places: Range) -> str:
        """The words at a range of the text, or at several, with an ellipsis between them.

        >>> import newsmark
        >>> document = newsmark.annotate("Oslo voted. Bergen did not.")
        >>> [document.words(sentence) for sentence in document.sentences]
        ['Oslo voted.', 'Bergen did not.']
        """
        return ELLIPSIS.join(self.text[start:end] for start, end in places)

    def chain_of(self, record: Entity | Quote) -> Chain | None:
        """The chain of an entity, or that of a quotation's speaker; None if it has none.

        >>> import newsmark
        >>> document = newsmark.annotate("Helena Rebane runs the ferries. “We will not sail,” she said.")
        >>> [mention.text for mention in document.chain_of(document.quotes[0]).mentions]
        ['Helena Rebane', 'she']
        """
        chain = record.chain if hasattr(record, "chain") else record.speaker_chain
        return None if chain is None else self.chains[chain]

    def entities_table(self) -> list[dict[str, Any]]:
        """A row for each name, date and amount, with the columns of the command line's `csv-entities`.

        >>> import newsmark
        >>> for row in newsmark.annotate("Saarlink paid €3 million.").entities_table():
        ...     print(row["type"], row["text"], row["amount"], row["currency_or_unit"])
        ORG Saarlink None None
        MONEY €3 million 3000000 EUR
        """
        return self._rows("entities")

    def mentions_table(self) -> list[dict[str, Any]]:
        """A row for each mention: names, descriptions and pronouns. The columns are those of `csv-mentions`."""
        return self._rows("mentions")

    def quotes_table(self) -> list[dict[str, Any]]:
        """A row for each quotation, with the columns of `csv-quotes`."""
        return self._rows("quotes")

    def to_pandas(self, table: Table = "entities") -> pandas.DataFrame:
        """One of these tables as a data frame of pandas, which has to be installed."""
        from ._tables import to_pandas

        return to_pandas([self], table)  # type: ignore[list-item]

    def _rows(self, table: Table) -> list[dict[str, Any]]:
        return self._rust.rows(f"csv-{table}", self.model or "")

    def export(self, format: ExportFormat) -> ExportedFile:
        """Writes the document in another program's format. `EXPORT_FORMATS` lists them.

        >>> import newsmark
        >>> file = newsmark.annotate("Oslo voted.", title="Vote").export("tei")
        >>> file.name, file.media_type
        ('Vote.tei.xml', 'application/tei+xml')
        >>> "<placeName" in file.text
        True

        `json` is Newsmark's own format, which the page can open.
        """
        from .exports import ExportedFile

        return ExportedFile(*self._rust.export(format, self.model or ""))

    def corrected(self, corrections: Iterable[Correction]) -> Corrected:
        """Applies corrections. `newsmark.corrections` describes them.

        Corrections of a corrected document follow those that it has. Raises `ValueError` if they are none.
        """
        from .corrections import Corrected, Unapplied

        annotated, unapplied = self._rust.corrected(json.dumps(list(corrections), default=Record.to_dict))
        reasons = tuple(Unapplied(**one) for one in json.loads(unapplied))
        return Corrected(self._of(self.text, annotated, model=self.model), reasons)  # type: ignore[arg-type]
