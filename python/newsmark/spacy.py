"""Newsmark as a component of spaCy's pipelines, for `nlp.add_pipe("newsmark")`.

>>> import spacy
>>> nlp = spacy.blank("en")
>>> component = nlp.add_pipe("newsmark")
>>> doc = nlp("“We will not sail,” said Helena Rebane. She runs Saarlink.")
>>> [(ent.text, ent.label_) for ent in doc.ents]
[('Helena Rebane', 'PERSON'), ('Saarlink', 'ORG')]
>>> [(quote.text, quote._.quote.speaker_name) for quote in doc.spans["quotes"]]
[('“We will not sail,”', 'Helena Rebane')]
>>> [[mention.text for mention in chain] for chain in doc._.chains]
[['Saarlink'], ['Helena Rebane', 'She']]

It sets

- `doc.ents`: names, dates and amounts. `ent.id_` is that of its chain, as in `chain-0`. With `"places": True` in the
  configuration, `ent.kb_id_` is that of a place in GeoNames, as in `geonames:588409`.
- `doc.spans["quotes"]`, `["cues"]`, `["speakers"]`: the pieces of quotations. Those of one quotation have the same
  `id_`, as in `quote-0`.
- `doc.spans["coref_clusters_1"]` and so on: the mentions of each chain. `doc._.chains` is a list of these groups.
- `doc._.newsmark`: the whole `newsmark.Document`.
- `ent._.entity`, `quote._.quote`, `mention._.chain`: the record of a span.
- the beginnings of sentences, if no component before it has set them.

The groups of spans are the same as in the export `spacy`. Newsmark's tokens are not always spaCy's: a span that begins
or ends within a token of spaCy is extended to the whole token, and of entities that then overlap, `doc.ents` has the
longest.

"Yesterday" is counted from the day in `doc._.article`, a dictionary of what is known about the article:

>>> doc = nlp.make_doc("She left on Monday.")
>>> doc._.article = {"id": "7", "date": "2026-03-12"}
>>> nlp(doc).ents[0]._.entity.value.value
'2026-03-09'
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import srsly
from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup
from spacy.util import filter_spans

from ._annotate import pipe
from .document import Chain, Document, Entity, PlaceValue, Range

# One group of spans for each chain, as spaCy's own coreference component names them.
_CHAIN = "coref_clusters_"


class Newsmark:
    """The component. It needs no training, and no other component."""

    def __init__(
        self, name: str = "newsmark", *, overwrite_ents: bool = True, n_threads: int | None = None, places: bool = False
    ) -> None:
        self.name = name
        self.overwrite_ents = overwrite_ents
        self.n_threads = n_threads
        self.places = places

    def __call__(self, doc: Doc) -> Doc:
        """Annotates one text."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 128) -> Iterator[Doc]:
        """Annotates many texts, with as many threads as there are cores. The order is kept.

        `batch_size` is of no use here: see `newsmark.pipe`.
        """
        texts = ((doc.text, _Context(doc)) for doc in stream)
        for document, context in pipe(texts, as_tuples=True, n_threads=self.n_threads, places=self.places):
            self._set(context.doc, document)
            yield context.doc

    def _set(self, doc: Doc, document: Document) -> None:
        doc._.newsmark = document
        _set_sentences(doc, document)
        _set_quotes(doc, document)
        chains = {chain.id: list(_mentions(doc, chain)) for chain in document.chains}
        for chain in document.chains:
            name = f"{_CHAIN}{chain.id + 1}"
            doc.spans[name] = SpanGroup(doc, name=name, spans=chains[chain.id])
        self._set_entities(doc, document.entities)

    def _set_entities(self, doc: Doc, entities: Iterable[Entity]) -> None:
        found = [span for entity in entities if (span := _entity_span(doc, entity)) is not None]
        kept = [] if self.overwrite_ents else list(doc.ents)
        taken = {token.i for ent in kept for token in ent}
        free = [span for span in found if not any(token.i in taken for token in span)]
        doc.ents = [*kept, *filter_spans(free)]

    # Nothing is saved with a pipeline but the configuration.
    def to_bytes(self, *, exclude: Any = ()) -> bytes:
        return b""

    def from_bytes(self, data: bytes, *, exclude: Any = ()) -> Newsmark:
        return self

    def to_disk(self, path: Any, *, exclude: Any = ()) -> None:
        pass

    def from_disk(self, path: Any, *, exclude: Any = ()) -> Newsmark:
        return self


class _Context(dict[str, Any]):
    """What `newsmark.pipe` passes through: the doc, and what is known about its article."""

    def __init__(self, doc: Doc) -> None:
        super().__init__(doc._.article or {})
        self.doc = doc


