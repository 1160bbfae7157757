"""An annotated text in another program's format."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class ExportedFile:
    """A file that `Document.export` has made."""

    name: str
    """A name that is made from the title, and valid on every system."""

    media_type: str
    """What kind of file it is, as in `application/json`."""

    data: bytes
    """What is in it."""

    @property
    def text(self) -> str:
        """What is in it, as a string. ZIP archives (brat) have none."""
        return self.data.decode("utf-8")

    def save(self, folder: str | os.PathLike[str] = ".") -> Path:
        """Writes it into a folder, under its name, and gives its path."""
        path = Path(folder) / self.name
        path.write_bytes(self.data)
        return path
