"""Greedy WordPiece (Wu et al., 2016) as BERT's uncased models use it, one word at a time."""

import unicodedata


class WordPiece:
    def __init__(self, vocab_path):
        with open(vocab_path, encoding="utf-8") as lines:
            self.ids = {line.rstrip("\n"): i for i, line in enumerate(lines)}
        self.unknown, self.cls, self.sep = (self.ids[t] for t in ("[UNK]", "[CLS]", "[SEP]"))
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
