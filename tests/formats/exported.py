"""Shared by the tests of the formats: articles that are hard to export, and the files that newsmark writes for them."""

import json
import os
import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
NEWSMARK = os.environ["NEWSMARK"]

# Characters of two UTF-16 units and of several code points, all kinds of line breaks, markup, formulas, all kinds of
# quotation marks, a quotation over two paragraphs and one in several pieces.
HARD = (
    "🎉 Łódź’s Mayor <b>Quits</b> & Leaves\r\n\r\n"
    "“We won 👩‍👩‍👧,” said Ame\u0301lie Lee\u00a0of São Paulo 🇧🇷 on Tuesday, “and we are glad.”\r\n\r\n"
    "=cmd|' /C calc'!A0, said Bob Roe of Siemens.\r\n\r\n"
    "Lee said: “It began in 𝔅erlin on 4 May.\r\n\r\n"
    "“It ended in Paris,” she said.\r"
    "The so-called ‘reserve\u0085fleet’ cost $3 million, said the Ministry\tof \u0000Defence.\u2028"
    "]]></p><script>alert(1)</script> --> said Ann O’Neill, who called it “brave but badly prepared”.\n\n  "
)


def texts():
    """Our sample articles and the hard one, by name."""
    sample = (ROOT / "tests" / "data" / "sample.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in sample]
    return {row["id"]: row["text"] for row in rows} | {"hard": HARD, "short": "Oslo voted.", "blank": " \r\n"}


TEXTS = texts()


class Exports:
    """One folder per format, with one file per text."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.source = Path(self.folder.name) / "texts"
        self.source.mkdir()
        for name, text in TEXTS.items():
            (self.source / f"{name}.txt").write_bytes(text.encode("utf-8"))

    def of(self, format):
        """The folder with the exports in this format. Creates them on the first call."""
        out = Path(self.folder.name) / format
        if not out.exists():
            files = sorted(str(path) for path in self.source.iterdir())
            subprocess.run([NEWSMARK, "annotate", *files, "--format", format, "--out", str(out)], check=True)
        return out

    def documents(self):
        """The Newsmark files, which the other formats are compared with. Offsets are in code points."""
        return {name: json.loads((self.of("json") / f"{name}.newsmark.json").read_bytes()) for name in TEXTS}

    def close(self):
        self.folder.cleanup()


def spans(document):
    """Start, end and type of the entities."""
    return [(entity["start"], entity["end"], entity["type"]) for entity in document["entities"]]
