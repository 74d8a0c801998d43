"""The overview's own behaviour: large text, scrolling, what the range changes."""

from collections.abc import Callable
from datetime import date
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLabel, QListView, QWidget
from pytestqt.qtbot import QtBot

from constructive_rest.history.record import Rest
from constructive_rest.settings import ThemeChoice
from constructive_rest.ui import fonts
from constructive_rest.ui.history.overview import Overview
from constructive_rest.ui.theme import Theme

Make = Callable[..., Rest]
TODAY = date(2026, 6, 13)
NOTE = "The left hip let go near the end, slowly, and the street was far away. " * 12


def shown(qtbot: QtBot, theme: Theme, rests: list[Rest], width: int, height: int) -> Overview:
    widget = Overview(theme)
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show_rests(rests, TODAY)
    widget.show()
    QApplication.processEvents()
    return widget


def part(overview: Overview, name: str) -> QWidget:
    found = overview.findChild(QWidget, name)
    assert isinstance(found, QWidget), f"no {name}"
    return found


@pytest.fixture
def month(rest_before: Make) -> list[Rest]:
    return [
        rest_before(days, ease_before=4, ease_after=6, note=NOTE if days == 2 else "")
        for days in range(29, -1, -1)
    ]


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.6])
@pytest.mark.parametrize(("width", "height"), [(728, 600), (1184, 800), (1824, 1080)])
def test_parts_keep_clear_of_each_other_with_large_text(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    month: list[Rest],
    scale: float,
    width: int,
    height: int,
) -> None:
    fonts.load_fonts()
    monkeypatch.setattr(fonts, "system_scale", lambda: scale)
    overview = shown(qtbot, Theme(), month, width, height)
    content = overview.widget()
    assert content is not None
    direct = [child for child in content.children() if isinstance(child, QWidget)]
    for one, other in combinations(direct, 2):
        assert not one.geometry().intersects(other.geometry()), (one, other)
    for label in overview.findChildren(QLabel):
        if label.isVisible() and label.text():
            assert label.width() >= label.sizeHint().width() - 1, label.text()
            ink = label.fontMetrics().tightBoundingRect(label.text())
            assert label.height() >= ink.height(), label.text()


def test_a_full_window_needs_no_scrolling(qtbot: QtBot, theme: Theme, month: list[Rest]) -> None:
    assert shown(qtbot, theme, month, 1184, 800).verticalScrollBar().maximum() == 0
    assert shown(qtbot, theme, month, 1824, 1080).verticalScrollBar().maximum() == 0


def test_a_low_window_scrolls_rather_than_squeezes(
    qtbot: QtBot, theme: Theme, month: list[Rest]
) -> None:
    overview = shown(qtbot, theme, month, 1184, 600)
    assert overview.verticalScrollBar().maximum() > 0
    assert part(overview, "history_chart").height() > 430


def test_stacked_the_list_has_no_scroll_bar_of_its_own_and_grows_with_a_note(
    qtbot: QtBot, theme: Theme, month: list[Rest]
) -> None:
    overview = shown(qtbot, theme, month, 728, 600)
    rows = part(overview, "history_list")
    assert isinstance(rows, QListView)
    assert rows.verticalScrollBar().maximum() == 0
    content = overview.widget()
    assert content is not None
    page, before = content.height(), rows.height()
    rows.setCurrentIndex(rows.model().index(2, 0))
    QApplication.processEvents()
    assert rows.height() > before
    assert content.height() - page == rows.height() - before
    assert rows.verticalScrollBar().maximum() == 0


def test_side_by_side_the_list_scrolls_inside(
    qtbot: QtBot, theme: Theme, month: list[Rest]
) -> None:
    overview = shown(qtbot, theme, month, 1184, 800)
    rows = part(overview, "history_list")
    assert isinstance(rows, QListView)
    assert rows.verticalScrollBar().maximum() > 0
    chart = part(overview, "history_chart")
    assert rows.mapTo(overview, QPoint(0, rows.height())).y() <= 800 - 40
    assert rows.geometry().left() > chart.geometry().right()


def test_figures_stay_with_the_fortnight_whatever_the_range(
    qtbot: QtBot, theme: Theme, month: list[Rest]
) -> None:
    overview = shown(qtbot, theme, month, 1184, 800)
    before = part(overview, "figure_rests").accessibleName()
    QTest.mouseClick(part(overview, "range_year"), Qt.MouseButton.LeftButton)
    assert part(overview, "figure_rests").accessibleName() == before
    assert before.startswith("Rests this fortnight: 14")


def test_the_description_follows_the_range(qtbot: QtBot, theme: Theme, rest_before: Make) -> None:
    overview = shown(qtbot, theme, [rest_before(40, 25)], 1184, 800)
    chart = part(overview, "history_chart")
    assert chart.accessibleDescription() == "No rests in this time."
    QTest.mouseClick(part(overview, "range_three_months"), Qt.MouseButton.LeftButton)
    assert "25 min" in chart.accessibleDescription()


def test_both_scroll_bars_take_the_colours_of_the_light(
    qtbot: QtBot, theme: Theme, month: list[Rest]
) -> None:
    overview = shown(qtbot, theme, month, 1184, 800)
    rows = part(overview, "history_list")
    assert isinstance(rows, QAbstractScrollArea)
    bars = rows.verticalScrollBar(), overview.verticalScrollBar()
    morning = [bar.styleSheet() for bar in bars]
    theme.choose(ThemeChoice.DUSK, motion=False)
    for before, bar in zip(morning, bars, strict=True):
        assert bar.styleSheet() != before
        assert theme.palette.soft_edge.name() in bar.styleSheet()


def test_the_list_fades_where_it_goes_on(qtbot: QtBot, theme: Theme, month: list[Rest]) -> None:
    overview = shown(qtbot, theme, month, 1184, 800)
    rows = part(overview, "history_list")
    assert isinstance(rows, QListView)

    def plain(y: int) -> bool:
        image = rows.grab().toImage()
        ground = theme.palette.ground
        return all(
            abs(image.pixelColor(x, y).lightness() - ground.lightness()) <= 12
            for x in range(10, 330)
        )

    assert plain(rows.height() - 1)
    rows.verticalScrollBar().setValue(13)
    assert plain(0)
