import json
import random
import tempfile
import unittest
from pathlib import Path

import written
from labels import TYPES
from rename import Renamer
from tiny import allowed, document

LINE = "Nora Fell left the [~Buttercup|PRODUCT], said [~Ann ~Buttercup|PERSON] of the [~Keld Echo|ORG]"


def rows():
    with open(written.PATH, encoding="utf-8") as file:
        return list(written.texts(file))


class Texts(unittest.TestCase):
    def test_marks_become_entities(self):
        (row,) = written.texts(["# Ships\n", "\n", LINE + "\n"])
        self.assertEqual(row["text"], "Nora Fell left the Buttercup, said Ann Buttercup of the Keld Echo")
        found = [(row["text"][e["start"] : e["end"]], e["type"], e["replaced"]) for e in row["entities"]]
        expected = [
            ("Buttercup", "PRODUCT", ["Buttercup"]),
            ("Ann Buttercup", "PERSON", ["Ann", "Buttercup"]),
            ("Keld Echo", "ORG", ["Keld"]),
        ]
        self.assertEqual(found, expected)

    def test_every_mark_in_the_file_is_read(self):
        for row in rows():
            self.assertNotRegex(row["text"], r"[\[\]|~]")
            for e in row["entities"]:
                self.assertIn(e["type"], TYPES)
                self.assertEqual(row["text"][e["start"] : e["end"]].strip(), row["text"][e["start"] : e["end"]])

    def test_a_replaced_word_stands_in_names_only(self):
        """Otherwise a name would replace a word of the sentence."""
        for row in rows():
            replaced = {word for e in row["entities"] for word in e["replaced"]}
            rest = row["text"]
            for e in reversed(row["entities"]):
                rest = rest[: e["start"]] + rest[e["end"] :]
            self.assertFalse(replaced & set(rest.replace(",", " ").replace(".", " ").split()), row["text"])


class Load(unittest.TestCase):
    def load(self, line):
        """What `written.load` makes of a line whose words are separated by spaces."""
        (row,) = written.texts([line])
        like = document("x", row["text"])
        layout = {
            "tokens": [[int(a), int(b)] for a, b in zip(like.starts, like.ends, strict=True)],
            "sentences": like.sentences,
            "paragraph": [0] * len(like.words),
        }
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "text").write_text(line)
            (Path(folder) / "layout").write_text(json.dumps(layout))
            (doc,) = written.load(Path(folder) / "layout", Path(folder) / "text")
        return doc

    def test_names_are_exact_and_numbers_are_open(self):
        doc = self.load("The [~Buttercup|PRODUCT] left in 1999")
        self.assertEqual(allowed(doc, "left") & {"O", "S-PERSON"}, {"O"})
        self.assertTrue({"O", "S-DATE", "S-CARDINAL"} <= allowed(doc, "1999"))
        self.assertIn("S-PRODUCT", allowed(doc, "Buttercup"))
        self.assertNotIn("S-PERSON", allowed(doc, "Buttercup"))

    def test_the_marked_words_are_replaced_in_every_pass_and_throughout(self):
        doc = self.load("[~Ann ~Fell|PERSON] said [~Fell|PERSON] of the [~Keld Echo|ORG] left")
        others = [
            document(str(i), name, [(name, "PERSON")]) for i, name in enumerate(("Kim Lindqvist", "Pat Osterman"))
        ]
        renamer = Renamer(others, ["Utrecht"], share=0, all_types=True)
        for seed in range(20):
            words = renamer.rename(doc, random.Random(seed))
            self.assertIn(words[0], {"Kim", "Pat"})
            self.assertIn(words[1], {"Lindqvist", "Osterman"})
            self.assertEqual(words[3], words[1])
            self.assertNotEqual(words[6], "Keld")
            self.assertEqual(words[2:3] + words[4:6] + words[7:], ["said", "of", "the", "Echo", "left"])


if __name__ == "__main__":
    unittest.main()
