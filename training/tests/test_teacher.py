import argparse
import tempfile
import unittest
from pathlib import Path

import checkpoints
import teacher
import torch
from encoders import Encoder, Shape
from tiny import document
from wordpiece import WordPiece

WORDS = "ann lee met bob in kent on monday and said that he would go there again".split()
TINY = Shape(16, 2, 2, 32, 4 + len(WORDS), 40, 2, 32, 1e-5)


def docs():
    text = "\n".join(" ".join(WORDS[i:] + WORDS[:i]) for i in range(8))
    return [document(f"{i}", text, [("kent", "GPE"), ("bob", "PERSON")]) for i in range(6)]


class Resume(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        (self.folder / "vocab.txt").write_text("\n".join(["<s>", "<pad>", "</s>", "[UNK]", *WORDS]))
        torch.set_num_threads(1)

    def run_of(self, name, **changed):
        settings = dict(out=self.folder / name, epochs=2, lr=1e-3, limit=24, batch=60, seed=1, init=None, float32=False)
        a = argparse.Namespace(**(settings | changed))
        a.out.mkdir(exist_ok=True)
        torch.manual_seed(7)
        return teacher.Run(teacher.Teacher(Encoder(TINY)), docs(), WordPiece(self.folder / "vocab.txt"), a)

    def test_a_resumed_run_ends_with_the_same_weights_as_an_uninterrupted_one(self):
        whole = self.run_of("whole")
        losses = [loss for loss, _ in whole.steps()]
        # In the middle of each pass and between the passes.
        stops = {whole.ends[0] // 2, whole.ends[0], (whole.ends[0] + whole.ends[1]) // 2}
        again = []
        for stop in (*sorted(stops), None):
            part = self.run_of("parts")
            part.resume()
            torch.rand(3)  # a new process has another random state
            for loss, _ in part.steps():
                again.append(loss)
                if part.checkpoint.step == stop:
                    part.save()
                    break
        self.assertEqual(again, losses)
        expected = whole.model.state_dict()
        for name, value in part.model.state_dict().items():
            self.assertTrue(torch.equal(value, expected[name]), name)

    def test_training_lowers_the_loss_and_leaves_the_word_embeddings_unchanged(self):
        run = self.run_of("learns", epochs=6, lr=1e-2)
        before = {name: value.clone() for name, value in run.model.state_dict().items()}
        losses = [loss for loss, _ in run.steps()]
        self.assertLess(losses[-1], losses[0] / 2)
        after = run.model.state_dict()
        self.assertTrue(torch.equal(before["encoder.words.weight"], after["encoder.words.weight"]))
        self.assertFalse(torch.equal(before["encoder.relative.weight"], after["encoder.relative.weight"]))

    def test_other_settings_are_refused(self):
        run = self.run_of("settings")
        next(run.steps())
        run.save()
        with self.assertRaisesRegex(SystemExit, "other settings: lr"):
            self.run_of("settings", lr=2e-3).resume()

    def test_a_failed_write_leaves_the_old_file(self):
        path = self.folder / "file"
        checkpoints.write_whole(path, lambda half: half.write_text("first"))

        def fails(half):
            half.write_text("half of the")
            raise OSError

        with self.assertRaises(OSError):
            checkpoints.write_whole(path, fails)
        self.assertEqual(path.read_text(), "first")

    def test_two_runs_cannot_use_one_folder(self):
        lock = checkpoints.hold(self.folder)
        with self.assertRaisesRegex(SystemExit, "another training runs"):
            checkpoints.hold(self.folder)
        lock.close()
        checkpoints.hold(self.folder).close()


if __name__ == "__main__":
    unittest.main()
