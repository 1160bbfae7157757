"""Tables, exports and corrections are those of the command line."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from typing import get_args

import newsmark
import pytest
from articles import ROOT, command_line, rows
from newsmark.corrections import Correction

DOCUMENTS = [document for document, _ in newsmark.pipe([(row["text"], row) for row in rows()], as_tuples=True)]


def as_in_csv(cell: object) -> str:
    return "" if cell is None else str(cell)


@pytest.mark.parametrize("table", get_args(newsmark.Table))
def test_tables_have_the_cells_of_the_command_line(table: newsmark.Table) -> None:
    written = command_line("annotate", "--jsonl", "--format", f"csv-{table}", "--no-bom", rows=rows()).decode()
    expected = list(csv.DictReader(io.StringIO(written, newline="")))
    found = list(newsmark.rows(DOCUMENTS, table))
    assert len(found) == len(expected) > 30
    for row, cells in zip(found, expected, strict=True):
        assert list(row) == list(cells)
        for name, cell in cells.items():
            value = row[name]
            if isinstance(value, (int, float)):
                assert float(cell) == value
            else:
                # A cell that a spreadsheet would run has an apostrophe in front.
                assert cell in (as_in_csv(value), "'" + as_in_csv(value))


def test_cells_are_numbers_where_they_are_numbers() -> None:
    (row,) = [row for row in newsmark.rows(DOCUMENTS, "entities") if row["text"] == "€3 million"]
    assert (row["amount"], row["currency_or_unit"], row["note"], row["article_id"]) == (3000000, "EUR", None, "7")
    assert all(isinstance(row["start"], int) for row in newsmark.rows(DOCUMENTS, "mentions"))
    assert all(isinstance(row["confidence"], (int, float)) for row in newsmark.rows(DOCUMENTS, "quotes"))
    years = [row["value"] for row in newsmark.rows(DOCUMENTS, "entities") if row["text"] == "2027"]
    assert years == ["2027"]


def test_one_document_has_the_same_rows() -> None:
    for document in DOCUMENTS:
        assert document.entities_table() == list(newsmark.rows([document], "entities"))
        assert document.mentions_table() == list(newsmark.rows([document], "mentions"))
        assert document.quotes_table() == list(newsmark.rows([document], "quotes"))


def test_data_frames() -> None:
    frame = newsmark.to_pandas(DOCUMENTS, "quotes")
    assert list(frame["content"]) == [row["content"] for row in newsmark.rows(DOCUMENTS, "quotes")]
    empty = newsmark.annotate("").to_pandas("entities")
    assert len(empty) == 0 and list(empty.columns)[:3] == ["article_id", "id", "start"]
    with pytest.raises(ValueError, match="there is no table “names”; the tables are entities, mentions, quotes"):
        newsmark.to_pandas(DOCUMENTS, "names")  # type: ignore[arg-type]


def test_without_pandas_the_error_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ImportError, match="to_pandas.. needs pandas: pip install pandas"):
        DOCUMENTS[0].to_pandas("quotes")


@pytest.mark.parametrize("format", newsmark.EXPORT_FORMATS)
def test_exports_are_those_of_the_command_line(format: newsmark.ExportFormat, tmp_path: Path) -> None:
    for number, row in enumerate(rows()[:3] + rows()[-4:]):
        source = tmp_path / f"{number}.txt"
        source.write_bytes(row["text"].encode())
        expected = command_line("annotate", str(source), "--format", format)
        file = newsmark.annotate(row["text"]).export(format)
        assert file.data == expected
        assert (tmp_path / file.name) == file.save(tmp_path) and (tmp_path / file.name).read_bytes() == expected


def test_an_unknown_format_is_named() -> None:
    with pytest.raises(ValueError, match="unknown format “pdf”; the formats are json, html"):
        DOCUMENTS[0].export("pdf")  # type: ignore[arg-type]


def test_corrections_are_those_of_the_library() -> None:
    lines = (ROOT / "tests/data/corrections.jsonl").read_text(encoding="utf-8").splitlines()
    cases = [json.loads(line) for line in lines]
    found = {case["id"]: case for case in cases if "id" in case}
    applied = [case for case in cases if "id" not in case and "after" not in case]
    for case in applied:
        # The offsets there count UTF-16 code units, which are code points in most of the texts.
        row = found[case["about"]]
        if max(row["text"]) < "\U00010000":
            corrected = newsmark.Document.from_dict(row["found"], row["text"]).corrected(case["corrections"])
            assert [one.index for one in corrected.unapplied] == case["unapplied"]
            assert len(corrected.document.chains) == case["chains"]
    assert len(applied) > 30


def test_corrections() -> None:
    document = newsmark.annotate("The Clarion was sold to Helena Rebane.", title="Sold")
    mark: Correction = {"do": "mark", "at": (0, 11), "type": "WORK_OF_ART", "everywhere": True}
    corrected = document.corrected([mark, {"do": "speaker", "at": (0, 3), "who": None}])
    assert corrected.document.entities[0].type == "WORK_OF_ART" and corrected.document.entities[0].by == "you"
    assert [(one.index, one.reason) for one in corrected.unapplied] == [(1, "there is no quotation at its place")]
    assert corrected.document.metadata == document.metadata
    again = corrected.document.corrected([{"do": "rename", "at": (24, 37), "name": "H. R."}])
    assert [chain.name for chain in again.document.chains] == ["The Clarion", "H. R."]
    saved = json.loads(again.document.export("json").data)
    assert [one["do"] for one in saved["corrections"]] == ["mark", "speaker", "rename"]
    assert saved["found"] == document.to_dict(text=False)
    amount = newsmark.AmountValue(amount=4e6, approx=False, currency="EUR")
    paid = newsmark.annotate("Saarlink paid €3 million.")
    change: Correction = {"do": "value", "at": paid.entities[1].range, "value": amount}
    assert paid.corrected([change]).document.entities[1].value == amount
    with pytest.raises(ValueError, match="these are not corrections: unknown variant `erase`"):
        document.corrected([{"do": "erase", "at": (0, 3)}])  # type: ignore[list-item, misc]
