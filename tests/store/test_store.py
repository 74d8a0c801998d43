"""What the store promises of rests and settings."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from constructive_rest.history.record import FieldError, Outcome, Rest
from constructive_rest.practice.setup import Arms, Setup
from constructive_rest.settings import Settings, ThemeChoice
from constructive_rest.store.errors import NotADatabase, UnknownRest
from constructive_rest.store.store import Store

LATER = datetime(2026, 3, 29, 13, 0, tzinfo=UTC)
Make = Callable[..., Rest]


def test_an_added_rest_is_there_after_reopening(store: Store, path: Path, make_rest: Make) -> None:
    rest = make_rest(ease_before=0, ease_after=10, arms="ribs", note="left hip\nlet go")
    store.add(rest)
    store.close()
    again = Store.open(path)
    assert again.rests() == [rest]
    assert again.rest(rest.id) == rest
    assert again.rest("another") is None
    assert again.path == path
    again.close()


def test_a_missing_rating_stays_missing_and_a_zero_stays_zero(
    store: Store, make_rest: Make
) -> None:
    store.add(make_rest(ease_before=None, ease_after=0))
    (rest,) = store.rests()
    assert rest.ease_before is None
    assert rest.ease_after == 0


def test_rests_come_oldest_first(store: Store, make_rest: Make) -> None:
    started = [LATER + timedelta(microseconds=step) for step in (5, 0, 3, 1_000_000)]
    for number, moment in enumerate(started):
        store.add(make_rest(id=str(number), started_at=moment))
    assert [rest.started_at for rest in store.rests()] == sorted(started)


def test_update_replaces_every_field(store: Store, make_rest: Make) -> None:
    store.add(make_rest())
    changed = make_rest(rested_s=60, outcome=Outcome.ENDED_EARLY, note="short", updated_at=LATER)
    store.update(changed)
    assert store.rests() == [changed]


def test_a_checkpoint_moves_seconds_and_time_of_change(store: Store, make_rest: Make) -> None:
    rest = make_rest(outcome=Outcome.RESTING, rested_s=0)
    store.add(rest)
    store.checkpoint(rest.id, 42, LATER)
    assert store.rest(rest.id) == replace(rest, rested_s=42, updated_at=LATER)


def test_a_clock_set_back_does_not_make_a_rest_older(store: Store, make_rest: Make) -> None:
    rest = make_rest(outcome=Outcome.RESTING, updated_at=LATER)
    store.add(rest)
    store.checkpoint(rest.id, 7, LATER - timedelta(days=1))
    assert store.rest(rest.id) == replace(rest, rested_s=7, updated_at=LATER)


def test_a_checkpoint_leaves_a_finished_rest_alone(store: Store, make_rest: Make) -> None:
    rest = make_rest(outcome=Outcome.COMPLETED)
    store.add(rest)
    with pytest.raises(UnknownRest):
        store.checkpoint(rest.id, 1, LATER)
    assert store.rests() == [rest]


@pytest.mark.parametrize("seconds", [-1, 86401])
def test_a_checkpoint_has_a_range(store: Store, make_rest: Make, seconds: int) -> None:
    store.add(make_rest(outcome=Outcome.RESTING))
    with pytest.raises(FieldError, match="rested_s"):
        store.checkpoint(make_rest().id, seconds, LATER)


def test_settling_keeps_the_seconds_and_tells_which(store: Store, make_rest: Make) -> None:
    done = make_rest(id="done")
    open_one = make_rest(id="open", outcome=Outcome.RESTING, rested_s=123)
    store.add(done)
    store.add(open_one)
    settled = replace(open_one, outcome=Outcome.INTERRUPTED, updated_at=LATER)
    assert store.settle_unfinished(LATER) == [settled]
    assert store.rest("open") == settled
    assert store.rest("done") == done
    assert store.settle_unfinished(LATER) == []


def test_a_deleted_rest_in_progress_is_settled_without_a_word(
    store: Store, make_rest: Make
) -> None:
    store.add(make_rest(outcome=Outcome.RESTING, deleted_at=LATER))
    assert store.settle_unfinished(LATER) == []
    (rest,) = store.every_rest()
    assert rest.outcome is Outcome.INTERRUPTED


def test_a_deleted_rest_keeps_its_row_and_comes_back(store: Store, make_rest: Make) -> None:
    rest = make_rest()
    store.add(rest)
    store.delete(rest.id, LATER)
    gone = replace(rest, deleted_at=LATER, updated_at=LATER)
    assert store.rests() == []
    assert store.rest(rest.id) == gone
    assert store.every_rest() == [gone]
    store.undelete(rest.id, LATER + timedelta(seconds=1))
    assert store.rests() == [replace(rest, updated_at=LATER + timedelta(seconds=1))]


@pytest.mark.parametrize(
    "change",
    [
        lambda store, rest: store.update(rest),
        lambda store, rest: store.checkpoint(rest.id, 1, LATER),
        lambda store, rest: store.delete(rest.id, LATER),
        lambda store, rest: store.undelete(rest.id, LATER),
    ],
)
def test_changing_a_rest_that_is_not_there_is_said(
    store: Store, make_rest: Make, change: Callable[[Store, Rest], None]
) -> None:
    with pytest.raises(UnknownRest) as caught:
        change(store, make_rest())
    assert caught.value.sentence == str(caught.value)
    assert "no longer in your history" in caught.value.sentence
    assert store.every_rest() == []


def test_the_same_id_twice_is_a_mistake_of_ours(store: Store, make_rest: Make) -> None:
    store.add(make_rest())
    with pytest.raises(sqlite3.IntegrityError):
        store.add(make_rest(note="another"))
    assert store.rests() == [make_rest()]


def test_settings_come_back_and_those_of_a_later_version_stay(store: Store, path: Path) -> None:
    assert store.load_settings() == Settings()
    chosen = Settings(
        minutes=12, sound=False, theme=ThemeChoice.DUSK, setup=Setup(arms=Arms.CHEST), body="reed"
    )
    with sqlite3.connect(path) as other:
        other.execute("INSERT INTO setting VALUES ('of_a_later_version', 'x')")
    other.close()
    store.save_settings(Settings())
    store.save_settings(chosen)
    assert store.load_settings() == chosen
    stored = sqlite3.connect(path)
    rows = dict(stored.execute("SELECT key, value FROM setting"))
    stored.close()
    assert rows["of_a_later_version"] == "x"
    assert rows["minutes"] == "12"


def test_a_row_that_makes_no_rest_is_called_damage(
    store: Store, path: Path, make_rest: Make
) -> None:
    store.add(make_rest())
    with sqlite3.connect(path) as other:
        other.execute("UPDATE session SET started_at = 'yesterday'")
    other.close()
    with pytest.raises(NotADatabase, match="damaged"):
        store.rests()
    with pytest.raises(NotADatabase, match=r"history\.sqlite3"):
        store.merge([make_rest(note="x")])


@pytest.mark.parametrize(
    "broken",
    [
        "outcome = 'slept'",
        "ease_before = 11",
        "ease_after = -1",
        "rested_s = -1",
        "planned_s = -1",
        "utc_offset_s = 99999",
        "rested_s = 'many'",
        "id = ''",
        "note = NULL",
    ],
)
def test_the_table_itself_refuses_nonsense(
    store: Store, path: Path, make_rest: Make, broken: str
) -> None:
    store.add(make_rest())
    other = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError):
        other.execute(f"UPDATE session SET {broken}")
    other.close()
    assert store.rests() == [make_rest()]


@settings(max_examples=60)
@given(data=st.data())
def test_any_rest_comes_back_as_it_was(
    any_rest: st.SearchStrategy[Rest],
    tmp_path_factory: pytest.TempPathFactory,
    data: st.DataObject,
) -> None:
    rest = data.draw(any_rest)
    store = Store.open(tmp_path_factory.mktemp("any") / "history.sqlite3")
    store.add(rest)
    assert store.every_rest() == [rest]
    store.close()
