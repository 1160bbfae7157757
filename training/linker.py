"""The linker's weights: which cue reports a piece of content, which speaker belongs to a cue.

    newsmark inspect links < polnear/train.jsonl > links.train
    newsmark inspect links < polnear/dev.jsonl > links.dev
    python linker.py links.train links.dev > ../src/quotes/weights.rs

The library finds the candidates, with the tagger's model, and computes the features
(src/quotes/features.rs); PolNeAR's gold spans say which belong together. Each choice is a softmax over
its candidates and "none of them", whose score is 0. A quotation's confidence is the same with one
candidate, itself: "right" against "wrong". (It is made from linked quotations, so run this twice.)
"""

import json
import sys

import torch


def load(path, choice):
    groups = []
    for line in open(path):
        for kind, right, features in json.loads(line)["examples"]:
            if kind != choice or not features:
                continue
            groups.append((features, len(features) if right is None else right))
    width = len(groups[0][0][0])
    most = max(len(f) for f, _ in groups)
    x, mask, y = (
        torch.zeros(len(groups), most + 1, width),
        torch.full((len(groups), most + 1), -1e9),
        torch.zeros(len(groups), dtype=torch.long),
    )
    for g, (features, right) in enumerate(groups):
        x[g, : len(features)] = torch.tensor(features, dtype=torch.float)
        mask[g, : len(features)] = 0
        mask[g, most] = 0  # none of them
        y[g] = most if right == len(features) else right
    return x, mask, y


def fit(x, mask, y):
    w = torch.zeros(x.shape[-1], requires_grad=True)
    optimiser = torch.optim.LBFGS([w], max_iter=200, line_search_fn="strong_wolfe")

    def closure():
        optimiser.zero_grad()
        loss = torch.nn.functional.cross_entropy(x @ w + mask, y) + 2e-5 * (w * w).sum()
        loss.backward()
        return loss

    optimiser.step(closure)
    return w.detach()


def main(train, dev):
    torch.set_num_threads(1)
    print("//! The linker's weights, in the order of the features. Written by `training/linker.py`.\n")
    print("use super::features::{CONFIDENCE_FEATURES, CUE_FEATURES, SPEAKER_FEATURES};\n")
    for choice, name in (("cue", "CUE"), ("speaker", "SPEAKER"), ("confidence", "CONFIDENCE")):
        x, mask, y = load(train, choice)
        w = fit(x, mask, y)
        for label, path in (("train", train), ("dev", dev)):
            x, mask, y = load(path, choice)
            right = ((x @ w + mask).argmax(-1) == y).float().mean().item()
            print(f"{choice}: {label} {right:.4f} of {len(y)}", file=sys.stderr)
        rows = ",\n    ".join(", ".join(f"{v:.3f}" for v in w.tolist()[i : i + 8]) for i in range(0, len(w), 8))
        print(f"pub const {name}: [f32; {name}_FEATURES] = [\n    {rows},\n];")


if __name__ == "__main__":
    main(*sys.argv[1:3])
