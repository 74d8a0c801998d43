"""What a rest keeps of its own course, and of its end."""

import pytest
from tests.journal_desk import MINUTES_MS, Desk

from constructive_rest.history.marks import MAX_MARKS, Mark, MarkKind
from constructive_rest.history.record import Outcome


@pytest.fixture
def desk() -> Desk:
    return Desk()


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


def test_what_is_discarded_keeps_its_row_out_of_sight(desk: Desk) -> None:
    desk.journal.discard()
    desk.begin()
    desk.journal.end(60_000, Outcome.ENDED_EARLY)
    desk.journal.discard()
    assert desk.row.deleted_at == desk.row.updated_at
    assert desk.row.rested_s == 60
