"""The one door to stored rests and settings."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Self

from PySide6.QtCore import QCoreApplication

from constructive_rest.history.record import MAX_REST_S, Fault, FieldError, Outcome, Rest
from constructive_rest.settings import Settings, from_mapping, to_mapping
from constructive_rest.store import errors, merging, sessions, settings_table
from constructive_rest.store.database import open_database
from constructive_rest.store.rows import BadRowError
from constructive_rest.store.schema import transaction


class Store:
    """Rests and settings in one file. Whatever returns has reached the disk.

    Use it in the thread that opened it. Reading raises CannotOpen, writing CannotWrite, and both
    NotADatabase where the file has been damaged meanwhile.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = path

    @classmethod
    def open(cls, path: Path) -> Self:
        """The history at `path`, made where there is none.

        Raises CannotOpen, NotADatabase or NewerVersion, and leaves the file as it was.
        """
        return cls(open_database(path), path)

    @property
    def path(self) -> Path:
        """Where the history lies."""
        return self._path

    def close(self) -> None:
        """Let go of the file; a second time does nothing."""
        self._connection.close()

    def rests(self) -> list[Rest]:
        """Every rest that is not deleted, oldest first, one in progress included."""
        with self._reading():
            return sessions.kept(self._connection)

    def every_rest(self) -> list[Rest]:
        """Every rest, deleted ones too, oldest first."""
        with self._reading():
            return sessions.every(self._connection)

    def rest(self, rest_id: str) -> Rest | None:
        """The rest with this id, deleted or not."""
        with self._reading():
            return sessions.one(self._connection, rest_id)

    def add(self, rest: Rest) -> None:
        """Keep a new rest. Raises sqlite3.IntegrityError, a mistake of ours, for a known id."""
        with self._writing():
            sessions.insert(self._connection, rest)

    def update(self, rest: Rest) -> None:
        """Replace a rest by its new version. Raises UnknownRest where there is none."""
        with self._writing():
            _demand(sessions.one(self._connection, rest.id) is not None)
            sessions.put(self._connection, [rest])

    def checkpoint(self, rest_id: str, rested_s: int, at: datetime) -> None:
        """Note how many seconds of a rest in progress are rested by now.

        Raises UnknownRest where no such rest is in progress, and ValueError beyond 24 hours.
        """
        if not 0 <= rested_s <= MAX_REST_S:
            raise FieldError("rested_s", Fault.RANGE, 0, MAX_REST_S)
        with self._writing():
            _demand(sessions.set_rested(self._connection, rest_id, rested_s, at))

    def settle_unfinished(self, at: datetime) -> list[Rest]:
        """Turn each rest in progress into an interrupted one with the seconds it has.

        For the start of the program only, when no rest can be in progress. The rests are returned
        as they are from now on, without deleted ones.
        """
        with self._writing():
            unfinished = sessions.with_outcome(self._connection, Outcome.RESTING)
            sessions.settle(self._connection, at)
            settled = [sessions.one(self._connection, rest.id) for rest in unfinished]
        return [rest for rest in settled if rest is not None and rest.deleted_at is None]

    def delete(self, rest_id: str, at: datetime) -> None:
        """Take a rest out of the history; its row stays. Raises UnknownRest."""
        with self._writing():
            _demand(sessions.set_deleted(self._connection, rest_id, at, at))

    def undelete(self, rest_id: str, at: datetime) -> None:
        """Bring a deleted rest back. Raises UnknownRest."""
        with self._writing():
            _demand(sessions.set_deleted(self._connection, rest_id, None, at))

    def merge(self, rests: Sequence[Rest]) -> merging.ImportSummary:
        """Take in rests, each id once; of two versions of one rest the newer stays.

        All of them or none. Merging twice changes nothing, and the order of merging never matters.
        """
        with self._writing():
            stored = {rest.id: rest for rest in sessions.every(self._connection)}
            to_write, summary = merging.merged(stored, rests)
            sessions.put(self._connection, to_write)
        return summary

    def load_settings(self) -> Settings:
        """The stored settings; whatever is missing or makes no sense has its default."""
        with self._reading():
            return from_mapping(settings_table.load(self._connection))

    def save_settings(self, settings: Settings) -> None:
        """Store every setting, or none."""
        with self._writing():
            settings_table.save(self._connection, to_mapping(settings))

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with errors.reading(self._path), self._sound_rows():
            yield

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with errors.writing(self._path), transaction(self._connection), self._sound_rows():
            yield

    @contextmanager
    def _sound_rows(self) -> Iterator[None]:
        """A row that makes no rest is damage: the tables' constraints let none in."""
        try:
            yield
        except BadRowError as error:
            raise errors.damaged(self._path) from error


def _demand(found: bool) -> None:
    if not found:
        raise errors.UnknownRest(
            QCoreApplication.translate(
                "Store",
                "This rest is no longer in your history. Look at History to see what is there.",
            )
        )
