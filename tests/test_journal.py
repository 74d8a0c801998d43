"""A rest is on the disk from its first moment and loses less than five seconds of itself."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constructive_rest.history.marks import MAX_MARKS, Mark, MarkKind
from constructive_rest.history.record import Outcome, Rest
from constructive_rest.journal import CHECKPOINT_MS, Journal
from constructive_rest.practice.setup import Arms, Eyes, HeadSupport, Legs, Setup
from constructive_rest.store.errors import CannotWrite

SUMMER = timezone(timedelta(hours=2))
SETUP = Setup(Arms.SIDES, Legs.CHAIR, HeadSupport.TOWEL, Eyes.CLOSED)
MINUTES_MS = 20 * 60_000
LOST_MS = 5_000


class Rows:
    """A store in memory whose disk can be full."""

    def __init__(self) -> None:
        self.rests: dict[str, Rest] = {}
        self.calls: list[str] = []
        self.full = False

    def add(self, rest: Rest) -> None:
        self._write("add")
        assert rest.id not in self.rests
        self.rests[rest.id] = rest

    def update(self, rest: Rest) -> None:
        self._write("update")
        assert rest.id in self.rests
        self.rests[rest.id] = rest

    def checkpoint(self, rest_id: str, rested_s: int, at: datetime) -> None:
        self._write("checkpoint")
        kept = self.rests[rest_id]
        assert kept.outcome is Outcome.RESTING
        changes = {"rested_s": rested_s, "updated_at": at}
        self.rests[rest_id] = Rest(**{name: getattr(kept, name) for name in FIELDS} | changes)

    def _write(self, call: str) -> None:
        self.calls.append(call)
        if self.full:
            raise CannotWrite("The disk is full.")


FIELDS = Rest.__dataclass_fields__


class Desk:
    """A journal with its store, its wall clock and what it had to say."""

    def __init__(self) -> None:
        self.rows = Rows()
        self.now = datetime(2026, 6, 13, 7, 30, tzinfo=SUMMER)
        self.clock_ms = 77_000
        self.told: list[str] = []
        self.ids = iter(("first", "second", "third"))
        self.journal = Journal(
            self.rows,
            lambda: self.now,
            lambda: self.clock_ms,
            lambda: next(self.ids),
            self.told.append,
        )

    def begin(self, ease: int | None = 4) -> None:
        self.journal.begin("constructive-rest", MINUTES_MS, SETUP, ease)

    def note(self, rested_ms: int) -> None:
        self.now += timedelta(seconds=1)
        self.journal.note(rested_ms)

    @property
    def row(self) -> Rest:
        return self.rows.rests["first"]


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


def test_a_pause_is_marked_at_once_and_gets_its_length_afterwards(desk: Desk) -> None:
    desk.begin()
    desk.journal.pause(312_900)
    assert desk.row.marks == (Mark(MarkKind.PAUSE, 312),)
    desk.clock_ms += 45_999
    desk.journal.resume()
    assert desk.row.marks == (Mark(MarkKind.PAUSE, 312, 45),)
    desk.journal.resume()
    assert desk.row.marks == (Mark(MarkKind.PAUSE, 312, 45),)


def test_what_hurts_in_a_pause_leaves_the_pause_its_length(desk: Desk) -> None:
    desk.begin()
    desk.journal.pause(60_000)
    desk.journal.hurt(60_000)
    desk.clock_ms += 10_000
    desk.journal.resume()
    assert desk.row.marks == (Mark(MarkKind.PAUSE, 60, 10), Mark(MarkKind.HURT, 60))


def test_an_end_in_a_pause_ends_the_pause(desk: Desk) -> None:
    desk.begin()
    desk.journal.pause(60_000)
    desk.clock_ms += 5_000
    desk.journal.end(60_000, Outcome.ENDED_EARLY)
    assert desk.row.marks == (Mark(MarkKind.PAUSE, 60, 5),)


def test_outside_of_a_rest_nothing_is_marked(desk: Desk) -> None:
    desk.journal.pause(0)
    desk.journal.hurt(0)
    desk.journal.resume()
    assert desk.rows.calls == []
    desk.begin()
    desk.journal.end(60_000, Outcome.COMPLETED)
    desk.journal.hurt(60_000)
    assert desk.row.marks == ()


def test_marks_beyond_all_reason_are_let_go(desk: Desk) -> None:
    desk.begin()
    for second in range(MAX_MARKS + 5):
        desk.journal.hurt(second * 1000)
    assert len(desk.row.marks) == MAX_MARKS


def test_marks_leave_an_earlier_rest_alone(desk: Desk) -> None:
    desk.begin()
    desk.journal.pause(1_000)
    desk.journal.end(1_000, Outcome.ENDED_EARLY)
    desk.begin()
    desk.journal.resume()
    assert desk.rows.rests["second"].marks == ()


def test_an_answer_completes_what_was_unanswered(desk: Desk) -> None:
    desk.begin()
    desk.journal.end(MINUTES_MS, Outcome.UNANSWERED)
    before = desk.row
    desk.journal.answer()
    assert (before.outcome, desk.row.outcome) == (Outcome.UNANSWERED, Outcome.COMPLETED)
    assert desk.row.rested_s == 1200


def test_an_answer_changes_no_other_outcome(desk: Desk) -> None:
    desk.journal.answer()
    desk.begin()
    desk.journal.answer()
    before = desk.row
    desk.journal.end(60_000, Outcome.ENDED_EARLY)
    desk.journal.answer()
    assert (before.outcome, desk.row.outcome) == (Outcome.RESTING, Outcome.ENDED_EARLY)
