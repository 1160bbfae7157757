"""Word forms to ids: the hashes come from the library itself (`newsmark inspect features`)."""

import json
import subprocess

import numpy as np
import torch
from student import SIZES

BUCKET_BITS = 12
MASK64 = (1 << 64) - 1


def hashes(binary, words):
    lines = "\n".join(json.dumps(w) for w in words) + "\n"
    out = subprocess.run(
        [binary, "inspect", "features"], input=lines.encode(), stdout=subprocess.PIPE, check=True
    ).stdout
    return [json.loads(line) for line in out.splitlines()]


def pretrained(path, count, dim, binary):
    """The `count` most frequent GloVe words of a wink-embeddings file, reduced to `dim` by PCA.

    Returns the matrix of rows (row 0, for unknown words, is zero), the table's index and its tags in the file's form:
    rows sorted by their key's first 12 bits (bucket), tags the 16 bits after the first 32.
    """
    with open(path, encoding="utf-8") as f:
        data = json.load(f)
    vectors = data["vectors"]
    words = [w for w in data["words"] if any(c.isalpha() for c in w) or len(w) <= 4][:count]
    matrix = np.array([vectors[w][:100] for w in words], dtype=np.float32)
    matrix -= matrix[:20000].mean(0)
    _, _, v = np.linalg.svd(matrix[:50000], full_matrices=False)
    matrix = matrix @ v[:dim].T
    matrix *= 0.35 / matrix.std()
    seen, order = set(), []
    for i, h in enumerate(hashes(binary, words)):
        key = h[0]
        slot = (key >> 52, (key >> 32) & 0xFFFF)
        if slot not in seen:  # two words in one slot: the more frequent has it
            seen.add(slot)
            order.append((slot, i))
    order.sort()
    table = np.zeros((len(order) + 1, dim), dtype=np.float32)
    for row, (_, i) in enumerate(order):
        table[row + 1] = matrix[i]
    return torch.from_numpy(table), index_of([slot for slot, _ in order])


def index_of(slots):
    starts = np.zeros((1 << BUCKET_BITS) + 1, dtype=np.uint32)
    for bucket, _ in slots:
        starts[bucket + 1] += 1
    return {"starts": np.cumsum(starts).astype(np.uint32), "tags": np.array([t for _, t in slots], dtype=np.uint16)}


class Forms:
    """All word forms of a run, as arrays of ids."""

    def __init__(self, words, binary, index):
        self.of = {w: i for i, w in enumerate(words)}
        rows = {}
        for bucket in range(1 << BUCKET_BITS):
            for j in range(index["starts"][bucket], index["starts"][bucket + 1]):
                rows[(bucket, int(index["tags"][j]))] = int(j) + 1
        table = hashes(binary, words)

        def row(h):
            for key in h[:2]:
                found = rows.get((key >> 52, (key >> 32) & 0xFFFF))
                if found:
                    return found
            return 0

        self.word = torch.tensor([row(h) for h in table])
        self.columns = {
            name: torch.tensor([h[2 + i] % SIZES[name][0] for h in table])
            for i, name in enumerate(("cased", "prefix", "suffix3", "suffix2", "shape"))
        }
        self.ngrams = [np.array([g % SIZES["ngram"][0] for g in h[7]], dtype=np.int64) for h in table]
        keys = {}
        self.memory = np.array([-1 if h[8] is None else keys.setdefault(h[8], len(keys)) for h in table])

    def take(self, ids):
        ids_t = torch.from_numpy(ids)
        flat = [self.ngrams[i] for i in ids]
        lengths = np.array([len(f) for f in flat])
        offsets = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        out = {name: column[ids_t] for name, column in self.columns.items()}
        out["word"] = self.word[ids_t]
        out["ngram"] = (
            torch.from_numpy(np.concatenate(flat) if len(flat) else np.zeros(0, np.int64)),
            torch.from_numpy(offsets),
        )
        return out
