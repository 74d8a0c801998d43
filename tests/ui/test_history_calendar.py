"""Twelve weeks of dots."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from constructive_rest.history.record import Rest
from constructive_rest.ui.history.calendar import BIGGEST, HEIGHT, WEEKS, Calendar
from constructive_rest.ui.palette import MORNING
from constructive_rest.ui.theme import Theme

Make = Callable[..., Rest]
TODAY = date(2026, 6, 13)


@pytest.fixture
def calendar(qtbot: QtBot, theme: Theme) -> Calendar:
    widget = Calendar(theme)
    qtbot.addWidget(widget)
    widget.resize(324, round(HEIGHT))
    widget.show()
    return widget


def test_columns_are_weeks_from_monday_and_the_last_holds_today(calendar: Calendar) -> None:
    calendar.show_rests([], TODAY)
    first = calendar.first_day()
    assert first.weekday() == 0
    assert (TODAY - first).days // 7 == WEEKS - 1
    saturday, monday = calendar.center(TODAY), calendar.center(TODAY - timedelta(days=5))
    assert saturday.x() == monday.x()
    assert saturday.y() > monday.y()
    assert calendar.center(TODAY - timedelta(days=7)).x() < saturday.x()


def test_a_longer_rest_is_a_bigger_dot(calendar: Calendar, rest_before: Make) -> None:
    lengths = (None, 1, 5, 10, 15, 20, 30)
    rests = [rest_before(days, minutes) for days, minutes in enumerate(lengths) if minutes]
    calendar.show_rests(rests, TODAY)
    sizes = [calendar.radius(TODAY - timedelta(days=days)) for days in range(len(lengths))]
    assert sizes == sorted(sizes)
    assert len(set(sizes)) == len(sizes)
    assert sizes[-1] == BIGGEST


def test_hours_are_no_bigger_than_half_an_hour(calendar: Calendar, rest_before: Make) -> None:
    calendar.show_rests([rest_before(0, 30), rest_before(1, 300)], TODAY)
    assert calendar.radius(TODAY) == calendar.radius(TODAY - timedelta(days=1))


def test_dots_are_painted_and_today_is_ringed(calendar: Calendar, rest_before: Make) -> None:
    calendar.show_rests([rest_before(0), rest_before(8)], TODAY)
    QApplication.processEvents()
    image = calendar.grab().toImage()

    def color(days: int, right: float = 0) -> str:
        center = calendar.center(TODAY - timedelta(days=days)).toPoint()
        return str(image.pixelColor(center + QPoint(round(right), 0)).name())

    assert color(0) == color(8) == MORNING.bar.name()
    assert color(9) != MORNING.bar.name()
    ring = [color(0, BIGGEST + step) for step in (1, 2)]
    assert MORNING.ink.name() in ring
    assert MORNING.ink.name() not in [color(8, BIGGEST + step) for step in (1, 2)]


def test_the_ring_round_today_has_room(calendar: Calendar) -> None:
    calendar.show_rests([], TODAY)
    assert calendar.center(TODAY).x() + BIGGEST + 3 <= calendar.width()


def test_it_tells_screen_readers_how_many_days(calendar: Calendar, rest_before: Make) -> None:
    rests = [rest_before(0), rest_before(0, hour=9), rest_before(50), rest_before(500)]
    calendar.show_rests(rests, TODAY)
    assert calendar.accessibleName() == "Calendar of the last 12 weeks"
    assert calendar.accessibleDescription() == "Days with a rest: 2"
