"""The tables, and the steps that lead from one version of them to the next."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

APPLICATION_ID = 0x43527374  # "CRst"

FIRST_TABLES = (
    """
    CREATE TABLE session (
        id TEXT PRIMARY KEY NOT NULL CHECK (id <> ''),
        practice TEXT NOT NULL,
        started_at TEXT NOT NULL,
        utc_offset_s INTEGER NOT NULL CHECK (utc_offset_s BETWEEN -64800 AND 64800),
        planned_s INTEGER NOT NULL CHECK (planned_s >= 0),
        rested_s INTEGER NOT NULL CHECK (rested_s >= 0),
        outcome TEXT NOT NULL CHECK (
            outcome IN ('resting', 'completed', 'ended_early', 'interrupted', 'unanswered')
        ),
        ease_before INTEGER CHECK (ease_before BETWEEN 0 AND 10),
        ease_after INTEGER CHECK (ease_after BETWEEN 0 AND 10),
        head_support TEXT,
        arms TEXT,
        legs TEXT,
        eyes TEXT,
        note TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        deleted_at TEXT,
        marks TEXT NOT NULL DEFAULT '' -- as history.marks writes them
    ) STRICT
    """,
    "CREATE TABLE setting (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT",
    f"PRAGMA application_id = {APPLICATION_ID}",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (FIRST_TABLES,)
VERSION = len(MIGRATIONS)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing: a write lock from the first moment, rolled back on any exception."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # SQLite has ended it by itself on a full disk
            connection.execute("ROLLBACK")
        raise


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the tables; 0 in a file without any."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(
    connection: sqlite3.Connection, migrations: tuple[tuple[str, ...], ...] = MIGRATIONS
) -> None:
    """Bring the tables to the last version, each step whole or not at all.

    Each step asks for the version anew under its lock, so two programs may start at once.
    """
    for number, statements in enumerate(migrations, start=1):
        if version_of(connection) >= number:
            continue
        with transaction(connection):
            if version_of(connection) < number:
                for statement in statements:
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {number}")
