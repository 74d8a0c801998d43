"""A whole history out of one data folder and into another, by the command line."""

import os
import re
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from constructive_rest.history.record import Outcome, Rest
from constructive_rest.paths import HISTORY_FILE
from constructive_rest.store.store import Store

FIRST = datetime(2026, 3, 28, 22, 30, 5, 250_000, tzinfo=UTC)
NOTES = ("", "still warm", "zwei\nZeilen", '=HYPERLINK("x")', 'say "yes", then; go', "休 🌿")
ENDED = [one for one in Outcome if one is not Outcome.RESTING]


def history() -> list[Rest]:
    """Rests of every outcome, with and without ratings, one of them deleted."""
    return [
        Rest(
            id=str(UUID(int=number + 1)),
            practice="constructive-rest",
            started_at=FIRST + timedelta(hours=13 * number),
            utc_offset_s=(7200, -12600, 0)[number % 3],
            planned_s=900,
            rested_s=900 - 7 * number,
            outcome=ENDED[number % len(ENDED)],
            updated_at=FIRST + timedelta(hours=13 * number, seconds=900),
            ease_before=(None, 0, 4)[number % 3],
            ease_after=(10, None, 7, 0)[number % 4],
            head_support=("book", None)[number % 2],
            arms="ribs",
            note=NOTES[number % len(NOTES)],
            deleted_at=FIRST + timedelta(days=30) if number == 5 else None,
        )
        for number in range(12)
    ]


def filled(folder: Path) -> list[Rest]:
    """A new data folder with that history."""
    with closing(Store.open(folder / HISTORY_FILE)) as store:
        store.merge(history())
        return store.every_rest()


def rests_in(folder: Path) -> list[Rest]:
    """Everything in a data folder, deleted rests too."""
    with closing(Store.open(folder / HISTORY_FILE)) as store:
        return store.every_rest()


def carried(rests: list[Rest], ending: str) -> list[Rest]:
    """What such a file carries: a table for people leaves out what was deleted."""
    return [rest for rest in rests if ending == "json" or rest.deleted_at is None]


def run(command: str, file: Path, folder: Path) -> list[int]:
    """The numbers that `export` or `import` tells; it must succeed, and without a screen."""
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    done = subprocess.run(
        [sys.executable, "-m", "constructive_rest", command, str(file), "--data-dir", str(folder)],
        env={name: value for name, value in os.environ.items() if name not in hidden},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return [int(number) for number in re.findall(r"\d+", done.stdout.replace(str(file), ""))]


@pytest.mark.parametrize("ending", ["csv", "json"])
def test_export_and_import_bring_the_whole_history(tmp_path: Path, ending: str) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    rests = carried(filled(old), ending)
    first, second = tmp_path / f"first.{ending}", tmp_path / f"second.{ending}"
    assert run("export", first, old) == [len(rests)]
    assert run("import", first, new) == [len(rests), 0, 0]
    assert rests_in(new) == rests
    run("export", second, new)
    assert second.read_bytes() == first.read_bytes()
    assert run("import", second, new) == [0, 0, len(rests)]
    assert rests_in(new) == rests


def test_from_one_format_into_the_other(tmp_path: Path) -> None:
    rests = carried(filled(tmp_path / "old"), "csv")
    run("export", tmp_path / "all.csv", tmp_path / "old")
    run("import", tmp_path / "all.csv", tmp_path / "between")
    run("export", tmp_path / "all.json", tmp_path / "between")
    run("import", tmp_path / "all.json", tmp_path / "new")
    assert rests_in(tmp_path / "new") == rests


def test_importing_on_top_keeps_what_is_newer(tmp_path: Path) -> None:
    rests = filled(tmp_path / "old")
    run("export", tmp_path / "all.json", tmp_path / "old")
    with closing(Store.open(tmp_path / "old" / HISTORY_FILE)) as store:
        store.delete(rests[0].id, FIRST + timedelta(days=60))
    run("import", tmp_path / "all.json", tmp_path / "old")
    after = rests_in(tmp_path / "old")
    assert after[0].deleted_at is not None
    assert after[1:] == rests[1:]
