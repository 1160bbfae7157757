import tempfile
import unittest
from pathlib import Path

from wordpiece import WordPiece, case_of

BERT = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "un", "##able", "cafe", "co", "##st", "-", "."]


def reader(tokens):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "vocab.txt"
        path.write_text("\n".join(tokens) + "\n", encoding="utf-8")
        return WordPiece(path)


class Pieces(unittest.TestCase):
    def setUp(self):
        self.bert = reader(BERT)
        # MPNet's vocabulary is that of BERT, shifted by four special tokens.
        self.mpnet = reader(["<s>", "<pad>", "</s>", "<unk>", *BERT, "<mask>"])

    def test_each_vocabulary_has_its_own_special_tokens(self):
        self.assertEqual((self.bert.cls, self.bert.sep, self.bert.pad, self.bert.unknown), (2, 3, 0, 1))
        self.assertEqual((self.mpnet.cls, self.mpnet.sep, self.mpnet.pad, self.mpnet.unknown), (0, 2, 1, 5))

    def test_ids_are_shifted_by_four(self):
        for word in ("Unable", "café", "co-st", "cost.", "unknowable"):
            self.assertEqual(self.mpnet.word(word), [i + 4 for i in self.bert.word(word)])

    def test_the_longest_piece_wins_and_case_and_accents_are_removed(self):
        self.assertEqual(self.bert.word("Unable"), [4, 5])
        self.assertEqual(self.bert.word("CAFÉ"), [6])

    def test_punctuation_is_split_off_and_unknown_words_are_unknown(self):
        self.assertEqual(self.bert.word("co-co"), [7, 9, 7])
        self.assertEqual(self.bert.word("xyz"), [1])

    def test_cases(self):
        words = ["—", "1999", "ann", "A", "NATO", "Ann", "McCoy", "iPhone"]
        self.assertEqual([case_of(word) for word in words], list(range(8)))


if __name__ == "__main__":
    unittest.main()
