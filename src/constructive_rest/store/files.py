"""Whole text files: read with a limit, written beside their target and then put in its place."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

MAX_BYTES = 64 * 1024 * 1024


class TooLargeError(Exception):
    """The file is larger than any history (our judgement: 64 MiB, some 150,000 rests)."""


def read_bytes(path: Path) -> bytes:
    """The content of a file. Raises OSError or TooLargeError."""
    with path.open("rb") as file:
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise TooLargeError(path)
    return content


def write_private(path: Path, text: str) -> None:
    """Write a text file that its owner alone may read: whole, or not at all. Raises OSError.

    It reaches the disk before it takes its name, so a power cut leaves the old file or the new one.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        with suppress(FileNotFoundError):
            temporary.unlink()
        raise
