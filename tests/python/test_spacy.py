"""The component for spaCy's pipelines."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import Any

import newsmark
import pytest
import spacy
from articles import rows
from spacy.language import Language
from spacy.tokens import Doc, DocBin


@pytest.fixture
def nlp() -> Language:
    # Without importing newsmark.spacy first: spaCy finds the component by its entry point.
    pipeline = spacy.blank("en")
    pipeline.add_pipe("newsmark")
    return pipeline


TEXT = (
    "“We will not sail,” said Helena Rebane, “and we mean it.” She runs Saarlink in Tallinn.\n\n"
    "The Estonian government said on Tuesday that repairs would cost €3 million."
)


def test_a_blank_pipeline(nlp: Language) -> None:
    doc = nlp(TEXT)
    document = doc._.newsmark
    assert document.to_dict() == newsmark.annotate(TEXT).to_dict()
    assert [(ent.text, ent.label_) for ent in doc.ents] == [(one.text, one.type) for one in document.entities]
    assert [ent._.entity for ent in doc.ents] == list(document.entities)
    assert [(quote.text, quote.label_, quote.kb_id_) for quote in doc.spans["quotes"]][:2] == [
        ("“We will not sail,”", "direct", "Helena Rebane"),
        ("“and we mean it.”", "direct", "Helena Rebane"),
    ]
    assert {quote._.quote for quote in doc.spans["quotes"]} == set(document.quotes)
    assert doc.spans["quotes"][0].id_ == doc.spans["quotes"][1].id_ == doc.spans["speakers"][0].id_
    assert [cue.text for cue in doc.spans["cues"]] == [quote.cue_text for quote in document.quotes]
    assert len(doc._.chains) == len(document.chains)
    for chain, group in zip(document.chains, doc._.chains, strict=True):
        assert [span.text for span in group] == [mention.text for mention in chain.mentions]
        assert all(span._.chain is chain for span in group)
        assert group is not None and group.name == f"coref_clusters_{chain.id + 1}"
    assert [sent.text.strip() for sent in doc.sents] == [document.words(sentence) for sentence in document.sentences]


def test_every_article(nlp: Language) -> None:
    texts = [row["text"] for row in rows()]
    for doc, text in zip(nlp.pipe(texts), texts, strict=True):
        document = doc._.newsmark
        assert doc.text == text
        # Each entity is inside a span, as far as no other is in its way.
        ends = {token.i for ent in doc.ents for token in ent}
        for entity in document.entities:
            span = doc.char_span(*entity.range, alignment_mode="expand")
            assert span is not None and ends & {token.i for token in span}
        pieces = [piece for quote in document.quotes for piece in quote.content]
        for span, (start, end) in zip(doc.spans["quotes"], pieces, strict=True):
            assert span.start_char <= start and end <= span.end_char
        assert len(doc.spans["quotes"]) == len(pieces)
        for chain, group in zip(document.chains, doc._.chains, strict=True):
            assert len(group) == len(chain.mentions)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # One token of spaCy's, two entities of Newsmark's.
        ("The Oslo-Bergen line reopened.", None),
        ("It cost £3m-£4m in the U.S./U.K. region.", None),
        ("Trump/Harris debate in Ohio.", None),
        ("", []),
        (" \n ", []),
    ],
)
def test_entities_do_not_overlap(nlp: Language, text: str, expected: list[str] | None) -> None:
    doc = nlp(text)
    seen: set[int] = set()
    for ent in doc.ents:
        tokens = {token.i for token in ent}
        assert not tokens & seen
        seen |= tokens
    assert expected is None or [ent.text for ent in doc.ents] == expected


def test_earlier_entities_stay_if_asked() -> None:
    nlp = spacy.blank("en")
    ruler: Any = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "SHIP", "pattern": "Helena Rebane"}])
    nlp.add_pipe("newsmark", config={"overwrite_ents": False})
    labels = {ent.text: ent.label_ for ent in nlp(TEXT).ents}
    assert labels["Helena Rebane"] == "SHIP" and labels["Saarlink"] == "ORG"


def test_sentences_of_earlier_components_stay() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer", config={"punct_chars": [","]})
    nlp.add_pipe("newsmark")
    assert [sent.text for sent in nlp("Oslo, he said, voted.").sents] == ["Oslo,", "he said,", "voted."]


def test_the_day_of_publication(nlp: Language) -> None:
    doc = nlp.make_doc("She left on Monday.")
    doc._.article = {"published": "2026-03-12", "id": 7}
    doc = nlp(doc)
    assert doc._.newsmark.metadata == newsmark.Metadata(id="7", date="2026-03-12")
    assert doc.ents[0]._.entity.value.value == "2026-03-09"


def test_places_have_their_id_in_geonames() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("newsmark", config={"places": True})
    doc = nlp(TEXT)
    (tallinn,) = [ent for ent in doc.ents if ent.text == "Tallinn"]
    value = tallinn._.entity.value
    assert isinstance(value, newsmark.PlaceValue) and value.country == "EE"
    assert tallinn.kb_id_ == f"geonames:{value.geonames}"
    assert {ent.kb_id_ for ent in doc.ents if ent.label_ not in ("GPE", "NORP")} == {""}


def test_docs_are_saved_and_sent(nlp: Language, tmp_path: Path) -> None:
    doc = nlp(TEXT)
    bin = DocBin(store_user_data=True, docs=[doc])
    (read,) = DocBin().from_bytes(bin.to_bytes()).get_docs(nlp.vocab)
    copies = [read, Doc(nlp.vocab).from_bytes(doc.to_bytes()), pickle.loads(pickle.dumps(doc))]
    for copied in copies:
        assert copied._.newsmark == doc._.newsmark
        assert [span._.quote for span in copied.spans["quotes"]] == [span._.quote for span in doc.spans["quotes"]]
        assert [[span.text for span in chain] for chain in copied._.chains] == [
            [span.text for span in chain] for chain in doc._.chains
        ]
    (sent,) = nlp.pipe([TEXT], n_process=2)
    assert sent._.newsmark == doc._.newsmark


def test_pipelines_are_saved(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    assert [ent.text for ent in spacy.load(tmp_path)(TEXT).ents] == [ent.text for ent in nlp(TEXT).ents]
    again = spacy.blank("en")
    again.add_pipe("newsmark")
    assert again.from_bytes(nlp.to_bytes())("Oslo voted.").ents[0].text == "Oslo"
