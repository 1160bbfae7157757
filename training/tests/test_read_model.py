import json
import tempfile
import unittest
from pathlib import Path

import export
import numpy as np
import read_model
import torch
from safetensors.torch import save_file
from student import Student

OPTIONS = {"width": 8, "shared": "1,2", "ner": "1", "roles": "4"}


def student():
    return Student(torch.zeros(5, 4), width=8, memory=4, shared=(1, 2), ner=(1,), roles=(4,))


class ReadModel(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        torch.manual_seed(3)
        cls.student = student()
        with torch.no_grad():
            for parameter in cls.student.parameters():
                parameter.normal_(std=0.5)
        with tempfile.TemporaryDirectory() as folder:
            run = Path(folder)
            save_file(cls.student.state_dict(), str(run / "student.safetensors"))
            (run / "options.json").write_text(json.dumps(OPTIONS))
            np.savez(run / "index.npz", starts=np.arange(4097), tags=np.arange(4))
            cls.data = export.export(run, word_bits=8, table_bits=8)
        cls.weights, cls.index, cls.options = read_model.run_of(cls.data)

    def test_the_student_computes_what_the_exported_one_did(self):
        again = student()
        again.load_state_dict({name: torch.tensor(w) for name, w in self.weights.items()})
        forms = {name: torch.tensor([1, 2, 3]) for name in ("word", "cased", "prefix", "suffix3", "suffix2", "shape")}
        forms["ngram"] = torch.tensor([4, 5, 6]), torch.tensor([0, 1, 2])
        inputs = dict(
            forms=forms,
            word=torch.tensor([0, 1, 2, 0]),
            flags=torch.zeros(4, dtype=torch.long),
            inside=torch.ones(4),
            groups=torch.tensor([0, -1, -1, 0]),
            group_count=1,
        )
        with torch.no_grad():
            both = zip(self.student.eval()(**inputs), again.eval()(**inputs), strict=True)
        for mine, theirs in both:
            self.assertLess(float((mine - theirs).norm() / theirs.norm()), 0.05)

    def test_the_options_and_the_index_of_the_words_are_kept(self):
        self.assertEqual(self.options, {**OPTIONS, "vocab": 4, "dim": 4})
        self.assertEqual(self.index["tags"].tolist(), [0, 1, 2, 3])

    def test_half_bytes_are_unpacked_in_order(self):
        writer = export.Writer()
        writer.matrix("m", np.array([[-7.0, 7.0, 1.0, -2.0]]), bits=4)
        self.assertEqual(read_model.tensors(writer.bytes())["m"].tolist(), [[-7, 7, 1, -2]])

    def test_another_file_is_refused(self):
        with self.assertRaises(ValueError):
            read_model.tensors(b"NEWSMARK" + bytes(20))


if __name__ == "__main__":
    unittest.main()
