import random
import unittest

from labels import LABELS
from rename import Renamer
from tiny import document

COMMON = "\n".join(["the harbour council bridge said will"] * 5)
NAMES = [
    ("Ann Osterman met Bob Lindqvist", [("Ann Osterman", "PERSON"), ("Bob Lindqvist", "PERSON")]),
    ("shares of Talgora plc and Verimont fell", [("Talgora plc", "ORG"), ("Verimont", "ORG")]),
    ("they crossed Marlow Bridge to Sandwick Harbour", [("Marlow Bridge", "FAC"), ("Sandwick Harbour", "FAC")]),
    ("the Finnish paper reviewed Silent Rivers", [("Finnish", "NORP"), ("Silent Rivers", "WORK_OF_ART")]),
]
DOCS = [document("common", COMMON), *(document(str(i), text, names) for i, (text, names) in enumerate(NAMES))]


def renamer(**options):
    return Renamer(DOCS, ["Trondheim", "Utrecht"], share=1, **options)


def rename(text, entities, seed=1, **options):
    return renamer(**options).rename(document("x", text, entities), random.Random(seed))


class Rename(unittest.TestCase):
    def test_a_person_has_the_same_new_name_throughout(self):
        text = "Ann Osterman said : Osterman will go"
        words = rename(text, [("Ann Osterman", "PERSON")])
        self.assertNotEqual(words[:2], ["Ann", "Osterman"])
        self.assertEqual(words[1], words[4])
        self.assertEqual(words[2:4] + words[5:], ["said", ":", "will", "go"])

    def test_a_common_word_outside_a_name_is_kept(self):
        words = rename("Will Bridge said : Will he ?", [("Will Bridge", "PERSON")])
        self.assertNotEqual(words[0], "Will")
        self.assertEqual(words[4], "Will")

    def test_only_people_are_renamed_by_default(self):
        entities = [("Talgora plc", "ORG"), ("Marlow Bridge", "FAC")]
        text = "Talgora plc owns Marlow Bridge"
        self.assertEqual(rename(text, entities), text.split())

    def test_designators_are_kept(self):
        entities = [("Talgora plc", "ORG"), ("Marlow Bridge", "FAC"), ("Sandwick Harbour Council", "ORG")]
        words = rename("Talgora plc owns Marlow Bridge and Sandwick Harbour Council", entities, all_types=True)
        self.assertEqual([words[i] for i in (1, 4, 7, 8)], ["plc", "Bridge", "Harbour", "Council"])
        self.assertFalse({"Talgora", "Marlow", "Sandwick"} & set(words))

    def test_a_place_or_event_without_a_designator_is_kept(self):
        text = "from Antarctica to Olympics"
        entities = [("Antarctica", "LOC"), ("Olympics", "EVENT")]
        self.assertEqual(rename(text, entities, all_types=True), text.split())

    def test_acronyms_keep_their_length(self):
        words = rename("the TGRP said", [("TGRP", "ORG")], all_types=True)
        self.assertNotEqual(words[1], "TGRP")
        self.assertRegex(words[1], "^[A-Z]{4}$")

    def test_nationalities_are_kept(self):
        words = rename("a Finnish Sandwick Council", [("Finnish Sandwick Council", "ORG")], all_types=True)
        self.assertEqual(words[1], "Finnish")
        self.assertNotEqual(words[2], "Sandwick")

    def test_the_same_seed_gives_the_same_names_and_words_lists_them_all(self):
        entities = [("Talgora plc", "ORG"), ("Ann Poe", "PERSON"), ("Silent Rivers", "WORK_OF_ART")]
        text = "Talgora plc and Ann Poe filmed Silent Rivers"
        known = renamer(all_types=True).words()
        seen = set()
        for seed in range(30):
            words = rename(text, entities, seed, all_types=True)
            self.assertEqual(words, rename(text, entities, seed, all_types=True))
            self.assertLessEqual(set(words) - set(text.split()), known)
            seen.add(tuple(words))
        self.assertGreater(len(seen), 5)

    def test_the_word_alone_does_not_tell_the_type(self):
        everything = renamer(all_types=True)
        everything.nouns, everything.invented = ["Cube"], ["Zelmora"]
        product = document("x", "the Talgora sank", [("Talgora", "PRODUCT")])
        person = document("x", "Talgora left", [("Talgora", "PERSON")])
        for doc, i in ((product, 1), (person, 0)):
            seen = {everything.rename(doc, random.Random(seed))[i] for seed in range(400)}
            self.assertTrue({"Cube", "Zelmora"} <= seen)
            self.assertTrue(seen & {"Osterman", "Lindqvist"})

    def test_a_text_without_exact_labels_is_renamed_where_its_names_are_known(self):
        doc = document("x", "Osterman left Osterman", [])
        doc.ner = None
        self.assertIsNone(renamer().rename(doc, random.Random(1)))
        doc.extra["names"] = [(0, 1, "PERSON")]
        words = renamer().rename(doc, random.Random(1))
        self.assertNotEqual(words[0], "Osterman")
        self.assertEqual(words, [words[0], "left", words[0]])

    def test_labels_do_not_change(self):
        doc = document("x", "Talgora plc said", [("Talgora plc", "ORG")])
        words = renamer(all_types=True).rename(doc, random.Random(1))
        self.assertEqual(len(words), 3)
        self.assertEqual([LABELS[i] for i in doc.ner], ["B-ORG", "E-ORG", "O"])


if __name__ == "__main__":
    unittest.main()
