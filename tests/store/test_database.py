"""Opening: the promises about durability, and everything that is refused untouched."""

import os
import shutil
import sqlite3
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from constructive_rest.history.record import Rest
from constructive_rest.store import database, schema
from constructive_rest.store.errors import (
    CannotOpen,
    CannotWrite,
    NewerVersion,
    NotADatabase,
    StoreError,
)
from constructive_rest.store.store import Store

Make = Callable[..., Rest]
posix_only = pytest.mark.skipif(os.name != "posix", reason="file modes are a POSIX matter")


@pytest.fixture
def connection(path: Path) -> Iterator[sqlite3.Connection]:
    opened = database.open_database(path)
    yield opened
    opened.close()


def pragma(connection: sqlite3.Connection, name: str) -> object:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


def test_what_a_connection_promises(connection: sqlite3.Connection) -> None:
    assert pragma(connection, "journal_mode") == "wal"
    assert pragma(connection, "synchronous") == 2
    assert pragma(connection, "foreign_keys") == 1
    assert pragma(connection, "busy_timeout") == 3000
    assert pragma(connection, "application_id") == schema.APPLICATION_ID
    assert pragma(connection, "user_version") == schema.VERSION
    strict = dict(connection.execute("SELECT name, strict FROM pragma_table_list"))
    assert strict["session"] == strict["setting"] == 1


def test_the_file_names_its_program_before_any_checkpoint_of_the_wal(
    path: Path, connection: sqlite3.Connection
) -> None:
    assert path.read_bytes()[68:72] == b"CRst"


@posix_only
def test_only_the_owner_can_read_any_of_the_files(path: Path, make_rest: Make) -> None:
    before = os.umask(0)
    try:
        store = Store.open(path)
        store.add(make_rest())
    finally:
        os.umask(before)
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    store.close()
    assert modes == {
        "history.sqlite3": 0o600,
        "history.sqlite3-wal": 0o600,
        "history.sqlite3-shm": 0o600,
    }


