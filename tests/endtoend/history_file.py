"""What the program has written down, read past the program."""

import sqlite3
from contextlib import closing
from pathlib import Path

FILE = "history.sqlite3"
Row = tuple[str | int | None, ...]


def query(data: Path, sql: str) -> list[Row]:
    """The rows that `sql` gives. Raises sqlite3.Error, in a folder without a history too."""
    uri = f"{(data / FILE).as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True)) as connection:
        return connection.execute(sql).fetchall()


def the_rest(data: Path, columns: str) -> Row:
    """These columns of the one rest that there is."""
    (row,) = query(data, f"SELECT {columns} FROM session")
    return row


def settings(data: Path) -> dict[str, str]:
    """The kept settings."""
    return {str(key): str(value) for key, value in query(data, "SELECT key, value FROM setting")}
