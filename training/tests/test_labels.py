import unittest

import labels
import schemes
from tiny import allowed, document


class Labels(unittest.TestCase):
    def test_exact_labels_are_bioes(self):
        doc = document("a", "Ann Lee Poe met Bo", [("Ann Lee Poe", "PERSON"), ("Bo", "PERSON")])
        found = [labels.LABELS[i] for i in doc.ner]
        self.assertEqual(found, ["B-PERSON", "I-PERSON", "E-PERSON", "O", "S-PERSON"])

    def test_a_coarse_label_allows_each_of_its_types(self):
        doc = document("a", "He left Kent in 1999", [("Kent", "Location")], schemes.WORLDWIDE)
        self.assertEqual(allowed(doc, "Kent"), {"S-GPE", "S-LOC", "S-FAC"})

    def test_types_that_a_corpus_omits_are_allowed_outside_its_mentions(self):
        doc = document("a", "He left Kent in 1999", [("Kent", "Location")], schemes.WORLDWIDE)
        self.assertIn("O", allowed(doc, "1999"))
        self.assertIn("S-CARDINAL", allowed(doc, "1999"))
        self.assertNotIn("S-PERSON", allowed(doc, "1999"))

    def test_the_article_before_a_name_and_the_possessive_after_it_may_belong_to_it(self):
        doc = document("a", "at the Met 's door", [("Met", "organisation")], schemes.CROSSNER)
        self.assertTrue({"O", "B-ORG"} <= allowed(doc, "the"))
        self.assertTrue({"S-ORG", "B-ORG", "E-ORG"} <= allowed(doc, "Met"))
        self.assertTrue({"O", "E-ORG"} <= allowed(doc, "'s"))
        self.assertNotIn("E-ORG", allowed(doc, "door"))

    def test_a_mention_that_ontonotes_would_not_annotate_is_treated_as_plain_text(self):
        doc = document("a", "Much oxygen was lost", [("oxygen", "chemicalelement")], schemes.CROSSNER)
        self.assertEqual(allowed(doc, "oxygen"), allowed(doc, "lost"))

    def test_misc_allows_every_label(self):
        doc = document("a", "A Tuareg camp", [("Tuareg", "misc")], schemes.CROSSNER)
        self.assertEqual(allowed(doc, "Tuareg"), set(labels.LABELS))

    def test_a_mention_with_a_title_and_a_pronoun_are_not_taken_for_bare_names(self):
        doc = document("a", "Mr Poe came", [("Mr Poe", "Person")], schemes.RE3D)
        self.assertTrue({"O", "S-PERSON", "E-PERSON"} <= allowed(doc, "Poe"))
        doc = document("a", "We came", [("We", "Organisation")], schemes.RE3D)
        self.assertIn("O", allowed(doc, "We"))
        doc = document("a", "Edgar Poe came", [("Edgar Poe", "Person")], schemes.RE3D)
        self.assertEqual(allowed(doc, "Poe"), {"E-PERSON"})

    def test_an_acronym_of_a_weapon_need_not_be_a_product(self):
        doc = document(
            "a", "an IED hit HMS Ocean", [("IED", "Weapon"), ("HMS Ocean", "MilitaryPlatform")], schemes.RE3D
        )
        self.assertIn("O", allowed(doc, "IED"))
        self.assertEqual(allowed(doc, "Ocean"), {"E-PRODUCT"})

    def test_the_outermost_of_nested_names_counts(self):
        doc = document(
            "a", "Dhaka University closed", [("Dhaka University", "organization"), ("Dhaka", "place")], schemes.GUM
        )
        self.assertEqual(allowed(doc, "Dhaka"), {"B-ORG", "B-NORP"})

    def test_a_name_within_a_longer_phrase_keeps_its_labels(self):
        doc = document("a", "the man from Dhaka", [("the man from Dhaka", "person"), ("Dhaka", "place")], schemes.GUM)
        self.assertEqual(allowed(doc, "Dhaka"), {"S-GPE", "S-LOC", "S-FAC"})
        self.assertIn("O", allowed(doc, "man"))

    def test_two_labels_of_one_span_both_count(self):
        doc = document("a", "Syria said", [("Syria", "Location"), ("Syria", "Organisation")], schemes.RE3D)
        self.assertTrue({"S-GPE", "S-ORG"} <= allowed(doc, "Syria"))

    def test_handles_and_addresses_allow_every_label(self):
        doc = document("a", "hi @ann see http://x.y", [], schemes.BTC)
        self.assertEqual(allowed(doc, "@ann"), set(labels.LABELS))
        self.assertEqual(allowed(doc, "http://x.y"), set(labels.LABELS))

    def test_every_type_that_a_scheme_names_exists(self):
        for scheme in (schemes.WORLDWIDE, *schemes.EXTRA.values()):
            named = {kind for says in scheme.says.values() if says for kind in says.types} | set(scheme.silent)
            self.assertLessEqual(named, set(labels.TYPES))


if __name__ == "__main__":
    unittest.main()
