"""What the page says about a rest, on screen and aloud."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QLocale

from constructive_rest.history.marks import Mark, MarkKind
from constructive_rest.history.record import Outcome, Rest
from constructive_rest.ui.history.words import (
    SUMMARY_RESTS,
    chart_summary,
    length_words,
    number_words,
    outcome_words,
    rest_words,
)

Make = Callable[..., Rest]
TODAY = date(2026, 6, 13)
C = QLocale("C")


def test_a_rest_in_full(rest_before: Make) -> None:
    rest = rest_before(
        1, 12, ease_before=4, ease_after=7, note=" Left hip. ", outcome=Outcome.ENDED_EARLY
    )
    words = rest_words(rest, TODAY, C)
    assert (words.day, words.length, words.outcome) == ("Yesterday", "12 min", "ended early")
    assert (words.before, words.after, words.note) == (4, 7, "Left hip.")
    for part in ("Yesterday", "12", "ended early", "ease 4 before and 7 after", "Note: Left hip."):
        assert part in words.spoken


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [(None, None, ""), (0, None, "ease 0 before"), (None, 10, "ease 10 after")],
)
def test_a_missing_rating_is_not_mentioned(
    rest_before: Make, before: int | None, after: int | None, said: str
) -> None:
    spoken = rest_words(rest_before(0, ease_before=before, ease_after=after), TODAY, C).spoken
    assert said in spoken
    assert spoken.count("ease") == (1 if said else 0)


def test_nothing_is_said_of_a_rest_that_simply_ended() -> None:
    assert outcome_words(Outcome.COMPLETED) == ""
    others = {outcome_words(outcome) for outcome in Outcome if outcome is not Outcome.COMPLETED}
    assert len(others) == len(Outcome) - 1
    assert "" not in others


def test_lengths_are_whole_minutes() -> None:
    assert length_words(1200) == "20 min"
    assert length_words(89) == "1 min"
    assert length_words(20) == "under 1 min"


def test_numbers_have_a_decimal_only_where_they_need_one() -> None:
    assert number_words(4.0, C) == "4"
    assert number_words(4.5, C) == "4.5"
    assert number_words(4.5, QLocale("de_DE")) == "4,5"


def test_the_summary_tells_the_latest_rests_newest_first(rest_before: Make) -> None:
    rests = [rest_before(days, 10 + days, ease_after=days % 10) for days in range(20, -1, -1)]
    summary = chart_summary(rests, TODAY, C)
    assert summary.count(";") == SUMMARY_RESTS - 1
    assert summary.index("Today") < summary.index("Yesterday") < summary.index("Thu 11 June")
    assert "10 min, ease 0 after" in summary
    assert "6 June" not in summary


def test_the_summary_of_nothing_says_so() -> None:
    assert chart_summary([], TODAY, C) == "No rests in this time."


def test_what_happened_on_the_way_is_told_with_its_times(rest_before: Make) -> None:
    marks = (Mark(MarkKind.PAUSE, 312, 45), Mark(MarkKind.HURT, 600), Mark(MarkKind.PAUSE, 700))
    words = rest_words(rest_before(0, marks=marks, outcome=Outcome.ENDED_EARLY), TODAY, QLocale.c())
    told = "ended early · paused at 5:12, 11:40 · something hurt at 10:00"
    assert words.outcome == told
    assert told.replace(" · ", ", ") in words.spoken


def test_many_marks_are_cut_short(rest_before: Make) -> None:
    marks = tuple(Mark(MarkKind.PAUSE, 60 * minute) for minute in range(1, 9))
    words = rest_words(rest_before(0, marks=marks), TODAY, C)
    assert words.outcome == "paused at 1:00, 2:00 …"
