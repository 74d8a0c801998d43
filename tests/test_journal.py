"""A rest is on the disk from its first moment and loses less than five seconds of itself."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.journal_desk import MINUTES_MS, Desk

from constructive_rest.history.record import Outcome, Rest
from constructive_rest.journal import CHECKPOINT_MS

LOST_MS = 5_000


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_the_first_moment_writes_a_whole_row(desk: Desk) -> None:
    desk.begin()
    at = datetime(2026, 6, 13, 5, 30, tzinfo=UTC)
    assert desk.rows.calls == ["add"]
    assert desk.row == Rest(
        id="first",
        practice="constructive-rest",
        started_at=at,
        utc_offset_s=7200,
        planned_s=1200,
        rested_s=0,
        outcome=Outcome.RESTING,
        updated_at=at,
        ease_before=4,
        head_support="towel",
        arms="sides",
        legs="chair",
        eyes="closed",
    )


def test_ease_that_nobody_gave_stays_unknown(desk: Desk) -> None:
    desk.begin(ease=None)
    assert desk.row.ease_before is None


def test_before_the_first_rest_there_is_nothing_to_write(desk: Desk) -> None:
    desk.note(60_000)
    desk.journal.end(60_000, Outcome.COMPLETED)
    desk.journal.reflect(7, "early")
    assert desk.journal.rest is None
    assert desk.rows.calls == []


@given(steps=st.lists(st.integers(0, 30_000), min_size=1, max_size=80))
def test_less_than_five_seconds_are_ever_missing(steps: list[int]) -> None:
    desk = Desk()
    desk.begin()
    rested = 0
    for step in steps:
        rested += step
        desk.note(rested)
        assert 0 <= rested - desk.row.rested_s * 1000 < LOST_MS


@given(steps=st.lists(st.integers(0, 1_000), min_size=1, max_size=200))
def test_a_disk_is_not_troubled_more_often_than_it_must_be(steps: list[int]) -> None:
    desk = Desk()
    desk.begin()
    rested = 0
    for step in steps:
        rested += step
        desk.note(rested)
    assert desk.rows.calls.count("checkpoint") <= rested // CHECKPOINT_MS


def test_a_checkpoint_tells_when_it_was_made(desk: Desk) -> None:
    desk.begin()
    desk.note(4_000)
    assert desk.rows.calls == ["add", "checkpoint"]
    assert desk.row.updated_at == datetime(2026, 6, 13, 5, 30, 1, tzinfo=UTC)


@pytest.mark.parametrize("outcome", [Outcome.COMPLETED, Outcome.ENDED_EARLY])
def test_the_end_keeps_what_was_really_rested(desk: Desk, outcome: Outcome) -> None:
    desk.begin()
    desk.journal.end(61_900, outcome)
    assert (desk.row.rested_s, desk.row.outcome) == (61, outcome)


def test_after_the_end_nothing_more_is_noted(desk: Desk) -> None:
    desk.begin()
    desk.journal.end(60_000, Outcome.ENDED_EARLY)
    desk.note(600_000)
    desk.journal.end(600_000, Outcome.COMPLETED)
    assert (desk.row.rested_s, desk.row.outcome) == (60, Outcome.ENDED_EARLY)
    assert desk.rows.calls == ["add", "update"]


def test_a_reflection_joins_the_rest_that_ended(desk: Desk) -> None:
    desk.begin()
    desk.journal.end(MINUTES_MS, Outcome.COMPLETED)
    desk.now += timedelta(minutes=1)
    desk.journal.reflect(8, "Quiet.")
    assert (desk.row.ease_after, desk.row.note, desk.row.rested_s) == (8, "Quiet.", 1200)
    assert desk.row.updated_at == datetime(2026, 6, 13, 5, 31, tzinfo=UTC)


def test_the_next_rest_is_another_row(desk: Desk) -> None:
    desk.begin()
    desk.note(8_000)
    desk.journal.end(9_000, Outcome.ENDED_EARLY)
    desk.begin(ease=None)
    desk.note(4_000)
    assert desk.rows.rests["second"].rested_s == 4
    assert desk.row.rested_s == 9


def test_a_full_disk_is_told_in_its_own_sentence(desk: Desk) -> None:
    desk.rows.full = True
    desk.begin()
    assert desk.told == ["The disk is full."]
    assert desk.journal.rest is not None


def test_a_row_that_could_not_be_added_is_added_by_the_next_write(desk: Desk) -> None:
    desk.rows.full = True
    desk.begin()
    desk.note(4_000)
    desk.rows.full = False
    desk.note(8_000)
    assert desk.rows.calls == ["add", "add", "add"]
    assert (desk.row.rested_s, desk.row.ease_before) == (8, 4)
    desk.note(12_000)
    assert desk.rows.calls[-1] == "checkpoint"


def test_a_missed_checkpoint_is_made_good_by_the_next(desk: Desk) -> None:
    desk.begin()
    desk.rows.full = True
    desk.note(4_000)
    assert desk.row.rested_s == 0
    desk.rows.full = False
    desk.note(8_000)
    assert desk.row.rested_s == 8


def test_an_end_that_could_not_be_written_goes_with_the_reflection(desk: Desk) -> None:
    desk.begin()
    desk.rows.full = True
    desk.journal.end(MINUTES_MS, Outcome.COMPLETED)
    desk.rows.full = False
    desk.journal.reflect(None, "Kept after all.")
    assert (desk.row.outcome, desk.row.rested_s) == (Outcome.COMPLETED, 1200)
    assert desk.row.note == "Kept after all."


def test_a_rest_that_never_reached_the_disk_is_whole_once_it_does(desk: Desk) -> None:
    desk.rows.full = True
    desk.begin()
    desk.note(4_000)
    desk.journal.end(MINUTES_MS, Outcome.COMPLETED)
    desk.rows.full = False
    desk.journal.reflect(9, "")
    assert desk.row == desk.journal.rest
    assert desk.rows.calls[-1] == "add"


def test_a_disk_that_stays_full_is_told_once(desk: Desk) -> None:
    desk.rows.full = True
    desk.begin()
    for rested in (4_000, 8_000, 12_000):
        desk.note(rested)
    assert desk.told == ["The disk is full."]


def test_a_disk_that_is_full_again_is_told_again(desk: Desk) -> None:
    desk.begin()
    for full, rested in ((True, 4_000), (False, 8_000), (True, 12_000)):
        desk.rows.full = full
        desk.note(rested)
    assert desk.told == ["The disk is full."] * 2


def test_what_the_last_write_could_not_keep_is_caught_up_with(desk: Desk) -> None:
    desk.begin()
    desk.rows.full = True
    desk.journal.end(MINUTES_MS, Outcome.COMPLETED)
    assert desk.row != desk.journal.rest
    desk.rows.full = False
    desk.journal.catch_up()
    assert (desk.row.outcome, desk.row.rested_s) == (Outcome.COMPLETED, MINUTES_MS // 1000)
    desk.rows.calls.clear()
    desk.journal.catch_up()
    assert desk.rows.calls == [], "written again although nothing was missing"


def test_before_the_first_rest_there_is_nothing_to_catch_up_with(desk: Desk) -> None:
    desk.journal.catch_up()
    assert desk.rows.calls == []
