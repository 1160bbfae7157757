"""Invents words that look like names, with a letter 4-gram model of real names."""

from collections import Counter, defaultdict

SHORTEST, LONGEST = 4, 10
LETTERS = 3
# After this many attempts in a row without a new word, the model is exhausted.
PATIENCE = 200


class Inventor:
    def __init__(self, names, known=()):
        names = {name.lower() for name in names}
        self.known = names | {word.lower() for word in known}
        following = defaultdict(Counter)
        for name in sorted(names):
            padded = "^" * LETTERS + name + "$"
            for i in range(LETTERS, len(padded)):
                following[padded[i - LETTERS : i]][padded[i]] += 1
        self.following = {seen: (list(after), list(after.values())) for seen, after in following.items()}

    def attempt(self, rng):
        word = "^" * LETTERS
        while len(word) < LETTERS + LONGEST + 1:
            letters, counts = self.following[word[-LETTERS:]]
            letter = rng.choices(letters, counts)[0]
            if letter == "$":
                break
            word += letter
        return word[LETTERS:]

    def words(self, count, rng):
        """Distinct capitalised words that are not known. Fewer than `count` if the model cannot produce more."""
        out, failed = set(), 0
        while len(out) < count and failed < PATIENCE:
            word = self.attempt(rng)
            if SHORTEST <= len(word) <= LONGEST and word not in self.known and word not in out:
                out.add(word)
                failed = 0
            else:
                failed += 1
        return sorted(word.capitalize() for word in out)


def acronyms(length, count, rng):
    return sorted({"".join(rng.choices("ABCDEFGHIKLMNOPRSTUVW", k=length)) for _ in range(count)})
