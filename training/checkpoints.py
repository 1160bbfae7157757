"""Saves the state of a training run atomically, and resumes the run exactly."""

import fcntl
import os
import sys
from pathlib import Path

import torch


def write_whole(path, write):
    """Writes a file atomically: calls `write` with a temporary path, syncs the file and renames it."""
    half = Path(f"{path}.half")
    write(half)
    with open(half, "rb") as file:
        os.fsync(file.fileno())
    half.replace(path)


def hold(folder):
    """Locks the folder, or exits if another run uses it. Closing the returned file releases the lock."""
    lock = open(folder / "lock", "w")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        lock.close()
        sys.exit(f"another training runs in {folder}")
    return lock


class Checkpoint:
    """The progress of a run.

    It does not need the state of the random number generators: each step and each pass seeds its own from the seed of
    the run and its number. The position within a pass follows from the number of the step.
    """

    def __init__(self, folder, settings):
        self.path = folder / "checkpoint.pt"
        # A run can be resumed only with the same settings.
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
        """Loads the saved state, if there is one."""
        if not self.path.exists():
            return
        state = torch.load(self.path)
        different = [k for k, v in self.settings.items() if state["settings"].get(k) != v]
        if different:
            sys.exit(f"{self.path} was trained with other settings: " + ", ".join(different))
        model.load_state_dict(state["model"])
        optimiser.load_state_dict(state["optimiser"])
        self.step, self.seconds = state["step"], state["seconds"]
