"""A program that is killed loses nothing that the store has confirmed."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from constructive_rest.history.record import Outcome, Rest
from constructive_rest.store.store import Store

START = """
import os, signal, sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from constructive_rest.history.record import Outcome, Rest
from constructive_rest.store import database, sessions
from constructive_rest.store.schema import transaction
from constructive_rest.store.store import Store

def die():
    if hasattr(signal, "SIGKILL"):
        os.kill(os.getpid(), signal.SIGKILL)
    os._exit(9)

NOON = datetime(2026, 3, 29, 12, tzinfo=UTC)
path = Path(sys.argv[1])
rest = Rest("one", "constructive-rest", NOON, 0, 900, 0, Outcome.RESTING, NOON)
"""
CHECKPOINTS = """
store = Store.open(path)
store.add(rest)
for second in range(5, 305, 5):
    store.checkpoint("one", second, NOON + timedelta(seconds=second))
die()
"""
HALF_A_MERGE = """
Store.open(path).add(rest)
connection = database.open_database(path)
with transaction(connection):
    sessions.settle(connection, NOON)
    sessions.set_rested(connection, "one", 7, NOON)
    die()
"""
HALF_A_CREATION = """
path.touch()
connection = database.sqlite3.connect(path, isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("PRAGMA cache_spill = 1")
connection.execute("BEGIN IMMEDIATE")
for statement in database.schema.FIRST_TABLES:
    connection.execute(statement)
connection.execute("CREATE TABLE filler (x TEXT)")
connection.executemany("INSERT INTO filler VALUES (?)", [("y" * 4000,)] * 50)
die()
"""


def killed(tmp_path: Path, rest_of_it: str, path: Path) -> None:
    script = tmp_path / "victim.py"
    script.write_text(START + rest_of_it, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-W", "ignore", script, path], capture_output=True, timeout=60, check=False
    )
    expected = -signal.SIGKILL if os.name == "posix" else 9
    assert done.returncode == expected, done.stderr.decode()


def test_every_checkpoint_outlives_the_process(tmp_path: Path, path: Path) -> None:
    killed(tmp_path, CHECKPOINTS, path)
    store = Store.open(path)
    (rest,) = store.settle_unfinished(datetime(2026, 3, 29, 13, tzinfo=UTC))
    assert (rest.outcome, rest.rested_s) == (Outcome.INTERRUPTED, 300)
    assert store.rests() == [rest]
    store.close()


def test_a_change_cut_in_half_never_happened(tmp_path: Path, path: Path) -> None:
    killed(tmp_path, HALF_A_MERGE, path)
    store = Store.open(path)
    (rest,) = store.rests()
    assert (rest.outcome, rest.rested_s) == (Outcome.RESTING, 0)
    store.close()


def test_a_creation_cut_in_half_begins_anew(
    tmp_path: Path, path: Path, make_rest: Callable[..., Rest]
) -> None:
    killed(tmp_path, HALF_A_CREATION, path)
    assert path.with_name(f"{path.name}-journal").exists()
    store = Store.open(path)
    store.add(make_rest())
    assert store.rests() == [make_rest()]
    store.close()


@pytest.mark.parametrize("cut", [1, 40, 4096, 4200, 8000])
def test_a_torn_end_of_the_wal_costs_only_what_was_torn(
    tmp_path: Path, path: Path, cut: int
) -> None:
    killed(tmp_path, CHECKPOINTS, path)
    wal = path.with_name(f"{path.name}-wal")
    whole = wal.read_bytes()
    wal.write_bytes(whole[:-cut])
    store = Store.open(path)
    (rest,) = store.rests()
    assert 285 <= rest.rested_s < 300
    store.close()
