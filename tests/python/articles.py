"""Articles for the tests, and what the command line makes of them."""

from __future__ import annotations

import json
import os
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
NEWSMARK = os.environ["NEWSMARK"]

# Characters of several code points, all kinds of line breaks, formulas, a quotation in several pieces.
HARD = (
    "🎉 Łódź’s Mayor Quits & Leaves\r\n\r\n"
    "“We won 👩‍👩‍👧,” said Ame\u0301lie Lee\u00a0of São Paulo 🇧🇷 on Tuesday, “and we are glad.”\r\n\r\n"
    "=cmd|' /C calc'!A0, said Bob Roe of Siemens, who expects a rise of -4% or €3 million in 2027.\u2028"
    "The so-called ‘reserve\u0085fleet’ is near Berlin, said the Ministry\tof \u0000Defence.\n\n  "
)


@cache
def rows() -> list[dict[str, Any]]:
    """Our sample articles and some hard ones, as rows of an archive."""
    lines = (ROOT / "tests" / "data" / "sample.jsonl").read_text(encoding="utf-8").splitlines()
    found = [{"id": row["id"], "text": row["text"]} for row in map(json.loads, lines)]
    found[0] |= {"headline": "A Title", "source": "Keld Gazette", "date": "2026-03-12T10:00:00Z", "byline": "A. Lee"}
    found += [{"id": 7, "text": HARD, "date": "4 May"}, {"id": "short", "text": "Oslo voted."}]
    return [*found, {"id": "blank", "text": " \r\n"}, {"id": "empty", "text": ""}]


def command_line(*arguments: str, rows: list[dict[str, Any]] | None = None) -> bytes:
    source = "" if rows is None else "".join(json.dumps(row) + "\n" for row in rows)
    command = [NEWSMARK, *arguments]
    return subprocess.run(command, input=source.encode(), stdout=subprocess.PIPE, check=True).stdout


@cache
def annotated() -> list[dict[str, Any]]:
    """The rows that the command line makes of these."""
    return [json.loads(line) for line in command_line("annotate", "--jsonl", rows=rows()).splitlines()]
