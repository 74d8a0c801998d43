"""Each failure of SQLite as a sentence that names the file and what to do."""

import sqlite3
from pathlib import Path

import pytest

from constructive_rest.store.errors import (
    CannotOpen,
    CannotWrite,
    NotADatabase,
    StoreError,
    reading,
    writing,
)

FILE = Path("folder") / "history {x}.sqlite3"


def failure(code: int) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("as SQLite says")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_FULL, "Free some space"),
        (sqlite3.SQLITE_BUSY, "Close that program"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "Close that program"),
        (sqlite3.SQLITE_LOCKED, "Close that program"),
        (sqlite3.SQLITE_READONLY, "Check that its folder is there"),
        (sqlite3.SQLITE_READONLY_DBMOVED, "Check that its folder is there"),
        (sqlite3.SQLITE_CANTOPEN, "Check that its folder is there"),
        (sqlite3.SQLITE_IOERR_FSYNC, r"\(as SQLite says\)\. Copy that folder"),
    ],
)
def test_a_failure_becomes_a_sentence(code: int, words: str) -> None:
    with pytest.raises(CannotWrite, match=words) as caught, writing(FILE):
        raise failure(code)
    assert str(FILE) in caught.value.sentence
    assert isinstance(caught.value.__cause__, sqlite3.OperationalError)
    with pytest.raises(CannotOpen, match=words), reading(FILE):
        raise failure(code)


@pytest.mark.parametrize("code", [sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB])
def test_damage_is_damage_in_reading_and_writing(code: int) -> None:
    for doing in (reading, writing):
        with pytest.raises(NotADatabase, match="keep it"), doing(FILE):
            raise failure(code)


@pytest.mark.parametrize("mistake", [sqlite3.IntegrityError, sqlite3.ProgrammingError, KeyError])
def test_mistakes_of_ours_pass_through(mistake: type[Exception]) -> None:
    for doing in (reading, writing):
        with pytest.raises(mistake, match="ours"), doing(FILE):
            raise mistake("ours")


def test_every_failure_is_caught_by_one_name() -> None:
    with pytest.raises(StoreError) as caught, writing(FILE):
        raise failure(sqlite3.SQLITE_FULL)
    assert str(caught.value) == caught.value.sentence