@posix_only
def test_a_history_that_others_could_read_is_closed_to_them(path: Path) -> None:
    Store.open(path).close()
    path.chmod(0o644)
    Store.open(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@posix_only
def test_a_missing_folder_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    Store.open(folder / "history.sqlite3").close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("name", ["a b?c#d%41.sqlite3", "Ünïcödé 時.sqlite3"])
def test_any_name_of_a_file_will_do(tmp_path: Path, make_rest: Make, name: str) -> None:
    for _ in range(2):
        store = Store.open(tmp_path / name)
        store.settle_unfinished(make_rest().updated_at)
        store.close()
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_an_empty_file_becomes_a_history(path: Path, make_rest: Make) -> None:
    path.touch()
    store = Store.open(path)
    store.add(make_rest())
    assert store.rests() == [make_rest()]
    store.close()


def refused(path: Path, kind: type[StoreError]) -> str:
    """Opening fails with this kind, and leaves nothing changed; the sentence."""
    before = path.read_bytes(), path.stat().st_mode, path.stat().st_mtime_ns
    files = set(path.parent.iterdir())
    with pytest.raises(kind) as caught:
        Store.open(path)
    assert (path.read_bytes(), path.stat().st_mode, path.stat().st_mtime_ns) == before
    assert set(path.parent.iterdir()) == files
    assert str(path) in caught.value.sentence
    return caught.value.sentence


@pytest.mark.parametrize(
    "content",
    [b"\xff\xd8\xff\xe0 a photograph " * 50, b"short", b"SQLite format 3\0", b"\0" * 4096],
)
def test_a_file_that_is_no_database_is_refused_untouched(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    path.chmod(0o644)
    assert "keep it" in refused(path, NotADatabase)


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_another_programs_database_is_refused_untouched(path: Path, mode: str) -> None:
    other = sqlite3.connect(path)
    other.execute(f"PRAGMA journal_mode = {mode}")
    other.execute("CREATE TABLE bookmark (url TEXT)")
    other.commit()
    other.close()
    assert "another program" in refused(path, NotADatabase)


def test_another_programs_database_is_refused_even_when_its_journal_hides_it(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE bookmark (url TEXT)")
    other.commit()
    other.close()
    path.with_name(f"{path.name}-journal").touch()
    with pytest.raises(NotADatabase, match="another program"):
        Store.open(path)
    other = sqlite3.connect(path)
    tables = [name for (name,) in other.execute("SELECT name FROM sqlite_master")]
    other.close()
    assert tables == ["bookmark"]


def test_a_newer_history_is_refused_untouched(path: Path) -> None:
    connection = database.open_database(path)
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()
    assert "newest version" in refused(path, NewerVersion)


def test_a_newer_version_that_is_only_in_the_wal_is_noticed_and_stays_there(path: Path) -> None:
    writer = database.open_database(path)
    writer.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    copied = path.parent / "copied" / path.name
    copied.parent.mkdir()
    for ending in ("", "-wal"):
        shutil.copy(f"{path}{ending}", f"{copied}{ending}")
    writer.close()
    before = copied.read_bytes()
    assert int.from_bytes(before[60:64]) == schema.VERSION
    with pytest.raises(NewerVersion):
        Store.open(copied)
    assert copied.read_bytes() == before
    assert copied.with_name(f"{path.name}-wal").stat().st_size > 0


def test_a_newer_history_is_refused_even_when_its_journal_hides_it(path: Path) -> None:
    connection = database.open_database(path)
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()
    path.with_name(f"{path.name}-journal").touch()
    with pytest.raises(NewerVersion):
        Store.open(path)
    assert int.from_bytes(path.read_bytes()[60:64]) == schema.VERSION + 1


def test_a_broken_header_is_refused_untouched(path: Path, make_rest: Make) -> None:
    store = Store.open(path)
    store.add(make_rest())
    store.close()
    content = bytearray(path.read_bytes())
    content[0:16] = b"\x13" * 16
    path.write_bytes(content)
    refused(path, NotADatabase)


def test_a_broken_page_is_called_damage(path: Path, make_rest: Make) -> None:
    store = Store.open(path)
    store.add(make_rest())
    store.close()
    content = bytearray(path.read_bytes())
    content[4096:] = b"\x5a" * (len(content) - 4096)
    path.write_bytes(content)
    store = Store.open(path)
    with pytest.raises(NotADatabase, match="damaged"):
        store.rests()
    store.close()


def test_a_folder_in_place_of_the_file_is_said(path: Path) -> None:
    path.mkdir()
    with pytest.raises(CannotOpen, match="Check that its folder is there"):
        Store.open(path)


def test_a_file_in_place_of_the_folder_is_said(path: Path) -> None:
    path.write_text("not a folder")
    with pytest.raises(CannotOpen, match="Check that its folder is there"):
        Store.open(path / "history.sqlite3")


@posix_only
@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_said(path: Path) -> None:
    path.parent.chmod(0o500)
    try:
        with pytest.raises(CannotOpen, match="may change files"):
            Store.open(path)
    finally:
        path.parent.chmod(0o700)


def test_a_read_only_connection_is_said(path: Path, make_rest: Make) -> None:
    connection = database.open_database(path)
    connection.execute("PRAGMA query_only = ON")
    with pytest.raises(CannotWrite, match="may change files"):
        Store(connection, path).add(make_rest())
    connection.close()


def test_a_full_disk_is_said_and_harms_nothing(path: Path, make_rest: Make) -> None:
    connection = database.open_database(path)
    store = Store(connection, path)
    store.add(make_rest(note="kept"))
    pages = pragma(connection, "page_count")
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(CannotWrite, match="Free some space"):
        store.update(make_rest(note="x" * 100_000))
    with pytest.raises(CannotWrite, match="full"):
        store.merge([make_rest(id="more", note="y" * 100_000)])
    assert store.rests() == [make_rest(note="kept")]
    connection.execute("PRAGMA max_page_count = 1000000")
    store.update(make_rest(note="z" * 100_000))
    assert store.rests() == [make_rest(note="z" * 100_000)]
    store.close()


def test_a_locked_file_is_said(
    path: Path, make_rest: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_TIMEOUT_S", 0.0)
    store = Store.open(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(CannotWrite, match="Another program is using"):
        store.add(make_rest())
    assert store.rests() == []
    other.execute("ROLLBACK")
    other.close()
    store.add(make_rest())
    assert store.rests() == [make_rest()]
    store.close()
