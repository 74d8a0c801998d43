import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile

from constructive_rest.desktop import instance
from constructive_rest.desktop.instance import LOCK_FILE, CannotClaim, Claim, claim

OTHER_COPY = """
import sys
from pathlib import Path
from constructive_rest.desktop.instance import claim

held = claim(Path(sys.argv[1]))
print(held is not None, flush=True)
sys.stdin.read()
"""


@contextmanager
def other_copy(folder: Path) -> Iterator[tuple[subprocess.Popen[bytes], bool]]:
    """Another process that claims `folder` and lives on, and whether it got it."""
    words = [sys.executable, "-c", OTHER_COPY, str(folder)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        try:
            assert process.stdout is not None
            yield process, process.stdout.readline().strip() == b"True"
        finally:
            process.kill()


def test_a_claim_makes_the_folder_and_holds_it_until_released(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "data"
    held = claim(folder)
    assert isinstance(held, Claim)
    assert (folder / LOCK_FILE).is_file()
    assert claim(folder) is None
    held.release()
    again = claim(folder)
    assert again is not None
    again.release()
    again.release()


def test_two_folders_are_two_claims(tmp_path: Path) -> None:
    first, second = claim(tmp_path / "a"), claim(tmp_path / "b")
    assert first is not None
    assert second is not None


def test_a_running_copy_keeps_its_folder(tmp_path: Path) -> None:
    with other_copy(tmp_path) as (_, got_it):
        assert got_it
        assert claim(tmp_path) is None


def test_a_second_copy_is_refused_and_may_try_again(tmp_path: Path) -> None:
    held = claim(tmp_path)
    assert held is not None
    with other_copy(tmp_path) as (_, got_it):
        assert not got_it
    held.release()
    with other_copy(tmp_path) as (_, got_it):
        assert got_it


def test_the_lock_of_a_killed_copy_is_taken_over_at_once(tmp_path: Path) -> None:
    with other_copy(tmp_path) as (process, got_it):
        assert got_it
        process.kill()
        process.wait()
        assert (tmp_path / LOCK_FILE).is_file()
        assert claim(tmp_path) is not None


def test_a_folder_that_cannot_be_made_is_told_by_name(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    with pytest.raises(CannotClaim) as raised:
        claim(blocked)
    assert str(blocked) in raised.value.sentence
    assert str(raised.value) == raised.value.sentence


class RefusingLock:
    """A lock file on a folder that may not be written to, as root never meets it."""

    LockError = QLockFile.LockError
    error_met = QLockFile.LockError.PermissionError

    def __init__(self, path: str) -> None:
        self.path = path
        self.stale_ms = 30_000

    def setStaleLockTime(self, ms: int) -> None:  # noqa: N802
        self.stale_ms = ms

    def tryLock(self, timeout_ms: int) -> bool:  # noqa: N802
        assert timeout_ms == self.stale_ms == 0
        return False

    def error(self) -> QLockFile.LockError:
        return self.error_met


@pytest.mark.parametrize("error", ["PermissionError", "UnknownError"])
def test_a_lock_that_cannot_be_written_is_not_another_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: str
) -> None:
    monkeypatch.setattr(RefusingLock, "error_met", QLockFile.LockError[error])
    monkeypatch.setattr(instance, "QLockFile", RefusingLock)
    with pytest.raises(CannotClaim, match="cannot be written"):
        claim(tmp_path)


def test_only_a_held_lock_is_another_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RefusingLock, "error_met", QLockFile.LockError.LockFailedError)
    monkeypatch.setattr(instance, "QLockFile", RefusingLock)
    assert claim(tmp_path) is None
