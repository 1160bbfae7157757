"""Greedy WordPiece (Wu et al., 2016) as BERT's uncased models use it, one word at a time."""

import unicodedata

CASES = 8


def case_of(word):
    """The casing of a word, which an uncased encoder does not see: a number below `CASES`."""
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


class WordPiece:
    def __init__(self, vocab_path):
        with open(vocab_path, encoding="utf-8") as lines:
            self.ids = {line.rstrip("\n"): i for i, line in enumerate(lines)}
        # MPNet's vocabulary is that of BERT after four special tokens, which replace BERT's own.
        own = "<s>" in self.ids
        self.cls, self.sep, self.pad = (
            self.ids[token] for token in (("<s>", "</s>", "<pad>") if own else ("[CLS]", "[SEP]", "[PAD]"))
        )
        self.unknown = self.ids["[UNK]"]
        self.cache = {}

    def word(self, word):
        found = self.cache.get(word)
        if found is None:
            plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
            found = [i for part in self.split(plain) for i in self.pieces(part)][:12] or [self.unknown]
            self.cache[word] = found
        return found

    @staticmethod
    def split(word):
        parts, run = [], ""
        for c in word:
            if c.isalnum():
                run += c
            else:
                parts += [run, c] if run else [c]
                run = ""
        return parts + [run] if run else parts

    def pieces(self, part):
        out, start = [], 0
        while start < len(part):
            for end in range(len(part), start, -1):
                piece = ("##" if start else "") + part[start:end]
                if piece in self.ids:
                    out.append(self.ids[piece])
                    start = end
                    break
            else:
                return [self.unknown]
        return out
