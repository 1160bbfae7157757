"""The wheel: what is in it, and what is not."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile

from articles import ROOT

WHEEL = zipfile.ZipFile(os.environ["NEWSMARK_WHEEL"])


def test_it_works_with_every_python_from_3_9_on() -> None:
    assert re.search(r"-cp39-abi3-", os.environ["NEWSMARK_WHEEL"])
    names = WHEEL.namelist()
    assert [name for name in names if name.endswith((".so", ".pyd", ".dylib"))] == ["newsmark/_native.abi3.so"]
    assert "newsmark/py.typed" in names and "newsmark/_native.pyi" in names


def test_it_has_the_licences() -> None:
    (folder,) = {name.split("/")[0] for name in WHEEL.namelist() if ".dist-info/" in name}
    metadata = WHEEL.read(f"{folder}/METADATA").decode()
    assert "License-Expression: (MIT OR Apache-2.0) AND CC-BY-4.0" in metadata
    for name in ("LICENSE-MIT", "LICENSE-APACHE", "NOTICE"):
        assert WHEEL.read(f"{folder}/licenses/licences/{name}") == (ROOT / name).read_bytes()
    assert b"pyo3 " in WHEEL.read(f"{folder}/licenses/licences/licences.txt")
    version = re.search(r'^version = "(.*)"$', (ROOT / "Cargo.toml").read_text(), re.M)
    assert version and f"Version: {version[1]}" in metadata


def test_it_names_no_folder_of_the_machine_that_built_it() -> None:
    for name in WHEEL.namelist():
        # The compiled module names its sources where it could panic.
        if not name.endswith(".so"):
            assert str(ROOT).encode() not in WHEEL.read(name), name


def test_it_imports_nothing_but_the_standard_library() -> None:
    script = "import sys, newsmark; newsmark.annotate('Oslo.'); print('pandas' in sys.modules, 'spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], stdout=subprocess.PIPE, check=True)
    assert done.stdout.split() == [b"False", b"False"]
