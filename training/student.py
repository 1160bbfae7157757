"""The student: the network that Newsmark carries, in PyTorch.

A word is looked up once (tables of word, cased form, affixes, n-grams and outline, then one linear layer); tokens
then pass through gated dilated convolutions (van den Oord et al. 2016; Strubell et al., EMNLP 2017) over blocks of
sentences, with a memory between them that gives each name the mean of what its other mentions in the document show.
"""

import torch
from labels import LABELS
from torch import nn
from torch.nn import functional as F

FLAGS = 60
SIZES = {
    "cased": (16384, 16),
    "prefix": (4096, 16),
    "suffix3": (4096, 16),
    "suffix2": (1024, 8),
    "ngram": (16384, 32),
    "shape": (1024, 16),
}


class Dropout(nn.Module):
    """Dropout from a pool of masks: drawing a fresh one each time took a seventh of the training time."""

    POOL = 1 << 23

    def __init__(self, p):
        super().__init__()
        self.p, self.pool, self.uses = p, None, 0

    def forward(self, x):
        if not self.training or not self.p:
            return x
        if self.pool is None or self.uses >= 2000:
            self.pool, self.uses = (torch.rand(self.POOL) >= self.p).to(torch.bfloat16) / (1 - self.p), 0
        self.uses += 1
        start = int(torch.randint(self.POOL // 2, ()))
        size = x.numel()
        if start + size > self.POOL:
            return F.dropout(x, self.p, True)
        return x * self.pool[start : start + size].view(x.shape).to(x.dtype)


class Norm(nn.Module):
    """RMS norm (Zhang and Sennrich, 2019). The gain is folded into what reads it when the model is exported."""

    def __init__(self, width):
        super().__init__()
        self.gain = nn.Parameter(torch.ones(width))

    def forward(self, h):
        return F.rms_norm(h, h.shape[-1:], self.gain, 1e-6)


class Layer(nn.Module):
    def __init__(self, width, dilation, dropout):
        super().__init__()
        self.dilation, self.dropout = dilation, Dropout(dropout)
        self.norm, self.linear = Norm(width), nn.Linear(3 * width, 2 * width)

    def forward(self, h, inside):
        n = self.norm(h) * inside
        n = self.dropout(n)
        d = self.dilation
        # Blocks lie one after another with zeros between them, so a shift never reaches the next block.
        n = torch.cat([F.pad(n[:-d], (0, 0, d, 0)), n, F.pad(n[d:], (0, 0, 0, d))], -1)
        a, b = self.linear(n).chunk(2, -1)
        return h + a * torch.sigmoid(b)


class Student(nn.Module):
    def __init__(
        self, words, width=128, memory=64, shared=(1, 2, 4), ner=(1, 2), roles=(4, 16), dropout=0.15, word_dropout=0.06
    ):
        super().__init__()
        self.dilations = {"s": list(shared), "n": list(ner), "r": list(roles)}
        self.width, self.word_dropout, self.dropout = width, word_dropout, Dropout(dropout)
        self.tables = nn.ModuleDict({"word": nn.Embedding.from_pretrained(words, freeze=False)})
        for name, (rows, dim) in SIZES.items():
            self.tables[name] = nn.EmbeddingBag(rows, dim, mode="mean") if name == "ngram" else nn.Embedding(rows, dim)
            nn.init.normal_(self.tables[name].weight, std=0.3)
        inputs = words.shape[1] + sum(dim for _, dim in SIZES.values())
        self.w1 = nn.Linear(inputs, width)
        self.flag = nn.Embedding(FLAGS, width)
        nn.init.normal_(self.flag.weight, std=0.1)
        self.s, self.n, self.r = (nn.ModuleList(Layer(width, d, dropout) for d in ds) for ds in (shared, ner, roles))
        self.mem_norm, self.mem_in, self.mem_out = (
            Norm(width),
            nn.Linear(width, memory),
            nn.Linear(memory, width, bias=False),
        )
        nn.init.zeros_(self.mem_out.weight)
        self.ner_norm, self.ner = Norm(width), nn.Linear(width, len(LABELS))
        self.roles_norm, self.roles = Norm(width), nn.Linear(width, 15)

    @property
    def gap(self):
        return max(max(ds, default=1) for ds in self.dilations.values())

    def begin_as(self, weights):
        """Takes over a narrower (or equal) student's weights, so that it computes what that one did.

        What the new channels hold is drawn afresh; nothing reads them at first (Net2Net: Chen et al., ICLR 2016).
        """
        own = self.state_dict()
        narrow = weights["flag.weight"].shape[1]
        for name, old in weights.items():
            new, layer = own[name], name.split(".")[0] in ("s", "n", "r")
            if new.shape == old.shape:
                new.copy_(old)
            elif layer and name.endswith("linear.weight"):
                new, old = new.view(2, self.width, 3, self.width), old.view(2, narrow, 3, narrow)
                new[:, :narrow, :, narrow:] = 0
                new[:, :narrow, :, :narrow] = old
            elif layer and name.endswith("linear.bias"):
                new.view(2, self.width)[:, :narrow] = old.view(2, narrow)
            elif new.dim() == 1:
                # The mean of the squares now goes over more channels.
                new[:narrow] = old * (narrow / self.width) ** 0.5 if name.endswith("gain") else old
            else:
                new[:, narrow:] = 0 if name in ("mem_in.weight", "ner.weight", "roles.weight") else new[:, narrow:]
                new[: old.shape[0], : old.shape[1]] = old

    def word_layer(self, forms):
        """forms: dict of the distinct word forms' ids; "ngram" as (flat ids, offsets)."""
        row, cased = forms["word"], forms["cased"]
        if self.training and self.word_dropout:
            hidden = torch.rand(row.shape) < self.word_dropout
            row = torch.where(hidden, torch.zeros_like(row), row)
            # A word that the network has never met has some row of this table, of any other word.
            cased = torch.where(hidden, torch.randint(len(self.tables["cased"].weight), row.shape), cased)
        parts = [self.tables["word"](row)]
        for name in SIZES:
            ids = {"ngram": forms["ngram"], "cased": (cased,)}.get(name, (forms[name],))
            parts.append(self.tables[name](*ids))
        e = self.dropout(torch.cat(parts, -1))
        return torch.tanh(self.w1(e))

    def forward(self, forms, word, flags, inside, groups, group_count):
        """word: index of each position's form; inside: 1 for tokens, 0 for gaps; groups: memory group, or -1."""
        inside = inside[:, None].float()
        h = (self.word_layer(forms)[word] + self.flag(flags)) * inside
        for layer in self.s:
            h = layer(h, inside)
        known = (groups >= 0).nonzero(as_tuple=True)[0]
        g = torch.tanh(self.mem_in(self.mem_norm(h[known]))).float()
        where = groups[known]
        total = torch.zeros(group_count, g.shape[1]).index_add(0, where, g)
        count = torch.zeros(group_count).index_add(0, where, torch.ones(len(where)))
        mean = total / count.clamp(min=1)[:, None]
        h = h.index_add(0, known, self.mem_out(mean[where]).to(h.dtype))
        n = r = h
        for layer in self.n:
            n = layer(n, inside)
        for layer in self.r:
            r = layer(r, inside)
        return self.ner(self.ner_norm(n)), self.roles(self.roles_norm(r))
