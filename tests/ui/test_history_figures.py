"""The figures of the fortnight say no more than they know."""

from collections.abc import Callable
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from constructive_rest.history.record import Rest
from constructive_rest.ui.history.figures import Figures
from constructive_rest.ui.theme import Theme

Make = Callable[..., Rest]
TODAY = date(2026, 6, 13)


@pytest.fixture
def figures(qtbot: QtBot, theme: Theme) -> Figures:
    widget = Figures(theme)
    qtbot.addWidget(widget)
    widget.resize(700, 92)
    widget.show()
    return widget


def test_rests_and_minutes_of_fourteen_days(figures: Figures, rest_before: Make) -> None:
    rests = [rest_before(0, 20), rest_before(0, 20, hour=19), rest_before(13, 15), rest_before(14)]
    figures.show_rests(rests, TODAY)
    assert figures.rests.texts() == ("Rests this fortnight", "3", "on 2 of 14 days")
    assert figures.minutes.texts() == ("Minutes", "55", "")


def test_a_length_is_called_usual_from_five_rests_on(figures: Figures, rest_before: Make) -> None:
    rests = [rest_before(0, 10), *(rest_before(days, 20) for days in (2, 3, 4))]
    figures.show_rests(rests, TODAY)
    assert figures.minutes.texts()[2] == ""
    figures.show_rests([*rests, rest_before(5, 20)], TODAY)
    assert figures.minutes.texts()[2] == "most often 20"


def test_ease_waits_for_five_rated_rests(figures: Figures, rest_before: Make) -> None:
    rests = [rest_before(days, ease_before=3, ease_after=6) for days in range(4)]
    figures.show_rests(rests, TODAY)
    assert figures.ease.texts()[1] == "after five rated rests"
    figures.show_rests([*rests, rest_before(5, ease_before=5, ease_after=9)], TODAY)
    label, value, caption = figures.ease.texts()
    assert label == "Typical ease, before and after"
    assert value == "3 → 6"
    assert caption == "usually 3 before, 6 after"


def test_the_usual_range_is_in_whole_points(figures: Figures, rest_before: Make) -> None:
    before, after = (2, 3, 4, 5, 5, 6), (6, 6, 7, 7, 8, 9)
    rests = [
        rest_before(days, ease_before=before[days], ease_after=after[days]) for days in range(6)
    ]
    figures.show_rests(rests, TODAY)
    assert figures.ease.texts()[1:] == ("4.5 → 7", "usually 3–5 before, 6–8 after")


def test_a_fortnight_without_a_rest_blames_nobody(figures: Figures, rest_before: Make) -> None:
    figures.show_rests([rest_before(30)], TODAY)
    assert figures.rests.texts()[1:] == ("0", "in the last 14 days")
    assert figures.minutes.texts()[1:] == ("0", "")


def test_each_figure_is_one_phrase_for_a_screen_reader(figures: Figures, rest_before: Make) -> None:
    figures.show_rests([rest_before(0)], TODAY)
    assert figures.rests.accessibleName() == "Rests this fortnight: 1. on 1 of 14 days"
    assert figures.ease.accessibleName().startswith(
        "Typical ease, before and after: after five rated rests"
    )


@pytest.mark.parametrize("width", [430, 520, 640, 1200])
def test_they_stand_side_by_side_in_any_width(
    figures: Figures, rest_before: Make, width: int
) -> None:
    figures.resize(width, 92)
    figures.show_rests([rest_before(0)], TODAY)
    left, middle, right = (
        figure.geometry() for figure in (figures.rests, figures.minutes, figures.ease)
    )
    assert left.right() < middle.left()
    assert middle.right() < right.left()
    assert right.right() <= width
    assert right.width() >= 176
