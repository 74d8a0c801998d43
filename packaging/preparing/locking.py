"""The lock files: every package with its version and hashes, and no address of any index."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from preparing.checkout import Checkout
from preparing.trouble import PreparationError, say

COMPILE = (
    "uv",
    "pip",
    "compile",
    "pyproject.toml",
    "--universal",
    "--generate-hashes",
    "--no-header",
    "--no-annotate",
    "--quiet",
    "--group=build",
)


def renew_locks(checkout: Checkout, arguments: Sequence[str]) -> None:
    """Write both lock files anew; `arguments` go to uv. Raises PreparationError.

    The tests' file keeps to the versions of the program's: one environment serves both.
    """
    if shutil.which("uv") is None:
        raise PreparationError("The lock files are written by uv. Install it: pipx install uv")
    _compile(checkout, checkout.lock, arguments)
    same_versions = ("--extra=test", f"--constraint={_inside(checkout, checkout.lock)}")
    _compile(checkout, checkout.test_lock, (*same_versions, *arguments))


def addresses(text: str) -> list[str]:
    """The lines of a lock file's `text` that name a place: an address, a folder, an index."""
    marks = ("://", "--index", "--extra-index", "--find-links", " @ ", "file:", "/")
    return [line for line in text.splitlines() if any(mark in line for mark in marks)]


def _compile(checkout: Checkout, lock: Path, arguments: Sequence[str]) -> None:
    output = f"--output-file={_inside(checkout, lock)}"
    command = [*COMPILE, output, *arguments]
    if subprocess.run(command, cwd=checkout.root, env=_neutral(), check=False).returncode != 0:
        raise PreparationError("uv could not write the lock files. It says above why.")
    named = addresses(lock.read_text(encoding="utf-8"))
    if named:
        raise PreparationError(f"{lock.name} names a place, and may not: {named[0]}")
    say(f"Wrote {lock.name}.")


def _neutral() -> dict[str, str]:
    """The environment without what would make uv look at, or write down, a private index."""
    return {name: value for name, value in os.environ.items() if "INDEX" not in name}


def _inside(checkout: Checkout, file: Path) -> str:
    return file.relative_to(checkout.root).as_posix()
