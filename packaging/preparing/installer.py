"""Installing into the virtual environment with pip."""

import subprocess
import sys
from pathlib import Path

from preparing.trouble import PreparationError

NO_CONNECTION = ("Retrying (", "ConnectionError", "ConnectTimeout", "ReadTimeout", "ProxyError")


def install_lock(python: Path, lock: Path) -> None:
    """Install what `lock` names and nothing else, if its hash is there. Raises PreparationError.

    The lock is whole, so pip resolves nothing: asked to, it would refuse `coverage[toml]`, which
    the lock names without its extra, as soon as a newer coverage is out.
    """
    as_written = ["--require-hashes", "--no-deps", "--only-binary", ":all:"]
    only_these = [*as_written, "--requirement", str(lock)]
    _pip(python, only_these, lock.parent)


def install_project(python: Path, root: Path) -> None:
    """Install the project of the folder `root` so that its files are used in place.

    Raises PreparationError.
    """
    in_place = ["--quiet", "--no-deps", "--no-build-isolation", "--editable", "."]
    _pip(python, in_place, root)


def advice(complaint: str) -> str:
    """What to do when pip ends with this `complaint`."""
    if "DO NOT MATCH THE HASHES" in complaint:
        return (
            "A package is not the one that the lock file names, so nothing of it was used. "
            "Clear what pip keeps with `pip cache purge` and start again; if it stays so, "
            "do not install it by hand, but tell the project."
        )
    if "No space left" in complaint:
        return "The disk is full: make some 2 GB of room, and start again."
    if any(sign in complaint for sign in NO_CONNECTION):
        return "The network does not answer: connect it, or tell pip your proxy, and start again."
    if "No matching distribution" in complaint:
        return (
            f"There is no package for this system and Python {sys.version.split()[0]}. "
            "Python 3.11, 3.12 or 3.13, 64 bit, from python.org or your system will do."
        )
    return "Packages could not be installed. pip says above why; mend that, and start again."


def _pip(python: Path, arguments: list[str], folder: Path) -> None:
    pip = [str(python), "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
    run = subprocess.run(
        [*pip, *arguments], cwd=folder, stdout=sys.stderr, stderr=subprocess.PIPE, check=False
    )
    if run.returncode != 0:
        complaint = run.stderr.decode(errors="replace")
        raise PreparationError(f"{complaint.strip()}\n{advice(complaint)}")
