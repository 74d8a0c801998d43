"""The lock files hold versions and hashes, and say nothing of where anything came from."""

from pathlib import Path

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"
LOCKS = sorted(PACKAGING.glob("requirements*.txt"))


def test_both_lock_files_are_there() -> None:
    assert [lock.name for lock in LOCKS] == ["requirements-test.txt", "requirements.txt"]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_file_holds_no_place(lock: Path) -> None:
    for line in lock.read_text(encoding="utf-8").splitlines():
        assert "/" not in line
        assert " @ " not in line
        assert line.startswith("    --hash=sha256:") or not line.lstrip().startswith("-")
