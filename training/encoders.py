"""The pretrained encoders that a teacher can start from, behind one interface.

    encoder = encoders.pretrained(folder)     # model.safetensors and vocab.txt
    states = encoder(ids, cases, mask)        # (texts, subwords, encoder.shape.width)

Both are uncased. An embedding of each word's casing is added to their input; the teacher learns it.
"""

import math
from dataclasses import dataclass

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional as F
from wordpiece import CASES

DROPOUT = 0.1


@dataclass(frozen=True)
class Shape:
    width: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    first_position: int
    buckets: int  # of relative positions; none if 0
    epsilon: float


MINILM = Shape(384, 6, 12, 1536, 30522, 512, 0, 0, 1e-12)
# Positions 0 and 1 are reserved for padding.
MPNET = Shape(768, 12, 12, 3072, 30527, 514, 2, 32, 1e-5)


def buckets_of(length, buckets, furthest=128):
    """The bucket of every key's distance from every query, as in T5 (Raffel et al., 2020): (length, length).

    Half of the buckets are for keys before the query, the other half for keys after it. In each half, small distances
    have their own buckets, and larger ones share buckets that widen logarithmically up to `furthest`.
    """
    place = torch.arange(length)
    ahead = place[None, :] - place[:, None]
    side, distance = buckets // 2, ahead.abs()
    single = side // 2
    scale = (side - single) / math.log(furthest / single)
    shared = single + (torch.log(distance.clamp(min=1).float() / single) * scale).long()
    return torch.where(distance < single, distance, shared.clamp(max=side - 1)) + side * (ahead > 0)


class Layer(nn.Module):
    def __init__(self, shape):
        super().__init__()
        width = shape.width
        self.heads = shape.heads
        self.qkv, self.out = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.norm1, self.norm2 = (nn.LayerNorm(width, eps=shape.epsilon) for _ in range(2))
        self.up, self.down = nn.Linear(width, shape.inner), nn.Linear(shape.inner, width)

    def forward(self, x, bias):
        b, n, w = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype)).transpose(1, 2).reshape(b, n, w)
        x = self.norm1(x + F.dropout(self.out(a), DROPOUT, self.training))
        return self.norm2(x + F.dropout(self.down(F.gelu(self.up(x))), DROPOUT, self.training))


class Encoder(nn.Module):
    def __init__(self, shape):
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.vocabulary, shape.width)
        self.positions = nn.Embedding(shape.positions, shape.width)
        self.cases = nn.Embedding(CASES, shape.width)
        self.norm = nn.LayerNorm(shape.width, eps=shape.epsilon)
        if shape.buckets:
            self.relative = nn.Embedding(shape.buckets, shape.heads)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))

    def forward(self, ids, cases, mask):
        length, first = ids.shape[1], self.shape.first_position
        x = self.words(ids) + self.positions.weight[first : first + length] + self.cases(cases)
        x = F.dropout(self.norm(x), DROPOUT, self.training)
        bias = torch.zeros(mask.shape, dtype=x.dtype).masked_fill(~mask, float("-inf"))[:, None, None, :]
        if self.shape.buckets:
            bias = bias + self.relative(buckets_of(length, self.shape.buckets)).permute(2, 0, 1)
        for layer in self.layers:
            x = layer(x, bias)
        return x


# The parts of a layer: our names, and those in each package.
MINILM_PARTS = {
    "out": "attention.output.dense",
    "norm1": "attention.output.LayerNorm",
    "up": "intermediate.dense",
    "down": "output.dense",
    "norm2": "output.LayerNorm",
}
MPNET_PARTS = MINILM_PARTS | {"out": "attention.attn.o", "norm1": "attention.LayerNorm"}


def pretrained(folder):
    """Loads the encoder in a folder, either of the two."""
    given = {k.removeprefix("bert."): v for k, v in load_file(str(folder / "model.safetensors")).items()}
    shape = MPNET if "encoder.relative_attention_bias.weight" in given else MINILM
    encoder = Encoder(shape)
    state = renamed(given, shape)
    unused = [k for k in given if not k.startswith("pooler.") and k != "embeddings.position_ids"]
    assert not unused, unused
    missing, _ = encoder.load_state_dict(state, strict=False)
    assert missing == ["cases.weight"], missing
    # Small, so that the encoder starts out close to its pretrained behaviour.
    nn.init.normal_(encoder.cases.weight, std=0.02)
    return encoder


def renamed(given, shape):
    """The weights of a package under our names. Removes the weights that it uses from `given`."""
    mpnet = shape is MPNET
    state = {
        "words.weight": given.pop("embeddings.word_embeddings.weight"),
        "positions.weight": given.pop("embeddings.position_embeddings.weight"),
        "norm.weight": given.pop("embeddings.LayerNorm.weight"),
        "norm.bias": given.pop("embeddings.LayerNorm.bias"),
    }
    if mpnet:
        state["relative.weight"] = given.pop("encoder.relative_attention_bias.weight")
    else:
        # All tokens have the first token type.
        state["positions.weight"] = state["positions.weight"] + given.pop("embeddings.token_type_embeddings.weight")[0]
    queries = "attention.attn.q", "attention.attn.k", "attention.attn.v"
    if not mpnet:
        queries = "attention.self.query", "attention.self.key", "attention.self.value"
    for i in range(shape.layers):
        theirs = f"encoder.layer.{i}."
        for kind in ("weight", "bias"):
            state[f"layers.{i}.qkv.{kind}"] = torch.cat([given.pop(f"{theirs}{q}.{kind}") for q in queries])
            for ours, part in (MPNET_PARTS if mpnet else MINILM_PARTS).items():
                state[f"layers.{i}.{ours}.{kind}"] = given.pop(f"{theirs}{part}.{kind}")
    return state
