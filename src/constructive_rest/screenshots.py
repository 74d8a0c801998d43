"""`screenshots DIR`: every page in both lights and three sizes, as a person would see it."""

import sys
import tempfile
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from constructive_rest import paths
from constructive_rest.compose import Options, Program
from constructive_rest.sample_history import sample_rests


def take_all(folder: Path) -> int:
    """Write the pictures into `folder`, made where it is missing; 0, or 1 with a line on stderr.

    A QApplication must exist.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        sys.stderr.write(f"constructive-rest: {folder} cannot be made: {problem.strerror}\n")
        return 1
    now = datetime.now(UTC)
    with tempfile.TemporaryDirectory() as data:
        program = Program(Options(Path(data)), paths.cache_dir())
        try:
            written = program.photographer(
                folder, partial(sample_rests, now=now), now.date()
            ).take_all()
        finally:
            program.close()
    sys.stdout.write(f"{written} pictures in {folder}\n")
    return 0
