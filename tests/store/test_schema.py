"""Migrations: each one whole or not at all, and never twice."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from constructive_rest.store import schema
from constructive_rest.store.schema import APPLICATION_ID, VERSION, migrate, transaction, version_of

FIRST = ("CREATE TABLE a (x TEXT) STRICT",)
SECOND = ("ALTER TABLE a ADD COLUMN y TEXT", "UPDATE a SET y = x || '!'")
BROKEN = ("CREATE TABLE b (x TEXT)", "UPDATE a SET x = 'spoilt'", "ALTER TABLE missing ADD z")


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    opened = sqlite3.connect(tmp_path / "any.sqlite3", isolation_level=None)
    yield opened
    opened.close()


def tables(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}


def test_the_first_tables_come_with_version_and_program(connection: sqlite3.Connection) -> None:
    assert version_of(connection) == 0
    migrate(connection)
    assert version_of(connection) == VERSION
    assert {"session", "setting"} <= tables(connection)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_a_step_begins_where_the_last_one_ended(connection: sqlite3.Connection) -> None:
    migrate(connection, (FIRST,))
    connection.execute("INSERT INTO a VALUES ('kept')")
    migrate(connection, (FIRST, SECOND))
    migrate(connection, (FIRST, SECOND))
    assert version_of(connection) == 2
    assert connection.execute("SELECT x, y FROM a").fetchall() == [("kept", "kept!")]


def test_a_step_that_fails_leaves_nothing_behind(connection: sqlite3.Connection) -> None:
    migrate(connection, (FIRST,))
    connection.execute("INSERT INTO a VALUES ('kept')")
    with pytest.raises(sqlite3.OperationalError, match="missing"):
        migrate(connection, (FIRST, BROKEN))
    assert version_of(connection) == 1
    assert tables(connection) == {"a"}
    assert connection.execute("SELECT x FROM a").fetchall() == [("kept",)]
    assert not connection.in_transaction


def test_steps_before_the_one_that_fails_stay(connection: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, (FIRST, SECOND, BROKEN))
    assert version_of(connection) == 2


def test_a_step_that_another_program_has_just_done_is_not_done_again(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    migrate(connection, (FIRST,))
    locked: list[bool] = []

    def stale_before_the_lock(asked: sqlite3.Connection) -> int:
        locked.append(asked.in_transaction)
        return version_of(asked) if asked.in_transaction else 0

    monkeypatch.setattr(schema, "version_of", stale_before_the_lock)
    migrate(connection, (FIRST,))
    assert locked == [False, True]
    assert version_of(connection) == 1


def insert_then_stop(connection: sqlite3.Connection) -> None:
    with transaction(connection):
        connection.execute("INSERT INTO a VALUES ('gone')")
        raise KeyboardInterrupt


def test_a_transaction_is_undone_by_any_exception(connection: sqlite3.Connection) -> None:
    migrate(connection, (FIRST,))
    with pytest.raises(KeyboardInterrupt):
        insert_then_stop(connection)
    assert connection.execute("SELECT x FROM a").fetchall() == []
    with transaction(connection):
        connection.execute("INSERT INTO a VALUES ('there')")
    assert connection.execute("SELECT x FROM a").fetchall() == [("there",)]
