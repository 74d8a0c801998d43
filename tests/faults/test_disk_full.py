"""The disk fills up while someone rests: the rest goes on, and is whole once there is room."""

import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from tests.faults.little_space import LittleSpace, SizeLimit, SmallDisk
from tests.faults.running import Victim
from tests.faults.victim import EASE_AFTER, EASE_BEFORE, NOTE

from constructive_rest.history.record import Outcome, Rest
from constructive_rest.paths import HISTORY_FILE
from constructive_rest.store.store import Store

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="such disks are made on Linux only")
END_MS = 60_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "data"
    made.mkdir()
    return made


@pytest.fixture(params=["small disk", "size limit"])
def space(request: pytest.FixtureRequest, folder: Path) -> Iterator[LittleSpace]:
    """Both kinds; the small disk only where this user may mount one."""
    if request.param == "size limit":
        yield SizeLimit()
        return
    disk = SmallDisk(folder)
    refused = disk.mount()
    if refused:
        pytest.skip(f"A small disk cannot be mounted here: {refused}.")
    yield disk
    disk.unmount()


def the_rest(folder: Path) -> Rest:
    """The one rest that is kept."""
    with closing(Store.open(folder / HISTORY_FILE)) as store:
        (rest,) = store.every_rest()
    return rest


def is_whole(rest: Rest, victim: Victim) -> None:
    """Everything that the program told of it is in it."""
    ended = victim.last("ended")
    assert ended is not None
    assert ended >= END_MS
    assert (rest.outcome, rest.rested_s) == (Outcome.ENDED_EARLY, ended // 1000)
    assert (rest.planned_s, rest.ease_before) == (300, EASE_BEFORE)


def told_once(victim: Victim, folder: Path) -> None:
    """The banner said it in one sentence, about the file."""
    (sentence,) = victim.banners()
    assert str(folder / HISTORY_FILE) in sentence
    assert sentence.endswith(".")


@pytest.mark.parametrize("since", ["walking", "rest"])
def test_a_rest_on_a_full_disk_is_whole_once_there_is_room(
    folder: Path, space: LittleSpace, since: str
) -> None:
    with Victim(folder, END_MS) as victim:
        victim.listen_for("walking")
        if since == "rest":
            victim.listen_until_shown(9_000)
        space.fill(victim.process.pid)
        victim.listen_for("banner")
        victim.listen_until_shown(30_000)
        space.free(victim.process.pid)
        victim.listen_for("kept")
    told_once(victim, folder)
    rest = the_rest(folder)
    is_whole(rest, victim)
    assert (rest.ease_after, rest.note) == (EASE_AFTER, NOTE)


@pytest.mark.parametrize("answer", ["keep-later", "skip-later"])
def test_a_rest_that_ends_on_a_full_disk_is_whole_once_there_is_room(
    folder: Path, space: LittleSpace, answer: str
) -> None:
    with Victim(folder, END_MS, answer) as victim:
        victim.listen_until_shown(9_000)
        space.fill(victim.process.pid)
        victim.listen_for("ended")
        space.free(victim.process.pid)
        victim.listen_for("over")
    told_once(victim, folder)
    is_whole(the_rest(folder), victim)


def test_what_was_kept_before_outlives_a_full_disk_and_a_kill(
    folder: Path, space: LittleSpace
) -> None:
    with Victim(folder) as victim:
        victim.listen_until_shown(9_000)
        space.fill(victim.process.pid)
        victim.listen_until_shown(30_000)
    space_again(space, victim)
    rest = the_rest(folder)
    assert rest.outcome is Outcome.RESTING
    assert 4 <= rest.rested_s <= 30


def space_again(space: LittleSpace, victim: Victim) -> None:
    """Room for the next start; a limit went with its process."""
    if isinstance(space, SmallDisk):
        space.free(victim.process.pid)
