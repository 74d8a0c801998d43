"""`--self-test`: whether this installation can do what it is for, told line by line."""

import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import QApplication

from constructive_rest import content, paths
from constructive_rest.compose import PAGES, Options, Program
from constructive_rest.drawing.picture import Scene, picture_now
from constructive_rest.history.record import Outcome, Rest
from constructive_rest.sound.bells import BELL_NAMES
from constructive_rest.sound.opening import open_bells
from constructive_rest.store.store import Store

CALLS = 200
"""Void Qt calls made to see whether each one loses a reference to None."""


class FaultFound(Exception):  # noqa: N818 - the finding of a test, not a bug
    """What is wrong with this installation, in one sentence."""


def self_test(app: QApplication) -> int:
    """Run every check, print one line for each; 0 when all pass, otherwise 1.

    Where Python and Qt do not fit together nothing else is tried: it would end in a crash.
    """
    if not _passes("Python and Qt", _check_references, Path()):
        return 1
    with tempfile.TemporaryDirectory() as folder:
        checks: tuple[tuple[str, Callable[[Path], None]], ...] = (
            ("content", _check_content),
            ("database", _check_database),
            ("pictures", _check_pictures),
            ("sounds", _check_sounds),
            ("pages", _check_pages),
        )
        failed = [name for name, check in checks if not _passes(name, check, Path(folder))]
    app.processEvents()
    sys.stdout.write("All is well.\n" if not failed else f"Failed: {', '.join(failed)}.\n")
    return 1 if failed else 0


def lost_references(calls: int) -> int:
    """How many references to None `calls` void Qt calls have lost; 0 where all is well."""
    target = QObject()
    before = sys.getrefcount(None)
    for _ in range(calls):
        target.setObjectName("name")
    return before - sys.getrefcount(None)


def _passes(name: str, check: Callable[[Path], None], folder: Path) -> bool:
    try:
        check(folder)
    except Exception as fault:  # noqa: BLE001 - whatever a check meets is what it reports
        sys.stdout.write(f"FAIL  {name}: {fault}\n")
        return False
    sys.stdout.write(f"ok    {name}\n")
    return True


def _check_references(_folder: Path) -> None:
    lost = lost_references(CALLS)
    if lost > CALLS // 2:
        import PySide6

        version = ".".join(map(str, sys.version_info[:3]))
        raise FaultFound(
            f"PySide6 {PySide6.__version__} on Python {version} loses a reference to None in "
            f"every void call and will crash after some 10,000 of them. Install PySide6 6.11.3, "
            f"or use Python 3.12 or newer."
        )


def _check_content(_folder: Path) -> None:
    content.load_practice()
    content.load_guide()
    content.load_movement_cues()
    for key in content.PAGES:
        content.load_page(key)


def _check_database(folder: Path) -> None:
    store = Store.open(folder / "trial.sqlite3")
    try:
        now = datetime.now(UTC)
        rest = Rest("trial", "constructive-rest", now, 0, 900, 900, Outcome.COMPLETED, now)
        store.add(rest)
        if store.rests() != [rest]:
            raise FaultFound("a rest did not come back as it was written")
    finally:
        store.close()


def _check_pictures(_folder: Path) -> None:
    body = content.load_people()[0].key
    for key in content.load_pose_keys():
        picture = picture_now(Scene(key, "morning", 160, 90, body=body))
        if picture.image.isNull():
            raise FaultFound(f"the picture “{key}” came out empty")


def _check_sounds(_folder: Path) -> None:
    for name in BELL_NAMES:
        file = paths.resources() / "sounds" / f"{name}.wav"
        if file.read_bytes()[:4] != b"RIFF":
            raise FaultFound(f"{file.name} is not a sound file")
    reason = open_bells(paths.resources()).reason()
    if reason:
        sys.stdout.write(f"note  {reason}\n")


def _check_pages(folder: Path) -> None:
    program = Program(Options(folder), folder / "cache")
    try:
        program.window.resize(QSize(1280, 800))
        for key in PAGES:
            program.navigation.open(key)
            if program.window.grab().isNull():
                raise FaultFound(f"the page “{key}” could not be painted")
    finally:
        program.close()
