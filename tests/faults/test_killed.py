"""Killed at any moment: no rest is lost, hardly a second of it, and the next start works."""

import random
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.endtoend.waiting import wait_for
from tests.faults.running import Victim
from tests.faults.victim import EASE_AFTER, EASE_BEFORE, NOTE

from constructive_rest.history.record import Outcome, Rest
from constructive_rest.paths import HISTORY_FILE
from constructive_rest.store.store import Store

ROUNDS = ("start", "walking", "rest", "save") * 7
MOST_LOST_MS = 5_000
LONGEST_START_S = 0.7
MOST_MOMENTS = 40
"""Session seconds, at most, from a rest's beginning to the kill."""


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache for all rounds: only the first one draws."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder


def run_and_kill(folder: Path, moment: str, chance: random.Random) -> Victim:
    """One start that ends at a random moment of that kind."""
    ending = 1_000 * chance.randint(1, 12) if moment == "save" else 0
    with Victim(folder, ending) as victim:
        live_until(victim, moment, chance)
    return victim


def live_until(victim: Victim, moment: str, chance: random.Random) -> None:
    """Until a random moment of that kind."""
    match moment:
        case "start":
            victim.let_live(chance.uniform(0.0, LONGEST_START_S))
        case "walking":
            victim.listen_for("walking")
            victim.let_live(chance.uniform(0.0, 0.25))
        case "rest":
            victim.listen_until_shown(1_000 * chance.randint(0, MOST_MOMENTS))
            victim.let_live(chance.uniform(0.0, 0.1))
        case _:
            victim.listen_for(chance.choice(["ended", "kept"]))
            victim.let_live(chance.uniform(0.0, 0.02))


def kept_after(folder: Path) -> list[Rest]:
    """What a next start finds and settles."""
    if not folder.exists():
        return []
    with closing(Store.open(folder / HISTORY_FILE)) as store:
        store.settle_unfinished(datetime.now(UTC))
        return store.rests()


def check(victim: Victim, rest: Rest) -> None:
    """The newest rest holds everything that the program had told of it."""
    assert (rest.planned_s, rest.ease_before) == (300, EASE_BEFORE)
    shown, ended = victim.last("shown") or 0, victim.last("ended")
    assert rest.rested_s * 1000 >= shown - MOST_LOST_MS
    if ended is not None:
        assert (rest.outcome, rest.rested_s) == (Outcome.ENDED_EARLY, ended // 1000)
    else:
        assert rest.outcome in (Outcome.INTERRUPTED, Outcome.ENDED_EARLY)
    if victim.last("kept") is not None:
        assert (rest.ease_after, rest.note) == (EASE_AFTER, NOTE)


def drawing_processes(cache: Path) -> Iterator[int]:
    """The processes that draw into `cache`."""
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            words = (entry / "cmdline").read_bytes()
        except OSError:
            continue
        if str(cache).encode() in words:
            yield int(entry.name)


def test_whenever_it_is_killed_nothing_is_lost(tmp_path: Path, cache: Path) -> None:
    seed = random.SystemRandom().randrange(2**32)
    sys.stdout.write(f"seed {seed}\n")
    chance = random.Random(seed)
    folder = tmp_path / "data"
    before: list[Rest] = []
    for number, moment in enumerate(ROUNDS):
        victim = run_and_kill(folder, moment, chance)
        now = kept_after(folder)
        sys.stdout.write(f"{number}: {moment}, {victim.told[-2:]}, {now[-1:]}\n")
        assert now[: len(before)] == before
        new = len(now) - len(before)
        assert new == 1 or (new == 0 and victim.last("began") is None)
        if new:
            check(victim, now[-1])
        before = now
    if sys.platform == "linux":
        wait_for(lambda: not list(drawing_processes(cache)), "the drawing processes to end")


def test_a_start_after_a_kill_tells_of_the_rest(tmp_path: Path, cache: Path) -> None:
    folder = tmp_path / "data"
    with Victim(folder) as victim:
        victim.listen_until_shown(20_000)
    with Victim(folder) as again:
        again.listen_for("began")
    (sentence,) = again.banners()
    (first, second) = kept_after(folder)
    assert f"{first.rested_s // 60}:{first.rested_s % 60:02d}" in sentence
    assert first.outcome is second.outcome is Outcome.INTERRUPTED
