"""The loss of the corpora's labels: what teacher and student both learn from."""

import torch
from torch.nn import functional as F


def of_labels(ner_log, role_log, spans, docs, role_weight=1.0):
    """The summed loss of tokens that lie one span after another.

    ner_log: (tokens, 73) log-probabilities, role_log: (tokens, 3, 5); spans: (document, first token, one past the
    last). A document's entities are labels, or sets of labels of which the whole probability counts.
    """
    parts, at = {kind: ([], []) for kind in ("exact", "sets", "roles")}, 0
    for d, first, last in spans:
        here = torch.arange(at, at + last - first)
        at += last - first
        ner, roles = docs[d].ner, docs[d].roles
        for kind, labels in (("exact" if ner is not None and ner.ndim == 1 else "sets", ner), ("roles", roles)):
            if labels is not None:
                parts[kind][0].append(here)
                parts[kind][1].append(torch.from_numpy(labels[first:last]))
    total = 0.0
    for kind, (index, value) in parts.items():
        if not index:
            continue
        index, value = torch.cat(index), torch.cat(value)
        if kind == "exact":
            total = total + F.nll_loss(ner_log[index], value, reduction="sum")
        elif kind == "sets":
            total = total - ner_log[index].masked_fill(~value, -1e4).logsumexp(-1).sum()
        else:
            total = total + role_weight * F.nll_loss(role_log[index].reshape(-1, 5), value.reshape(-1), reduction="sum")
    return total
