"""Writes a trained student as Newsmark's model file: python export.py --run DIR --out ../model/newsmark.model

Matrices are quantised to 8 bits a row, tables to 8 or 4 (`--word-bits`, `--table-bits`), each row with its own
scale. RMS norms' gains are folded into what reads them. The format is described in src/tagger/model_file.rs.
"""

import argparse
import json
import struct
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file

F32, I8, NIBBLES, U16, U32, TEXT = range(6)
# The file begins with this name and the version of the format.
HEADER = b"NEWSMARK" + struct.pack("<I", 1)


def fnv1a(data):
    h = 0xCBF29CE484222325
    for b in data:
        h = ((h ^ b) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return h


def quantise(matrix, bits):
    """Rows of integers and one scale a row; for few bits the scale that loses least is searched."""
    top = 2 ** (bits - 1) - 1
    peak = np.abs(matrix).max(1, keepdims=True)
    best_scale, best_error = None, None
    for shrink in (1.0,) if bits == 8 else (1.0, 0.9, 0.8, 0.7):
        scale = short(np.maximum(peak * shrink / top, 1e-8))
        error = ((np.clip(np.round(matrix / scale), -top, top) * scale - matrix) ** 2).sum(1, keepdims=True)
        if best_scale is None:
            best_scale, best_error = scale, error
        else:
            better = error < best_error
            best_scale, best_error = np.where(better, scale, best_scale), np.where(better, error, best_error)
    return np.clip(np.round(matrix / best_scale), -top, top).astype(np.int8), best_scale[:, 0].astype(np.float32)


def short(x):
    """The nearest number whose last 16 bits are zero: half as many bytes once compressed."""
    bits = np.ascontiguousarray(x, dtype=np.float32).view(np.uint32)
    return ((bits + 0x8000) & 0xFFFF0000).view(np.float32)


def nibbles(q):
    u = (q + 8).astype(np.uint8)
    return (u[:, 0::2] | (u[:, 1::2] << 4)).astype(np.uint8)


class Writer:
    def __init__(self):
        self.tensors = []

    def put(self, name, kind, array, dims=None):
        data = array if isinstance(array, bytes) else np.ascontiguousarray(array).tobytes()
        self.tensors.append((name, kind, list(array.shape) if dims is None else dims, data))

    def f32(self, name, array):
        self.put(name, F32, array.astype("<f4"))

    def matrix(self, name, array, bits=8):
        q, scale = quantise(array.astype(np.float32), bits)
        if bits == 4:
            self.put(name, NIBBLES, nibbles(q), list(q.shape))
        else:
            self.put(name, I8, q)
        self.f32(f"{name}.scale", scale)

    def bytes(self):
        header = b""
        sizes = sum(1 + len(n) + 2 + 4 * len(d) + 8 for n, _, d, _ in self.tensors)
        at = 8 + 4 + 4 + 8 + sizes
        body = b""
        base = at + (-at) % 16
        for name, kind, dims, data in self.tensors:
            body += b"\0" * ((-(len(body))) % 16)
            header += struct.pack("<B", len(name)) + name.encode() + struct.pack("<BB", kind, len(dims))
            header += struct.pack(f"<{len(dims)}I", *dims) + struct.pack("<II", base + len(body), len(data))
            body += data
        rest = header + b"\0" * (base - at) + body
        return HEADER + struct.pack("<IQ", len(self.tensors), fnv1a(rest)) + rest


def export(run, word_bits=4, table_bits=4, layer_bits=8, calibration=None, version="0.1.0"):
    w = load_file(str(Path(run) / "student.safetensors"))
    options = json.loads((Path(run) / "options.json").read_text())
    index = np.load(Path(run) / "index.npz")
    out = Writer()
    meta = f"version={version}\n" + "".join(
        f"dilations.{k}={options[v]}\n" for k, v in (("s", "shared"), ("n", "ner"), ("r", "roles"))
    )
    out.put("meta", TEXT, meta.encode(), [len(meta.encode())])
    out.put("vocab.buckets", U32, index["starts"].astype("<u4"))
    out.put("vocab.tags", U16, index["tags"].astype("<u2"))
    for name in ("word", "cased", "prefix", "suffix3", "suffix2", "ngram", "shape"):
        out.matrix(name, w[f"tables.{name}.weight"], word_bits if name == "word" else table_bits)
    out.f32("flag", w["flag.weight"])
    out.matrix("w1", w["w1.weight"])
    out.f32("b1", w["w1.bias"])

    def layers(name):
        k = 0
        while f"{name}.{k}.linear.weight" in w:
            gain = np.tile(w[f"{name}.{k}.norm.gain"], 3)
            out.matrix(f"{name}.{k}.w", w[f"{name}.{k}.linear.weight"] * gain, layer_bits)
            out.f32(f"{name}.{k}.b", w[f"{name}.{k}.linear.bias"])
            k += 1

    layers("s")
    out.matrix("mem.w", w["mem_in.weight"] * w["mem_norm.gain"])
    out.f32("mem.b", w["mem_in.bias"])
    out.matrix("mem.out", w["mem_out.weight"])
    layers("n")
    layers("r")
    for head in ("ner", "roles"):
        out.matrix(f"{head}.w", w[f"{head}.weight"] * w[f"{head}_norm.gain"])
        out.f32(f"{head}.b", w[f"{head}.bias"])
    if calibration is not None:
        out.f32("calibration", np.array(calibration))
    return out.bytes()


if __name__ == "__main__":
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--run", required=True)
    ap.add_argument("--out", required=True)
    ap.add_argument("--word-bits", type=int, default=4)
    ap.add_argument("--table-bits", type=int, default=4)
    ap.add_argument("--layer-bits", type=int, default=8, help="8 or fewer; stored in 8, and smaller once compressed")
    ap.add_argument("--calibration", help="JSON list of [raw, calibrated] knots")
    ap.add_argument("--version", default="0.1.0")
    a = ap.parse_args()
    calibration = json.loads(Path(a.calibration).read_text()) if a.calibration else None
    data = export(a.run, a.word_bits, a.table_bits, a.layer_bits, calibration, a.version)
    Path(a.out).parent.mkdir(parents=True, exist_ok=True)
    Path(a.out).write_bytes(data)
    print(f"{a.out}: {len(data) / 1e6:.2f} MB")
