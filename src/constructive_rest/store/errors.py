"""What can go wrong with stored data: each a sentence that a person can act on."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication

PRIMARY_CODE = 0xFF  # an extended SQLite result code carries its primary code in the low byte
DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
IN_USE = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
NO_ENTRY = {
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_PERM,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_AUTH,
}


class StoreError(Exception):
    """An expected failure of the store; `sentence` says what happened and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class NewerVersion(StoreError):  # noqa: N818
    """The file was written by a newer version of this program. It has not been touched."""


class NotADatabase(StoreError):  # noqa: N818
    """The file is not a history of this program, or is damaged. It has not been touched."""


class CannotOpen(StoreError):  # noqa: N818
    """The history cannot be opened or read."""


class CannotWrite(StoreError):  # noqa: N818
    """Something could not be saved; what was saved before is unharmed."""


class UnknownRest(StoreError):  # noqa: N818
    """The rest that should be changed is not in the history."""


class ExchangeError(StoreError):
    """A file could not be imported or exported; history and file are as they were.

    `place` is a line (CSV) or an index and key (JSON) of the file and `reason` what is wrong there;
    both are empty where the failure is not one of content.
    """

    def __init__(self, sentence: str, place: str = "", reason: str = "") -> None:
        super().__init__(sentence)
        self.place, self.reason = place, reason


class ContentFaultError(Exception):
    """A place in an imported file, and what is wrong there, in words for a person."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}")
        self.place, self.reason = place, reason


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn SQLite's failures into CannotOpen or NotADatabase."""
    with _translated(path, CannotOpen):
        yield


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn SQLite's failures into CannotWrite or NotADatabase."""
    with _translated(path, CannotWrite):
        yield


@contextmanager
def _translated(path: Path, kind: type[StoreError]) -> Iterator[None]:
    """Mistakes of this program (a broken constraint, a closed connection) pass through."""
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
        raise
    except sqlite3.DatabaseError as error:
        raise _failure(error, path, kind) from error


def _failure(error: sqlite3.DatabaseError, path: Path, kind: type[StoreError]) -> StoreError:
    code = error.sqlite_errorcode & PRIMARY_CODE
    if code in DAMAGED:
        return damaged(path)
    if code == sqlite3.SQLITE_FULL:
        return kind(disk_full(path))
    if code in IN_USE:
        text = QCoreApplication.translate(
            "Store", "Another program is using “{file}”. Close that program, then try again."
        )
    elif code in NO_ENTRY:
        text = no_entry_text()
    else:
        text = QCoreApplication.translate(
            "Store",
            "The disk reported an error at “{file}” ({detail}). Copy that folder to another disk, "
            "then try again.",
        )
    return kind(text.format(file=path, detail=error))


def disk_full(path: Path) -> str:
    """The sentence for a full disk."""
    text = QCoreApplication.translate(
        "Store", "The disk that holds “{file}” is full. Free some space, then try again."
    )
    return text.format(file=path)


def no_entry_text() -> str:
    """The sentence for a missing or read-only folder, with `{file}` still to be filled in."""
    return QCoreApplication.translate(
        "Store",
        "“{file}” cannot be opened for writing. Check that its folder is there and that you may "
        "change files in it.",
    )


def damaged(path: Path) -> NotADatabase:
    """The failure for a file that is no database, or no longer a whole one."""
    text = QCoreApplication.translate(
        "Store",
        "“{file}” is not a history, or is damaged. Nothing in it was changed. Move it to another "
        "place to begin a new history, and keep it.",
    )
    return NotADatabase(text.format(file=path))


def foreign(path: Path) -> NotADatabase:
    """The failure for another program's database."""
    text = QCoreApplication.translate(
        "Store",
        "“{file}” belongs to another program. Nothing in it was changed. Choose another folder for "
        "your history, or move that file.",
    )
    return NotADatabase(text.format(file=path))


def newer(path: Path) -> NewerVersion:
    """The failure for a history that this version does not know yet."""
    text = QCoreApplication.translate(
        "Store",
        "“{file}” was written by a newer version of Constructive Rest. Nothing in it was changed. "
        "Install the newest version to open it.",
    )
    return NewerVersion(text.format(file=path))
