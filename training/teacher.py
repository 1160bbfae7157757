"""The teacher: a pretrained encoder, fine-tuned for entities and roles.

    python teacher.py train  --encoder FOLDER --out FOLDER      resumes an earlier run
    python teacher.py label  --encoder FOLDER --out FOLDER      writes soft labels of all training texts to soft.npz

It reads blocks of several sentences. During training, it saves its state to checkpoint.pt, and after each pass the
weights to teacher.safetensors. It may be killed at any time. On SIGTERM it saves its state first.
"""

import argparse
import random
import signal
import time
from pathlib import Path

import corpus
import decode
import encoders
import losses
import numpy as np
import torch
from blocks import batches, collate
from checkpoints import Checkpoint, hold, write_whole
from labels import LABELS
from safetensors.torch import load_file, save_file
from torch import nn
from torch.nn import functional as F
from wordpiece import WordPiece

NER, ROLES = len(LABELS), 15
LOG_EVERY = 25  # steps
WARM = 0.06  # share of the schedule in which the learning rate rises
# Adam's means of rows that are rarely seen decay into denormal numbers, which cost a hundred times more.
torch.set_flush_denormal(True)


class Teacher(nn.Module):
    def __init__(self, encoder):
        super().__init__()
        self.encoder = encoder
        self.head = nn.Linear(encoder.shape.width, NER + ROLES)
        # Half of the weights of MiniLM. Training them does not help rare words.
        self.encoder.words.weight.requires_grad_(False)

    def forward(self, ids, cases, mask, first):
        x = self.encoder(ids, cases, mask)[first[0], first[1]]
        return self.head(F.dropout(x, 0.1, self.training))

    def optimiser(self, rate):
        named = [(n, p) for n, p in self.named_parameters() if p.requires_grad]
        new = [p for n, p in named if n.startswith(("head.", "encoder.cases."))]
        old = [p for n, p in named if not n.startswith(("head.", "encoder.cases."))]
        groups = [{"params": old, "rate": rate}, {"params": new, "rate": rate * 5}]
        return torch.optim.AdamW(groups, lr=rate, weight_decay=0.01, fused=True)


def loss_of(logits, batch, docs):
    logits = logits.float()
    ner_log, role_log = logits[:, :NER].log_softmax(-1), logits[:, NER:].view(-1, 3, 5).log_softmax(-1)
    return losses.of_labels(ner_log, role_log, [span for _, *span in batch], docs) / len(logits)


class Run:
    """A training run over some documents."""

    def __init__(self, model, docs, wp, a):
        self.model, self.docs, self.wp, self.a = model, docs, wp, a
        self.optimiser = model.optimiser(a.lr)
        # The number of steps up to the end of each pass. Passes differ slightly, since each groups the sentences anew.
        self.ends = np.cumsum([len(self.batches(number)) for number in range(a.epochs)]).tolist()
        settings = {name: getattr(a, name) for name in ("epochs", "lr", "limit", "batch", "seed", "init")}
        self.checkpoint = Checkpoint(Path(a.out), settings | {"passes end at": self.ends})

    def batches(self, number):
        return batches(self.docs, self.wp, self.a.limit, self.a.batch, random.Random(f"{self.a.seed}, pass {number}"))

    def factor(self, step):
        """The learning rate as a share of the highest: a linear rise, then a linear decline to zero."""
        steps = self.ends[-1]
        return min((step + 1) / (WARM * steps), (steps - step) / ((1 - WARM) * steps))

    def steps(self):
        """Trains from the checkpoint to the end. Yields the loss and the number of subwords of each step."""
        for number, (start, end) in enumerate(zip([0, *self.ends], self.ends, strict=False)):
            if self.checkpoint.step < end:
                for batch in self.batches(number)[self.checkpoint.step - start :]:
                    yield self.step(batch)

    def step(self, batch):
        began, step = time.time(), self.checkpoint.step
        # Seeded with the number of the step, so that a resumed run draws the same numbers as an uninterrupted one.
        rng = random.Random(f"{self.a.seed}, step {step}")
        torch.manual_seed(rng.getrandbits(48))
        for group in self.optimiser.param_groups:
            group["lr"] = group["rate"] * self.factor(step)
        self.model.train()
        inputs = collate(batch, self.docs, self.wp, rng)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=not self.a.float32):
            logits = self.model(*inputs)
        loss = loss_of(logits, batch, self.docs)
        self.optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        self.checkpoint.step += 1
        self.checkpoint.seconds += time.time() - began
        return loss.item(), sum(size for size, *_ in batch)

    def save(self):
        self.checkpoint.save(self.model, self.optimiser)

    def resume(self):
        self.checkpoint.resume(self.model, self.optimiser)


def say(*words):
    print(time.strftime("%d %b %H:%M:%S"), *words, flush=True)


