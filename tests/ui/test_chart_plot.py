"""One plot: its reach, its edges, and what lies in it by the pixel."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from constructive_rest.ui.charts.layers import BAR_MIN_HEIGHT, Bar, Bars
from constructive_rest.ui.charts.plot import EDGE, TimePlot

WHITE, INK, BAND = QColor("white"), QColor("#102030"), QColor("#F0E0C0")
WIDTH, HEIGHT = 440, 220


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(WIDTH, 2 * HEIGHT)
    widget.show()
    return widget


@pytest.fixture
def plot(holder: QWidget) -> TimePlot:
    made = TimePlot(holder)
    made.setGeometry(0, 0, WIDTH, HEIGHT)
    made.set_ground(WHITE)
    made.set_sides(20, 20, 20)
    made.set_time(0, 9)
    made.set_values(0, 10)
    made.show()
    return made


def picture(plot: TimePlot) -> QImage:
    QApplication.processEvents()
    return QImage(plot.grab().toImage())


def at(plot: TimePlot, place: float, value: float) -> QPoint:
    return QPoint(plot.to_pixels(place, value).toPoint())


def test_every_day_has_the_same_room_and_half_of_one_is_left_at_the_ends(plot: TimePlot) -> None:
    picture(plot)
    assert plot.plot_width() == WIDTH - 40
    assert at(plot, 0, 0).x() == 20 + 20
    assert at(plot, 9, 0).x() == WIDTH - 20 - 20


def test_marks_at_the_ends_of_a_scale_have_room(plot: TimePlot) -> None:
    picture(plot)
    assert at(plot, 0, 10).y() == pytest.approx(EDGE, abs=1)
    assert at(plot, 0, 0).y() == pytest.approx(HEIGHT - 20 - EDGE, abs=1)


def test_many_days_keep_that_room_at_the_sides_too(plot: TimePlot) -> None:
    plot.set_time(0, 3650)
    picture(plot)
    assert at(plot, 0, 0).x() == pytest.approx(20 + EDGE, abs=1)
    assert at(plot, 3650, 0).x() == pytest.approx(WIDTH - 20 - EDGE, abs=1)


def test_a_smaller_foot_stands_lower(plot: TimePlot) -> None:
    plot.set_values(0, 10, foot=1)
    picture(plot)
    assert at(plot, 0, 0).y() == pytest.approx(HEIGHT - 20 - 1, abs=1)


def test_a_follower_keeps_the_days_in_line_when_either_changes(
    plot: TimePlot, holder: QWidget
) -> None:
    lower = TimePlot(holder)
    lower.set_sides(20, 20, 20)
    lower.set_values(0, 10)
    lower.setGeometry(0, HEIGHT, WIDTH, HEIGHT)
    lower.follow(plot)
    lower.show()
    for first, last, width in ((0, 9, WIDTH), (50, 350, WIDTH), (50, 350, 300)):
        plot.set_time(first, last)
        plot.resize(width, HEIGHT)
        lower.resize(width, HEIGHT)
        QApplication.processEvents()
        for day in (first, (first + last) // 2, last):
            assert at(plot, day, 0).x() == at(lower, day, 0).x()


def test_grid_lines_are_one_crisp_pixel(plot: TimePlot) -> None:
    plot.grid.show_lines((0, 5, 10), INK)
    image = picture(plot)
    column = [image.pixelColor(WIDTH // 2, y) for y in range(HEIGHT)]
    dark = [y for y, color in enumerate(column) if color == INK]
    assert dark == pytest.approx([at(plot, 0, value).y() for value in (10, 5, 0)], abs=1)
    assert set(map(QColor.name, column)) == {INK.name(), WHITE.name()}


def test_the_band_ends_where_its_values_are(plot: TimePlot) -> None:
    plot.grid.show_band((4, 6), BAND)
    image = picture(plot)
    for value, inside in ((3.8, False), (4.2, True), (5.8, True), (6.2, False)):
        point = at(plot, 4, value)
        assert (image.pixelColor(point) == BAND) == inside, value
    plot.grid.show_band(None, BAND)
    assert picture(plot).pixelColor(at(plot, 4, 5)) == WHITE


def bars_in(plot: TimePlot, bars: list[Bar], widest: float = 12, radius: float = 4) -> Bars:
    layer = Bars(plot.box)
    layer.show_bars(bars, 1.0, widest, radius)
    return layer


def test_a_bar_is_as_wide_as_asked_and_never_wider_than_its_day_allows(plot: TimePlot) -> None:
    layer = bars_in(plot, [Bar(4, 5, INK)])
    image, y = picture(plot), at(plot, 4, 2).y()
    assert sum(image.pixelColor(x, y) == INK for x in range(WIDTH)) in (11, 12)
    layer.show_bars([Bar(4, 5, INK)], 1.0, 400, 4)
    image = picture(plot)
    assert sum(image.pixelColor(x, y) == INK for x in range(WIDTH)) in (23, 24)


def test_a_few_seconds_are_still_seen(plot: TimePlot) -> None:
    bars_in(plot, [Bar(4, 0.001, INK)])
    image, x = picture(plot), at(plot, 4, 0).x()
    column = [image.pixelColor(x, y) for y in range(HEIGHT)]
    assert sum(color != WHITE for color in column) >= BAR_MIN_HEIGHT


def test_a_top_is_round_and_a_foot_is_square(plot: TimePlot) -> None:
    bars_in(plot, [Bar(4, 8, INK)], widest=16, radius=6)
    image = picture(plot)
    top, foot = at(plot, 4, 8), at(plot, 4, 0)
    assert image.pixelColor(top + QPoint(0, 2)) == INK
    assert image.pixelColor(top + QPoint(-7, 1)) != INK
    assert image.pixelColor(foot + QPoint(-6, -2)) == INK
    assert image.pixelColor(foot + QPoint(6, -2)) == INK


def test_bars_follow_when_the_plot_changes_its_size(plot: TimePlot) -> None:
    bars_in(plot, [Bar(4, 8, INK)])
    picture(plot)
    plot.resize(300, 150)
    image = picture(plot)
    assert image.pixelColor(at(plot, 4, 4)) == INK
    assert image.pixelColor(at(plot, 5.5, 4)) == WHITE


def test_new_items_take_the_place_of_the_old(plot: TimePlot) -> None:
    first = Bars(plot.box)
    plot.show_items([])
    assert plot.box.addedItems == []
    assert first.parentItem() is plot.box, "layers stay"
