"""Turns a model file back into a run to train further: python read_model.py ../model/newsmark.model --out DIR

The weights are those of the file, dequantised. The gains of the norms are 1: `export.py` folded them into the matrices.
"""

import argparse
import json
import struct
from pathlib import Path

import numpy as np
from export import F32, HEADER, I8, NIBBLES, TEXT, U16, U32
from safetensors.numpy import save_file
from student import SIZES

TYPES = {F32: "<f4", I8: "i1", U16: "<u2", U32: "<u4"}
DILATIONS = {"s": "shared", "n": "ner", "r": "roles"}


def tensors(data):
    """The tensors of a model file by name: arrays as they are stored, half bytes unpacked, text as a string."""
    if not data.startswith(HEADER):
        raise ValueError("not a model file of this format")
    count, at = struct.unpack_from("<I", data, len(HEADER))[0], len(HEADER) + 12
    out = {}
    for _ in range(count):
        size = data[at]
        name = data[at + 1 : at + 1 + size].decode()
        kind, rank = struct.unpack_from("<BB", data, at + 1 + size)
        *dims, start, length = struct.unpack_from(f"<{rank + 2}I", data, at + 3 + size)
        at += 3 + size + 4 * (rank + 2)
        raw = data[start : start + length]
        if kind == TEXT:
            out[name] = raw.decode()
        elif kind == NIBBLES:
            halves = np.frombuffer(raw, np.uint8)
            out[name] = (np.stack([halves & 15, halves >> 4], -1).astype(np.int8) - 8).reshape(dims)
        else:
            out[name] = np.frombuffer(raw, TYPES[kind]).reshape(dims)
    return out


def run_of(data):
    """The weights, the index of the words and the options of the run that `export.py` could have written from."""
    stored = tensors(data)

    def matrix(name):
        return stored[name].astype(np.float32) * stored[f"{name}.scale"][:, None]

    weights = {f"tables.{name}.weight": matrix(name) for name in ("word", *SIZES)}
    weights |= {"flag.weight": stored["flag"], "w1.weight": matrix("w1"), "w1.bias": stored["b1"]}
    weights |= {"mem_in.weight": matrix("mem.w"), "mem_in.bias": stored["mem.b"], "mem_out.weight": matrix("mem.out")}
    for head in ("ner", "roles"):
        weights |= {f"{head}.weight": matrix(f"{head}.w"), f"{head}.bias": stored[f"{head}.b"]}
    width = stored["flag"].shape[1]
    gains = ["mem_norm.gain", "ner_norm.gain", "roles_norm.gain"]
    meta = dict(line.split("=", 1) for line in stored["meta"].splitlines())
    options = {
        "vocab": len(weights["tables.word.weight"]) - 1,
        "dim": weights["tables.word.weight"].shape[1],
        "width": width,
    }
    for short, name in DILATIONS.items():
        options[name] = meta[f"dilations.{short}"]
        for k in range(len(options[name].split(","))):
            weights |= {
                f"{short}.{k}.linear.weight": matrix(f"{short}.{k}.w"),
                f"{short}.{k}.linear.bias": stored[f"{short}.{k}.b"],
            }
            gains.append(f"{short}.{k}.norm.gain")
    weights |= {gain: np.ones(width, np.float32) for gain in gains}
    index = {"starts": stored["vocab.buckets"], "tags": stored["vocab.tags"]}
    return {name: np.ascontiguousarray(w, np.float32) for name, w in weights.items()}, index, options


if __name__ == "__main__":
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("model")
    ap.add_argument("--out", required=True)
    a = ap.parse_args()
    weights, index, options = run_of(Path(a.model).read_bytes())
    out = Path(a.out)
    out.mkdir(parents=True, exist_ok=True)
    save_file(weights, str(out / "student.safetensors"))
    np.savez(out / "index.npz", **index)
    (out / "options.json").write_text(json.dumps(options))