def train(a):
    out = Path(a.out)
    lock = hold(out)
    wp = WordPiece(Path(a.encoder) / "vocab.txt")
    docs, dev = (corpus.load(split, a.data, a.layouts) for split in ("train", "dev"))
    model = Teacher(encoders.pretrained(Path(a.encoder)))
    if a.init:
        model.load_state_dict(load_file(str(Path(a.init) / "teacher.safetensors")))
    else:
        torch.manual_seed(a.seed)
        model.head.reset_parameters()
        nn.init.normal_(model.encoder.cases.weight, std=0.02)
    run = Run(model, docs, wp, a)
    run.resume()
    say(f"{len(docs)} documents, steps of the passes end at {run.ends}, begins after step {run.checkpoint.step}")
    stopped = []
    signal.signal(signal.SIGTERM, lambda *_: stopped.append(True))

    def end_pass():
        write_whole(out / "teacher.safetensors", lambda path: save_file(model.state_dict(), str(path)))
        say(f"pass {run.ends.index(run.checkpoint.step) + 1}, whole dev:", evaluation(model, dev, wp, a))

    if run.checkpoint.step in run.ends:
        end_pass()  # it may have been interrupted
    watch = Watch(run)
    saved = looked = time.time()
    for loss, subwords in run.steps():
        watch.note(loss, subwords)
        began, step = time.time(), run.checkpoint.step
        if stopped or step in run.ends or began - saved >= a.save_minutes * 60:
            run.save()
            saved = time.time()
            say(f"step {step} saved, {saved - began:.0f} s")
        if stopped:
            say("stopped")
            break
        if step in run.ends:
            end_pass()
        elif began - looked >= a.look_minutes * 60:
            say(f"step {step}, every {a.sample}th of dev:", evaluation(model, dev[:: a.sample], wp, a))
        else:
            continue
        looked = time.time()
    lock.close()


class Watch:
    """Prints how the training goes."""

    def __init__(self, run):
        self.run = run
        self.began, self.first = time.time(), run.checkpoint.step
        self.begin()

    def begin(self):
        self.loss, self.subwords, self.steps, self.seconds = 0.0, 0, 0, self.run.checkpoint.seconds

    def note(self, loss, subwords):
        self.loss, self.subwords, self.steps = self.loss + loss, self.subwords + subwords, self.steps + 1
        step, last = self.run.checkpoint.step, self.run.ends[-1]
        if step % LOG_EVERY and step != last:
            return
        left = (last - step) * (time.time() - self.began) / (step - self.first)
        say(
            f"step {step} of {last} loss {self.loss / self.steps:.4f}",
            f"{self.subwords / (self.run.checkpoint.seconds - self.seconds):.0f} subwords/s",
            f"{self.run.checkpoint.seconds / 3600:.2f} h spent, {left / 3600:.2f} h to go: "
            + time.strftime("%a %d %b %H:%M", time.localtime(time.time() + left)),
        )
        self.begin()


@torch.no_grad()
def predict(model, docs, wp, a):
    """The logits of every token, (n, 73 + 15) a document."""
    model.eval()
    out = [np.zeros((len(d.words), NER + ROLES), dtype=np.float16) for d in docs]
    for batch in batches(docs, wp, a.limit, max(2400, a.batch), None):
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=not a.float32):
            logits = model(*collate(batch, docs, wp, None))
        logits, at = logits.float(), 0
        for _, d, x, y in batch:
            out[d][x:y] = logits[at : at + y - x].numpy()
            at += y - x
    return out


def evaluation(model, docs, wp, a):
    logits = predict(model, docs, wp, a)
    return decode.report(docs, [x[:, :NER] for x in logits], [x[:, NER:].reshape(-1, 3, 5) for x in logits])


def label(a):
    wp = WordPiece(Path(a.encoder) / "vocab.txt")
    model = Teacher(encoders.pretrained(Path(a.encoder)))
    model.load_state_dict(load_file(str(Path(a.out) / "teacher.safetensors")))
    docs = corpus.load("train", a.data, a.layouts)
    logits = predict(model, docs, wp, a)
    np.savez(Path(a.out) / "soft.npz", **{d.id: x for d, x in zip(docs, logits, strict=True)})


def options():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("what", choices=["train", "label"])
    ap.add_argument("--data", default="../../shared/data")
    ap.add_argument("--layouts", required=True)
    ap.add_argument("--encoder", required=True, help="folder with model.safetensors and vocab.txt")
    ap.add_argument("--out", required=True)
    ap.add_argument("--init", help="folder of a teacher to begin with, with a warm restart of the learning rate")
    ap.add_argument("--epochs", type=int, default=3)
    ap.add_argument("--lr", type=float, default=1.5e-4)
    ap.add_argument("--limit", type=int, default=160, help="subwords a block")
    ap.add_argument("--batch", type=int, default=2400, help="subwords a batch")
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--float32", action="store_true", help="for processors that are slow at bfloat16")
    ap.add_argument("--save-minutes", type=float, default=10)
    ap.add_argument("--look-minutes", type=float, default=30, help="between evaluations of a sample of dev")
    ap.add_argument("--sample", type=int, default=8, help="every how many documents of dev that sample has one")
    return ap


if __name__ == "__main__":
    arguments = options().parse_args()
    Path(arguments.out).mkdir(parents=True, exist_ok=True)
    {"train": train, "label": label}[arguments.what](arguments)
