"""`screenshots DIR`: every page as a person would see it, then every picture by itself."""

import sys
import tempfile
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from constructive_rest import paths
from constructive_rest.compose import Options, Program
from constructive_rest.drawing.picture import UndrawnError
from constructive_rest.sample_history import sample_rests


def take_all(folder: Path) -> int:
    """Write the pictures into `folder`, made where it is missing; 0, or 1 with a line on stderr.

    A QApplication must exist.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        return _fail(
            QCoreApplication.translate(
                "Screenshots", "{0} cannot be made ({1}). Choose another folder."
            ).format(folder, problem.strerror)
        )
    now = datetime.now(UTC)
    with tempfile.TemporaryDirectory() as data:
        program = Program(Options(Path(data)), paths.cache_dir())
        try:
            written = program.photographer(
                folder, partial(sample_rests, now=now), now.date()
            ).take_all()
            written += program.picture_sheets(Path(data)).write(folder)
        except OSError as problem:
            return _fail(
                QCoreApplication.translate(
                    "Screenshots",
                    "{0} cannot be written. Choose a folder where you may save files, on a disk "
                    "with some 200 MB of room.",
                ).format(problem.filename)
            )
        except UndrawnError as problem:
            return _fail(str(problem))
        finally:
            program.close()
    sys.stdout.write(f"{written} pictures in {folder}\n")
    return 0


def _fail(sentence: str) -> int:
    sys.stderr.write(f"constructive-rest: {sentence}\n")
    return 1
