"""A training run's state on the disk: whole at every moment, and exact to go on from."""

import fcntl
import os
import sys
from pathlib import Path

import torch


def write_whole(path, write):
    """Calls `write` with a temporary path, and gives the file its name once it is on the disk."""
    half = Path(f"{path}.half")
    write(half)
    with open(half, "rb") as file:
        os.fsync(file.fileno())
    half.replace(path)


def hold(folder):
    """Ends the program if another run is at work in the folder. The lock lasts as long as the result is kept."""
    lock = open(folder / "lock", "w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.close()
        sys.exit(f"another training runs in {folder}")
    return lock


class Checkpoint:
    """What a run is in the middle of.

    There is no state of random numbers: each is drawn from the seed and the number of the step or pass, so that a
    run goes on in the same way wherever it was stopped. The position in a pass follows from the step, too.
    """

    def __init__(self, folder, settings):
        self.path = folder / "checkpoint.pt"
        # What must be the same for a run to go on.
        self.settings = settings
        self.step, self.seconds = 0, 0.0

    def save(self, model, optimiser):
        state = {
            "settings": self.settings,
            "step": self.step,
            "seconds": self.seconds,
            "model": model.state_dict(),
            "optimiser": optimiser.state_dict(),
        }
        write_whole(self.path, lambda path: torch.save(state, path))

    def resume(self, model, optimiser):
        """Goes on from the file, if there is one."""
        if not self.path.exists():
            return
        state = torch.load(self.path)
        different = [k for k, v in self.settings.items() if state["settings"].get(k) != v]
        if different:
            sys.exit(f"{self.path} was trained with other settings: " + ", ".join(different))
        model.load_state_dict(state["model"])
        optimiser.load_state_dict(state["optimiser"])
        self.step, self.seconds = state["step"], state["seconds"]
