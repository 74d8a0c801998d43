"""The SQL for settings, kept as text by key."""

import sqlite3
from collections.abc import Mapping


def load(connection: sqlite3.Connection) -> dict[str, str]:
    """Every stored setting."""
    return dict(connection.execute("SELECT key, value FROM setting"))


def save(connection: sqlite3.Connection, settings: Mapping[str, str]) -> None:
    """Store these settings; others, a later version's say, stay as they are."""
    connection.executemany(
        "INSERT INTO setting (key, value) VALUES (?, ?) "
        "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        settings.items(),
    )
