import unittest
from collections import Counter

import texts


def rows(collection, outlet, count, year=2020):
    return [
        ((collection, outlet, year), {"id": f"{collection}/{outlet}/{i}", "text": "word " * 100}) for i in range(count)
    ]


LARGE, SMALL = rows("large", "daily", 900), rows("small", "weekly", 100)


class Sample(unittest.TestCase):
    def test_a_sample_stops_at_the_word_count(self):
        self.assertEqual(len(texts.sample(LARGE + SMALL, 5000, 1)), 50)

    def test_collections_are_weighted_by_the_square_root_of_their_words(self):
        taken = Counter(row["id"].split("/")[0] for row in texts.sample(LARGE + SMALL, 20_000, 1))
        # The square roots are three to one, the words nine to one.
        self.assertTrue(30 <= taken["small"] <= 65, taken)

    def test_so_are_the_outlets_of_a_collection(self):
        both = rows("one", "daily", 900) + rows("one", "weekly", 100)
        taken = Counter(row["id"].split("/")[1] for row in texts.sample(both, 20_000, 1))
        self.assertTrue(30 <= taken["weekly"] <= 65, taken)

    def test_the_seed_determines_the_sample_and_a_larger_one_contains_the_smaller(self):
        ids = [
            {row["id"] for row in texts.sample(LARGE + SMALL, *a)}
            for a in ((9000, 1), (9000, 1), (30_000, 1), (9000, 2))
        ]
        self.assertEqual(ids[0], ids[1])
        self.assertLess(ids[0], ids[2])
        self.assertNotEqual(ids[0], ids[3])


if __name__ == "__main__":
    unittest.main()
