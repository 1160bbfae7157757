"""Train the ranker that ties he and she to a person, and write its weights as src/chains/ranker_weights.rs.

    training/chains.sh

`newsmark inspect pronouns` walks through each text as the library does and prints every pronoun with the features
of its candidates and which of them are right, by the gold chains. The walk's next questions depend on its answers,
so it takes three rounds, with a build between. The first goes on with the right answers; the second adds the
questions that arise from the first ranker's own answers (`inspect pronouns-own`), so that it learns to go on from
its mistakes; the third adds those of the second ranker.

One hidden layer, a softmax over the candidates of a pronoun, several right ones allowed. Pronouns whose chain has no
person's name count less: there only somebody unnamed, or nobody, is right. A few minutes on one core.
"""

import argparse
import json
import sys

import numpy as np
import torch

HIDDEN, EPOCHS, RATE, DECAY, DROPOUT, UNNAMED = 16, 12, 4e-3, 1e-3, 0.2, 0.3
# The rankers of several seeds make fewer mistakes together.
SEEDS = (1, 2, 3)
# How much a pronoun of each corpus counts. GAP's are few and hard; those of novels are unlike news.
WEIGHT = {"ontonotes": 1.0, "ontogum": 1.0, "gap": 3.0, "litbank": 0.5}
NEWS = ("nw", "bn", "mz")
# Nobody has more antecedents than this; the last one is nobody.
MOST = 16
# Weights are written as bytes that count this part of one.
UNIT = 64
IMPOSSIBLE = -1e9


def load(files, width=None):
    rows = [json.loads(line) for file in files for line in open(file)]
    questions = [
        q | {"corpus": row["id"].split("/")[0], "news": row["genre"] in NEWS} for row in rows for q in row["questions"]
    ]
    width = width or 1 + max(index for q in questions for features in q["features"] for index, _ in features)
    features = torch.zeros(len(questions), MOST, width)
    there, right = (torch.zeros(len(questions), MOST, dtype=torch.bool) for _ in range(2))
    for i, q in enumerate(questions):
        nobody = len(q["features"]) - 1
        kept = [*range(min(nobody, MOST - 1)), nobody]
        for at, antecedent in enumerate(kept):
            for index, value in q["features"][antecedent]:
                features[i, at, index] = value
            right[i, at] = antecedent in q["right"]
        there[i, : len(kept)] = True
        if not right[i].any():
            right[i, len(kept) - 1] = True
    named = torch.tensor([q["named"] for q in questions])
    news = torch.tensor([q["news"] for q in questions])
    weight = torch.tensor([WEIGHT[q["corpus"]] * (1.0 if q["named"] else UNNAMED) for q in questions])
    return features, there, right, named, news, weight


class Ranker(torch.nn.Module):
    def __init__(self, width, hidden):
        super().__init__()
        self.hidden = torch.nn.Linear(width, hidden)
        # A constant added to every candidate changes nothing.
        self.out = torch.nn.Linear(hidden, 1, bias=False)
        self.drop = torch.nn.Dropout(DROPOUT)

    def forward(self, features):
        return self.out(self.drop(torch.relu(self.hidden(features)))).squeeze(-1)


def train(data, seed):
    torch.manual_seed(seed)
    features, there, right, _, _, weight = data
    ranker = Ranker(features.shape[2], HIDDEN)
    optimiser = torch.optim.AdamW(ranker.parameters(), lr=RATE, weight_decay=DECAY)
    batch = 128
    steps = EPOCHS * len(features) // batch
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=steps + 1)
    for _ in range(steps):
        i = torch.randint(0, len(features), (batch,))
        scores = ranker(features[i]).masked_fill(~there[i], IMPOSSIBLE)
        loss = torch.logsumexp(scores, 1) - torch.logsumexp(scores.masked_fill(~right[i], IMPOSSIBLE), 1)
        optimiser.zero_grad()
        (loss * weight[i]).mean().backward()
        optimiser.step()
        schedule.step()
    return ranker.eval()


def report(ranker, name, data):
    features, there, right, named, news, _ = data
    with torch.no_grad():
        choice = ranker(features).masked_fill(~there, IMPOSSIBLE).argmax(1)
    hit = right[torch.arange(len(choice)), choice]

    def share(which):
        return f"{hit[which].float().mean():.3f}"

    print(f"{name}: named {share(named)}, in news {share(named & news)}, unnamed {share(~named)}", file=sys.stderr)


def together(rankers):
    """Several rankers as one with all their hidden units: the mean of their scores."""
    whole = Ranker(rankers[0].hidden.in_features, HIDDEN * len(rankers)).eval()
    whole.hidden.weight.data = torch.cat([r.hidden.weight.data for r in rankers])
    whole.hidden.bias.data = torch.cat([r.hidden.bias.data for r in rankers])
    whole.out.weight.data = torch.cat([r.out.weight.data for r in rankers], 1) / len(rankers)
    return whole


def rust(ranker):
    def whole(tensor):
        return np.clip(np.round(tensor.detach().numpy() * UNIT), -128, 127).astype(int).tolist()

    def row(numbers):
        return "[" + ", ".join(map(str, numbers)) + "]"

    # A row for each feature, so that the units' sums grow side by side.
    rows = whole(ranker.hidden.weight.T)
    print("//! The ranker's weights, in parts of one. Made by `training/chains.py`; not to be edited.\n")
    print(f"pub const UNIT: f32 = {UNIT}.0;\n")
    print("#[rustfmt::skip]")
    print(f"pub const HIDDEN: [[i8; {len(rows[0])}]; {len(rows)}] = [")
    for numbers in rows:
        print(f"    {row(numbers)},")
    print("];\n")
    for name, numbers in (("BIAS", whole(ranker.hidden.bias)), ("OUT", whole(ranker.out.weight[0]))):
        print(f"#[rustfmt::skip]\npub const {name}: [i8; {len(numbers)}] = {row(numbers)};")


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("train", nargs="+", help="questions to learn from")
    arguments.add_argument("--dev", nargs="+", default=[], help="questions to report on")
    options = arguments.parse_args()
    torch.set_num_threads(1)
    train_set = load(options.train)
    ranker = together([train(train_set, seed) for seed in SEEDS])
    for parameter in ranker.parameters():
        parameter.data = (parameter.data * UNIT).round().clamp(-128, 127) / UNIT
    report(ranker, "train", train_set)
    for file in options.dev:
        report(ranker, file, load([file], ranker.hidden.in_features))
    rust(ranker)
