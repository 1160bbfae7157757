import unittest

import torch
from encoders import Encoder, Shape, buckets_of

TINY = Shape(16, 2, 2, 32, 40, 34, 2, 32, 1e-5)


class Encoders(unittest.TestCase):
    def test_buckets_of_relative_positions(self):
        row = buckets_of(200, 32)[100]
        # Keys before the query: one bucket for each distance up to 7, then wider ones.
        self.assertEqual([int(row[100 - d]) for d in (0, 1, 7, 8, 11, 12, 16, 100)], [0, 1, 7, 8, 8, 9, 10, 15])
        self.assertEqual([int(row[100 + d]) for d in (1, 7, 8, 16)], [17, 23, 24, 26])
        self.assertEqual(int(buckets_of(200, 32)[199][0]), 15)

    def test_padding_changes_nothing(self):
        torch.manual_seed(1)
        for shape in (TINY, Shape(16, 2, 2, 32, 40, 32, 0, 0, 1e-12)):
            encoder = Encoder(shape).eval()
            ids, cases = torch.randint(3, 40, (1, 6)), torch.randint(0, 8, (1, 6))
            alone = encoder(ids, cases, torch.ones(1, 6, dtype=torch.bool))
            padded = [torch.nn.functional.pad(x, (0, 4)) for x in (ids, cases, torch.ones(1, 6, dtype=torch.bool))]
            together = encoder(*padded)[:, :6]
            self.assertLess((alone - together).abs().max(), 1e-5)

    def test_relative_positions_matter(self):
        torch.manual_seed(1)
        encoder = Encoder(TINY).eval()
        inputs = torch.randint(3, 40, (1, 6)), torch.zeros(1, 6, dtype=torch.long), torch.ones(1, 6, dtype=torch.bool)
        before = encoder(*inputs)
        with torch.no_grad():
            encoder.relative.weight[1] += 1
        self.assertGreater((encoder(*inputs) - before).abs().max(), 1e-4)


if __name__ == "__main__":
    unittest.main()
