import unittest

import numpy as np
import schemes
import torch
from labels import INDEX, LABELS
from student import SIZES, Student
from tiny import document
from train import reconcile


def soft(doc, **says):
    """Soft labels that are sure of O, but for some words: {word: {label: probability}}."""
    out = np.full((len(doc.words), len(LABELS) + 15), -20.0, np.float16)
    out[:, 0] = 0
    for word, probabilities in says.items():
        row = out[doc.words.index(word)]
        row[0] = -20
        for label, p in probabilities.items():
            row[INDEX[label.replace("_", "-")]] = np.log(p)
    doc.extra["soft"] = out
    return doc


class Reconcile(unittest.TestCase):
    def test_the_names_of_an_unlabelled_text_are_those_that_the_tagger_is_sure_of(self):
        doc = document("a", "Ann Lee left Osterra and Kent")
        doc.ner = None
        soft(
            doc, Ann={"B_PERSON": 0.9}, Lee={"E_PERSON": 0.9}, Osterra={"S_ORG": 0.5, "S_GPE": 0.5}, Kent={"S_GPE": 0.9}
        )
        reconcile(doc)
        self.assertEqual(doc.extra["names"], [(0, 2, "PERSON"), (5, 6, "GPE")])

    def test_an_incomplete_name_does_not_count(self):
        doc = document("a", "Ann Lee left Kent")
        doc.ner = None
        soft(doc, Ann={"B_PERSON": 0.9}, Lee={"E_ORG": 0.9}, Kent={"I_GPE": 0.9})
        reconcile(doc)
        self.assertEqual(doc.extra["names"], [])

    def test_soft_labels_agree_with_the_sets_of_a_corpus(self):
        doc = document("a", "He left Osterra", [("Osterra", "Organization")], schemes.WORLDWIDE)
        soft(doc, Osterra={"S_PERSON": 0.9, "S_ORG": 0.1})
        reconcile(doc)
        p = np.exp(doc.extra["soft"][2, : len(LABELS)].astype(np.float32))
        self.assertGreater(p[INDEX["S-ORG"]], 0.99)
        self.assertEqual(doc.extra["names"], [(2, 3, "ORG")])

    def test_exact_labels_need_no_names(self):
        doc = soft(document("a", "He left Kent", [("Kent", "GPE")]), Kent={"S_ORG": 0.9})
        before = doc.extra["soft"].copy()
        reconcile(doc)
        self.assertTrue((doc.extra["soft"] == before).all())
        self.assertNotIn("names", doc.extra)


class Hidden(unittest.TestCase):
    def test_neither_the_word_nor_its_cased_form_shows_a_hidden_word(self):
        torch.manual_seed(1)
        student = Student(
            torch.ones(3, 4), width=8, memory=4, shared=(1,), ner=(1,), roles=(1,), dropout=0, word_dropout=1.0
        )
        with torch.no_grad():
            student.tables["word"].weight[0] = 0
        # Two words that differ in these two tables only.
        one = {name: torch.tensor([1]) for name in SIZES if name != "ngram"} | {"word": torch.tensor([1])}
        one["ngram"] = torch.tensor([1]), torch.tensor([0])
        other = one | {"word": torch.tensor([2]), "cased": torch.tensor([2])}

        def shown(forms):
            torch.manual_seed(2)
            return student.word_layer(forms)

        self.assertTrue(torch.equal(shown(one), shown(other)))
        student.eval()
        self.assertFalse(torch.equal(shown(one), shown(other)))


if __name__ == "__main__":
    unittest.main()