def _span(doc: Doc, place: Range, label: str, id: str = "", kb_id: str = "") -> Span | None:
    """The tokens that a range of the text touches; none if it is in the white space that spaCy gives to no token."""
    span: Span | None = doc.char_span(*place, label=label, kb_id=kb_id, span_id=id, alignment_mode="expand")
    return span


def _entity_span(doc: Doc, entity: Entity) -> Span | None:
    place = entity.value if isinstance(entity.value, PlaceValue) else None
    kb_id = "" if place is None or place.geonames is None else f"geonames:{place.geonames}"
    return _span(doc, entity.range, entity.type, "" if entity.chain is None else f"chain-{entity.chain}", kb_id)


def _mentions(doc: Doc, chain: Chain) -> Iterator[Span]:
    for mention in chain.mentions:
        span = _span(doc, mention.range, chain.type, id=f"chain-{chain.id}", kb_id=chain.label)
        if span is not None:
            yield span


def _set_quotes(doc: Doc, document: Document) -> None:
    groups: dict[str, list[Span | None]] = {"quotes": [], "cues": [], "speakers": []}
    for quote in document.quotes:
        id, chain = f"quote-{quote.id}", document.chain_of(quote)
        speaker = chain.label if chain is not None else quote.speaker_text
        groups["quotes"] += [_span(doc, piece, quote.type, id, speaker) for piece in quote.content]
        groups["cues"] += [_span(doc, piece, "CUE", id) for piece in quote.cue]
        groups["speakers"] += [_span(doc, piece, "SPEAKER", id, speaker) for piece in quote.speaker]
    for name, spans in groups.items():
        doc.spans[name] = SpanGroup(doc, name=name, spans=[span for span in spans if span is not None])


def _set_sentences(doc: Doc, document: Document) -> None:
    if len(doc) == 0 or doc.has_annotation("SENT_START"):
        return
    spans = [_span(doc, sentence, "") for sentence in document.sentences]
    starts = {0, *(span.start for span in spans if span is not None)}
    for token in doc:
        token.is_sent_start = token.i in starts


def _record_of(span: Span, prefix: str, records: str) -> Any:
    """The record whose id a span has, such as `quote-3`."""
    document = span.doc._.newsmark
    name, _, number = span.id_.rpartition("-")
    found = document is not None and name == prefix and number.isdigit()
    return getattr(document, records)[int(number)] if found else None


def _entity_of(span: Span) -> Entity | None:
    """The entity at a span: the longest that begins and ends in its tokens."""
    document = span.doc._.newsmark
    if document is None or span.label_ == "":
        return None
    inside = [
        entity
        for entity in document.entities
        if entity.type == span.label_ and span.start_char <= entity.start and entity.end <= span.end_char
    ]
    return max(inside, key=lambda entity: entity.end - entity.start, default=None)


def _chain_groups(doc: Doc) -> list[SpanGroup]:
    document = doc._.newsmark
    return [] if document is None else [doc.spans[f"{_CHAIN}{chain.id + 1}"] for chain in document.chains]


# spaCy writes docs with msgpack, also when it sends them from one process to another.
_IN_MSGPACK = "newsmark.Document"


@srsly.msgpack_encoders("newsmark")  # type: ignore[untyped-decorator]
def _encode(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    if isinstance(value, Document):
        return {_IN_MSGPACK: value.to_json(), "model": value.model}
    return value if chain is None else chain(value)


@srsly.msgpack_decoders("newsmark")  # type: ignore[untyped-decorator]
def _decode(value: Any, chain: Callable[[Any], Any] | None = None) -> Any:
    if _IN_MSGPACK in value:
        return Document.from_dict(json.loads(value[_IN_MSGPACK]), model=value["model"])
    return value if chain is None else chain(value)


def _register() -> None:
    # A second import, such as in a notebook, sets them again.
    Doc.set_extension("newsmark", default=None, force=True)
    Doc.set_extension("article", default=None, force=True)
    Doc.set_extension("chains", getter=_chain_groups, force=True)
    Span.set_extension("entity", getter=_entity_of, force=True)
    Span.set_extension("quote", getter=lambda span: _record_of(span, "quote", "quotes"), force=True)
    Span.set_extension("chain", getter=lambda span: _record_of(span, "chain", "chains"), force=True)


_register()


@Language.factory(
    "newsmark",
    assigns=["doc.ents", "doc.spans", "doc._.newsmark", "doc._.chains"],
    default_config={"overwrite_ents": True, "n_threads": None, "places": False},
)
def create(nlp: Language, name: str, overwrite_ents: bool, n_threads: int | None, places: bool) -> Newsmark:
    """Makes the component for `nlp.add_pipe("newsmark", config={…})`.

    With `overwrite_ents=False`, entities of earlier components stay, and Newsmark adds those that do not overlap them.
    `n_threads` and `places` are those of `newsmark.pipe`.
    """
    return Newsmark(name, overwrite_ents=overwrite_ents, n_threads=n_threads, places=places)
