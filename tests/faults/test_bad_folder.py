"""A history that cannot be used: one line that says why, exit code 1, and nothing is touched."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from constructive_rest.paths import HISTORY_FILE
from constructive_rest.store.store import Store

JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000") + bytes(range(256)) * 8
NEWER = 99
Ended = subprocess.CompletedProcess[str]
Spoil = Callable[[Path], None]


def run(folder: Path, *arguments: str) -> Ended:
    """How the program ends on `folder`."""
    return subprocess.run(
        [sys.executable, "-m", "constructive_rest", *arguments, "--data-dir", str(folder)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def a_folder_in_its_place(history: Path) -> None:
    history.mkdir()
    (history / "letter.txt").write_text("dear diary", encoding="utf-8")


def a_photograph(history: Path) -> None:
    history.write_bytes(JPEG)


def a_newer_version(history: Path) -> None:
    Store.open(history).close()
    with closing(sqlite3.connect(history)) as connection:
        connection.execute(f"PRAGMA user_version = {NEWER}")
        connection.execute("PRAGMA journal_mode = DELETE")


def another_programs_database(history: Path) -> None:
    with closing(sqlite3.connect(history)) as connection:
        connection.execute("CREATE TABLE bookmark (address TEXT)")


def half_a_history(history: Path) -> None:
    Store.open(history).close()
    whole = history.read_bytes()
    history.write_bytes(whole[: len(whole) // 2])


SPOILED = [
    a_folder_in_its_place,
    a_photograph,
    a_newer_version,
    another_programs_database,
    half_a_history,
]


def everything_in(folder: Path) -> dict[str, bytes | None]:
    """All files below `folder` with their bytes, folders with None."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


def says_why(done: Ended, place: Path) -> None:
    """One line with the place that it is about."""
    assert done.returncode == 1, done
    (line,) = done.stderr.splitlines()
    assert line.startswith("constructive-rest: ")
    assert str(place) in line
    assert line.endswith(".")
    assert done.stdout == ""


@pytest.mark.parametrize("spoil", SPOILED)
@pytest.mark.parametrize("command", ["window", "export"])
def test_a_spoiled_history_is_left_alone(tmp_path: Path, spoil: Spoil, command: str) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    spoil(folder / HISTORY_FILE)
    before = everything_in(folder)
    target = tmp_path / "out.csv"
    done = run(folder, *(["export", str(target)] if command == "export" else []))
    says_why(done, folder / HISTORY_FILE)
    assert everything_in(folder) == before
    assert not target.exists()


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.write_text("not a folder", encoding="utf-8")
    for place in (folder, folder / "deeper"):
        says_why(run(place), place)
    assert folder.read_text(encoding="utf-8") == "not a folder"


@pytest.mark.skipif(sys.platform != "linux", reason="/proc/sys takes no file, not even root's")
@pytest.mark.parametrize("folder", [Path("/proc/sys"), Path("/proc/sys/constructive-rest")])
def test_a_folder_where_nobody_may_write(folder: Path) -> None:
    says_why(run(folder), folder)


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0, reason="to root no folder is closed by its mode"
)
def test_a_folder_that_is_not_writable(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o500)
    says_why(run(folder), folder)
    assert everything_in(folder) == {}


def test_after_the_bad_file_is_moved_away_a_start_works(tmp_path: Path) -> None:
    a_photograph(tmp_path / HISTORY_FILE)
    target = tmp_path / "out.json"
    assert run(tmp_path, "export", str(target)).returncode == 1
    (tmp_path / HISTORY_FILE).rename(tmp_path / "photograph.jpg")
    assert run(tmp_path, "export", str(target)).returncode == 0
    assert target.exists()
    assert (tmp_path / "photograph.jpg").read_bytes() == JPEG
