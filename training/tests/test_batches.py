import random
import unittest
from types import SimpleNamespace

import numpy as np
from batches import Batches, readings
from tiny import document

WORDS = "Marigold sailed on".split()
FORMS = SimpleNamespace(of={word: i for i, word in enumerate(WORDS)})


def text(name, entities=(), labelled=True):
    doc = document(name, " ".join(WORDS), entities)
    if not labelled:
        doc.ner = None
    return doc


class Readings(unittest.TestCase):
    def times(self, doc, share=1.0, seed=1):
        return readings(doc, 0, len(doc.words), share, random.Random(seed))

    def test_a_text_with_rare_names_is_read_twice(self):
        self.assertEqual(self.times(text("a", [("Marigold", "PRODUCT")])), 2)
        self.assertEqual(self.times(text("b", [("Marigold", "PERSON")])), 1)

    def test_a_rare_name_in_a_long_text_does_not_count(self):
        doc = document("a", " ".join(["Marigold", *["on"] * 200]), [("Marigold", "PRODUCT")])
        self.assertEqual(self.times(doc), 1)

    def test_a_rare_name_in_another_piece_does_not_count(self):
        doc = document("a", "on on Marigold", [("Marigold", "PRODUCT")])
        self.assertEqual(readings(doc, 0, 2, 1.0, random.Random(1)), 1)

    def test_a_share_of_the_unlabelled_texts_is_read(self):
        doc = text("a", labelled=False)
        times = [self.times(doc, 0.3, seed) for seed in range(500)]
        self.assertAlmostEqual(np.mean(times), 0.3, delta=0.08)
        self.assertEqual(max(times), 1)

    def test_in_evaluation_every_text_is_read_once(self):
        docs = [text("a", [("Marigold", "PRODUCT")]), text("b", labelled=False)]
        batches = Batches(docs, FORMS, 1, 100, text_share=0, rare=True)
        batches.collate = lambda batch, rng: batch
        self.assertEqual([[d for d, *_ in batch] for batch in batches.epoch(None)], [[0, 1]])
        self.assertEqual([[d for d, *_ in batch] for batch in batches.epoch(random.Random(1))], [[0, 0]])


if __name__ == "__main__":
    unittest.main()
