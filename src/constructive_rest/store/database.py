"""Opening the file: who may, in which state, and with which promises about durability."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from constructive_rest.paths import make_private
from constructive_rest.store import errors, schema

BUSY_TIMEOUT_S = 3.0
MAGIC = b"SQLite format 3\0"
HEADER_BYTES = 100
# Places in the header: https://www.sqlite.org/fileformat.html, "The Database Header".
USER_VERSION_AT = slice(60, 64)
APPLICATION_ID_AT = slice(68, 72)


def open_database(path: Path) -> sqlite3.Connection:
    """The history at `path`, made where there is none, in the newest version.

    The connection commits each statement by itself outside `schema.transaction`, and has reached
    the disk when it returns. A missing folder is created; the file is its owner's alone.

    Raises CannotOpen, NotADatabase or NewerVersion, and leaves the file as it was.
    """
    try:
        _make_sure_of(path)
        _refuse_strangers(path)
        _keep_private(path)
    except OSError as error:
        raise errors.CannotOpen(errors.no_entry_text().format(file=path)) from error
    with errors.reading(path):
        connection = sqlite3.connect(path, timeout=BUSY_TIMEOUT_S, isolation_level=None)
        try:
            _ready(connection, path)
        except BaseException:
            connection.close()
            raise
    return connection


def _make_sure_of(path: Path) -> None:
    """An empty file is an empty database."""
    if not path.parent.exists():
        make_private(path.parent)
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))


def _refuse_strangers(path: Path) -> None:
    """Look at the file without letting SQLite write to it, or to anything beside it.

    A file that was being written when the power went is for SQLite to restore from its journal.
    """
    with path.open("rb") as file:
        header = file.read(HEADER_BYTES)
    if not header or path.with_name(f"{path.name}-journal").exists():
        return
    if len(header) < HEADER_BYTES or not header.startswith(MAGIC):
        raise errors.damaged(path)
    if int.from_bytes(header[APPLICATION_ID_AT]) != schema.APPLICATION_ID:
        raise errors.foreign(path)
    version = int.from_bytes(header[USER_VERSION_AT])
    if path.with_name(f"{path.name}-wal").exists():
        version = max(version, _version_with_wal(path))
    if version > schema.VERSION:
        raise errors.newer(path)


def _version_with_wal(path: Path) -> int:
    """The version as the -wal file has it, which closing this connection leaves where it is."""
    uri = f"file://{_uri_path(path)}?mode=ro"
    with errors.reading(path), closing(sqlite3.connect(uri, uri=True)) as connection:
        return schema.version_of(connection)


def _keep_private(path: Path) -> None:
    """SQLite gives -wal and -shm the mode of the file beside which they lie."""
    if os.name == "posix" and path.stat().st_mode & 0o077:
        path.chmod(0o600)


def _uri_path(path: Path) -> str:
    posix = path.absolute().as_posix()
    return quote(posix if posix.startswith("/") else f"/{posix}", safe="/:")


def _ready(connection: sqlite3.Connection, path: Path) -> None:
    """The tables come before WAL, so that the file itself names its program from then on."""
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA trusted_schema = OFF")
    if not _is_ours(connection) and _has_tables(connection):
        raise errors.foreign(path)
    if schema.version_of(connection) > schema.VERSION:
        raise errors.newer(path)
    schema.migrate(connection)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA foreign_keys = ON")


def _is_ours(connection: sqlite3.Connection) -> bool:
    stored = connection.execute("PRAGMA application_id").fetchone()[0]
    return bool(stored == schema.APPLICATION_ID)


def _has_tables(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master").fetchone() is not None
