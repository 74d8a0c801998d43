"""The virtual environment beside pyproject.toml: made, kept in step with the lock, and mended."""

import subprocess
import sys
from dataclasses import replace
from enum import Enum, auto
from pathlib import Path

from preparing.checkout import Checkout
from preparing.installer import install_lock, install_project
from preparing.stamp import Stamp, read_stamp, stamp_now, write_stamp
from preparing.trouble import PreparationError, say


class Work(Enum):
    """What is left to do before the environment can be used."""

    NOTHING = auto()
    PROJECT = auto()  # the project's own entry is out of date
    TESTS = auto()  # the tools for the tests are missing
    EVERYTHING = auto()


def prepare(checkout: Checkout, *, tests: bool) -> None:
    """Make the environment fit to run the program and, if asked, its `tests`.

    Work cut short is done again from the beginning: the stamp goes first and comes back last.
    Raises PreparationError where the environment cannot be made.
    """
    now = stamp_now(checkout)
    before = read_stamp(checkout) if interpreter_is_there(checkout) else None
    work = work_left(before, now, tests=tests)
    if work is Work.NOTHING:
        return
    checkout.stamp.unlink(missing_ok=True)
    if work is Work.EVERYTHING:
        _make(checkout)
    if work is not Work.PROJECT:
        say("Installing packages: some 300 MB and a few minutes, this once.")
        install_lock(checkout.python, checkout.test_lock if tests else checkout.lock)
    install_project(checkout.python, checkout.root)
    if not tests:
        kept = before.test_lock if before is not None and work is Work.PROJECT else ""
        now = replace(now, test_lock=kept)
    write_stamp(checkout, now)


def work_left(before: Stamp | None, now: Stamp, *, tests: bool) -> Work:
    """What it takes to bring an environment made `before` to what should be there `now`."""
    if before is None:
        return Work.EVERYTHING
    if (before.root, before.python, before.lock) != (now.root, now.python, now.lock):
        return Work.EVERYTHING
    if tests and before.test_lock != now.test_lock:
        return Work.EVERYTHING if before.test_lock else Work.TESTS
    return Work.NOTHING if before.project == now.project else Work.PROJECT


def interpreter_is_there(checkout: Checkout) -> bool:
    """Whether the environment has an interpreter, and still the one that it was made by."""
    try:
        lines = (checkout.venv / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    except OSError:
        return False
    settings = {key.strip(): value.strip() for key, _, value in (x.partition("=") for x in lines)}
    return checkout.python.exists() and Path(settings.get("home", "?")).is_dir()


def _make(checkout: Checkout) -> None:
    if Path(sys.prefix).resolve() == checkout.venv.resolve():
        raise PreparationError(
            "The environment in .venv must be made again, and cannot be by its own Python. "
            "Start this with the Python of the system."
        )
    say(f"Making {checkout.venv}.")
    command = [sys.executable, "-m", "venv", "--clear", str(checkout.venv)]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    if made.returncode != 0:
        raise PreparationError(
            f"{made.stdout}{made.stderr}".strip()
            + f"\nThe environment {checkout.venv} could not be made. If it says above that "
            "something is not allowed or full, mend that; or delete the folder, and start again."
        )
