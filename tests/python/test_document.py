"""The dataclasses: words, navigation, dictionaries, copies."""

from __future__ import annotations

import copy
import dataclasses
import json
import pickle
from pathlib import Path

import newsmark
import pytest
from articles import ROOT, annotated, command_line, rows

DOCUMENTS = list(newsmark.pipe(row["text"] for row in rows()))


def test_offsets_are_those_of_strings() -> None:
    for document in DOCUMENTS:
        for entity in document.entities:
            assert document.text[entity.start : entity.end] == entity.text == document.words(entity.range)
        for chain in document.chains:
            for mention in chain.mentions:
                assert mention.text == document.text[mention.start : mention.end]
            for title in chain.titles:
                assert title.text == document.text[title.start : title.end]
        for quote in document.quotes:
            assert quote.text == document.words(*quote.content)
            assert quote.quoted_text == document.words(*quote.quoted)
            assert quote.cue_text == document.words(*quote.cue)
            assert quote.speaker_text == document.words(*quote.speaker)
            assert quote.range == (quote.content[0][0], quote.content[-1][1])
        for block in document.blocks:
            assert block.text == document.text[block.start : block.end]
    assert any(len(quote.content) > 1 for document in DOCUMENTS for quote in document.quotes)


def test_records_lead_to_their_chains() -> None:
    for document in DOCUMENTS:
        for entity in document.entities:
            chain = document.chain_of(entity)
            assert chain is None if entity.chain is None else chain is document.chains[entity.chain]
        for quote in document.quotes:
            chain = document.chain_of(quote)
            assert (chain and chain.name) == quote.speaker_name


def test_dictionaries_go_both_ways() -> None:
    for document in DOCUMENTS:
        row = json.loads(json.dumps(document.to_dict()))
        assert newsmark.Document.from_dict(row) == document
        assert json.loads(document.to_json()) == row
        assert json.loads(document.to_json(text=False)) == document.to_dict(text=False)
        assert newsmark.Document.from_dict(document.to_dict(text=False), document.text) == document
        assert [entity.to_dict() for entity in document.entities] == row["entities"]
        assert [quote.to_dict() for quote in document.quotes] == row["quotes"]
        assert [chain.to_dict() for chain in document.chains] == row["chains"]


def test_rows_of_the_command_line_are_read() -> None:
    for row in annotated():
        document = newsmark.Document.from_dict(row)
        assert document.metadata.id == str(row["id"])
        assert document.to_dict()["entities"] == row["entities"]


def test_a_document_can_be_made_by_hand() -> None:
    entity = newsmark.Entity(id=0, start=0, end=4, type="GPE", text="Oslo", chain=None, confidence=1.0)
    document = newsmark.Document("Oslo voted.", (entity,), (), (), (), ((0, 11),))
    assert document.to_dict()["entities"] == [entity.to_dict()]
    assert document.entities_table()[0]["text"] == "Oslo"
    damaged = dataclasses.replace(document, text="O")
    with pytest.raises(ValueError, match="the document does not belong to this text: there is no range 0 to 4"):
        damaged.to_dict()


def test_documents_are_values() -> None:
    for document in DOCUMENTS:
        for same in (pickle.loads(pickle.dumps(document)), copy.copy(document), copy.deepcopy(document)):
            assert same == document and hash(same) == hash(document) and same.to_dict() == document.to_dict()
            assert [quote.text for quote in same.quotes] == [quote.text for quote in document.quotes]
    with pytest.raises(dataclasses.FrozenInstanceError):
        DOCUMENTS[0].entities = ()  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        DOCUMENTS[0].entities[0].text = ""  # type: ignore[misc]
    fewer = dataclasses.replace(DOCUMENTS[0], quotes=())
    assert fewer.to_dict() == {**DOCUMENTS[0].to_dict(), "quotes": []}


def test_an_unknown_attribute_is_an_error() -> None:
    for name in ("quotations", "_source", "json", "Entities"):
        with pytest.raises(AttributeError, match=name):
            getattr(newsmark.annotate("Oslo voted."), name)


def test_words_of_a_record_without_a_text() -> None:
    with pytest.raises(ValueError, match="this Mention was not made by newsmark"):
        _ = newsmark.Mention(0, 4, "name").text


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"entities": None}, "this is not a document of Newsmark: invalid type: null"),
        ({"quotes": [{}]}, "this is not a document of Newsmark: missing field `id`"),
        ({"text": "O"}, "the document does not belong to this text"),
        ({"text": None}, "this document has no text"),
        ({"quoted_terms": [[2, 1]]}, "the document does not belong to this text"),
    ],
)
def test_what_is_no_document_is_refused(change: dict[str, object], message: str) -> None:
    row = newsmark.annotate("Oslo voted.").to_dict()
    with pytest.raises(ValueError, match=message):
        newsmark.Document.from_dict({**row, **change})
    with pytest.raises(TypeError, match="from_dict.. needs a dictionary, not str"):
        newsmark.Document.from_dict("Oslo voted.")  # type: ignore[arg-type]


def test_newsmark_files_are_read(tmp_path: Path) -> None:
    text = tmp_path / "article.txt"
    text.write_text("“We won 👩‍👩‍👧,” said Ann Lee of Łódź.", encoding="utf-8")
    saved = tmp_path / "article.newsmark.json"
    saved.write_bytes(command_line("annotate", str(text), "--format", "json"))
    document = newsmark.Document.from_newsmark_file(saved)
    assert document.quotes[0].speaker_name == "Ann Lee" and document.model == newsmark.MODEL
    # The page counts UTF-16 code units.
    vectors = json.loads((ROOT / "tests/data/shared/newsmark-files.json").read_text(encoding="utf-8"))
    saved.write_text(json.dumps(vectors["base"]), encoding="utf-8")
    assert newsmark.Document.from_newsmark_file(saved).text == vectors["base"]["text"]
    saved.write_text("{}")
    with pytest.raises(ValueError, match="not a Newsmark file"):
        newsmark.Document.from_newsmark_file(saved)
