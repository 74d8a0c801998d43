"""The SQL for rests.

Every function runs in the caller's transaction, or commits by itself. Reading raises BadRowError
for a row that makes no rest.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime

from constructive_rest.history.record import Outcome, Rest
from constructive_rest.store.rows import (
    COLUMNS,
    BadRowError,
    Plain,
    from_plain,
    moment_text,
    to_plain,
)

NAMES = ", ".join(COLUMNS)
VALUES = ", ".join(f":{name}" for name in COLUMNS)
CHANGES = ", ".join(f"{name} = excluded.{name}" for name in COLUMNS if name != "id")
SELECT = f"SELECT {NAMES} FROM session"  # noqa: S608
INSERT = f"INSERT INTO session ({NAMES}) VALUES ({VALUES})"  # noqa: S608
UPSERT = f"{INSERT} ON CONFLICT (id) DO UPDATE SET {CHANGES}"
IN_ORDER = "ORDER BY started_at, id"


def kept(connection: sqlite3.Connection) -> list[Rest]:
    """The rests that are not deleted, oldest first."""
    return _rests(connection.execute(f"{SELECT} WHERE deleted_at IS NULL {IN_ORDER}"))


def every(connection: sqlite3.Connection) -> list[Rest]:
    """All rests, deleted ones too, oldest first."""
    return _rests(connection.execute(f"{SELECT} {IN_ORDER}"))


def with_outcome(connection: sqlite3.Connection, outcome: Outcome) -> list[Rest]:
    """The rests with this outcome, deleted ones too, oldest first."""
    return _rests(connection.execute(f"{SELECT} WHERE outcome = ? {IN_ORDER}", (outcome.value,)))


def one(connection: sqlite3.Connection, rest_id: str) -> Rest | None:
    """The rest with this id, deleted or not."""
    found = _rests(connection.execute(f"{SELECT} WHERE id = ?", (rest_id,)))
    return found[0] if found else None


def insert(connection: sqlite3.Connection, rest: Rest) -> None:
    """Add a rest. Raises sqlite3.IntegrityError where its id is taken."""
    connection.execute(INSERT, to_plain(rest))


def put(connection: sqlite3.Connection, rests: Iterable[Rest]) -> None:
    """Add rests, each in place of the one with its id."""
    connection.executemany(UPSERT, (to_plain(rest) for rest in rests))


def set_rested(connection: sqlite3.Connection, rest_id: str, rested_s: int, at: datetime) -> bool:
    """Note the seconds of a rest in progress; False where there is no such rest."""
    return _changed(
        connection,
        "UPDATE session SET rested_s = ?, updated_at = max(updated_at, ?) "
        "WHERE id = ? AND outcome = 'resting'",
        (rested_s, moment_text(at), rest_id),
    )


def settle(connection: sqlite3.Connection, at: datetime) -> bool:
    """Turn every rest in progress into an interrupted one; False where there was none."""
    return _changed(
        connection,
        "UPDATE session SET outcome = 'interrupted', updated_at = max(updated_at, ?) "
        "WHERE outcome = 'resting'",
        (moment_text(at),),
    )


def set_deleted(
    connection: sqlite3.Connection, rest_id: str, deleted_at: datetime | None, at: datetime
) -> bool:
    """Mark a rest as deleted, or as not deleted; False where there is no such rest."""
    return _changed(
        connection,
        "UPDATE session SET deleted_at = ?, updated_at = max(updated_at, ?) WHERE id = ?",
        (None if deleted_at is None else moment_text(deleted_at), moment_text(at), rest_id),
    )


def _changed(connection: sqlite3.Connection, sql: str, values: Sequence[Plain]) -> bool:
    return connection.execute(sql, values).rowcount > 0


def _rests(rows: Iterable[tuple[Plain, ...]]) -> list[Rest]:
    return [_rest(row) for row in rows]


def _rest(row: tuple[Plain, ...]) -> Rest:
    try:
        return from_plain(dict(zip(COLUMNS, row, strict=True)))
    except (ValueError, OverflowError) as error:
        raise BadRowError(str(row[0])) from error
