import json
import tempfile
import unittest
from pathlib import Path

import calibrate


class Calibrate(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.gold, self.pred = Path(folder.name) / "gold", Path(folder.name) / "pred"
        rows = [
            {"id": str(n), "entities": [{"start": 0, "end": 3, "type": "ORG", "confidence": n / 10}]} for n in range(6)
        ]
        # The first two documents are wrong.
        gold = [{**row, "entities": row["entities"] if n > 1 else []} for n, row in enumerate(rows)]
        self.gold.write_text("".join(json.dumps(row) + "\n" for row in gold))
        self.pred.write_text("".join(json.dumps(row) + "\n" for row in rows))

    def test_the_table_is_of_other_documents_than_the_curve(self):
        fitted = calibrate.pairs(self.gold, self.pred, every=2)
        shown = calibrate.pairs(self.gold, self.pred, every=2, first=1)
        self.assertEqual(fitted.tolist(), [[0.0, 0.2, 0.4], [0, 1, 1]])
        self.assertEqual(shown.tolist(), [[0.1, 0.3, 0.5], [0, 1, 1]])

    def test_without_a_choice_all_documents_are_read(self):
        confidence, right = calibrate.pairs(self.gold, self.pred)
        self.assertEqual(len(confidence), 6)
        self.assertEqual(right.sum(), 4)


if __name__ == "__main__":
    unittest.main()
