"""Words along the plots: where they stand, and that they make room for each other."""

from collections.abc import Callable

import pyqtgraph as pg
import pytest
from PySide6.QtGui import QColor, QFontMetricsF, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from constructive_rest.ui.charts.axis import Axis, Mark
from constructive_rest.ui.charts.plot import TimePlot
from constructive_rest.ui.theme import Theme

INK, OTHER, TICK = QColor("#112233"), QColor("#AA2200"), QColor("#FF00FF")
Marked = Callable[..., Mark]


@pytest.fixture
def holder(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.resize(500, 300)
    widget.show()
    return widget


@pytest.fixture
def plot(holder: QWidget) -> TimePlot:
    made = TimePlot(holder)
    made.setGeometry(0, 0, 500, 300)
    made.set_ground(QColor("white"))
    made.set_sides(60, 80, 30)
    made.set_time(100, 199)
    made.set_values(0, 10)
    made.show()
    return made


@pytest.fixture
def mark(theme: Theme) -> Marked:
    def made(value: float, text: str, color: QColor = INK, tick: QColor | None = None) -> Mark:
        return Mark(value, text, color, theme.sans(14), tick)

    return made


def picture(plot: TimePlot) -> QImage:
    QApplication.processEvents()
    return QImage(plot.grab().toImage())


def like(one: QColor, other: QColor) -> bool:
    """The same colour, or its softened edge."""
    steps = (one.red() - other.red(), one.green() - other.green(), one.blue() - other.blue())
    return all(abs(step) < 90 for step in steps)


def rows_of(image: QImage, color: QColor) -> list[int]:
    return [
        y
        for y in range(image.height())
        if any(like(image.pixelColor(x, y), color) for x in range(image.width()))
    ]


def columns_of(image: QImage, color: QColor) -> list[int]:
    return [
        x
        for x in range(image.width())
        if any(like(image.pixelColor(x, y), color) for y in range(image.height()))
    ]


def test_words_at_the_left_end_before_the_plot(plot: TimePlot, mark: Marked) -> None:
    plot.left.show_marks([mark(0, "0"), mark(10, "10")])
    columns = columns_of(picture(plot), INK)
    assert columns
    assert max(columns) < 60
    assert min(columns) > 20


def test_words_at_the_right_begin_behind_the_plot(plot: TimePlot, mark: Marked) -> None:
    plot.right.show_marks([mark(5, "15–20")])
    columns = columns_of(picture(plot), INK)
    assert min(columns) >= 500 - 80 + 6
    assert max(columns) < 500


def test_a_word_stands_at_its_value(plot: TimePlot, mark: Marked) -> None:
    plot.left.show_marks([mark(7, "7")])
    rows = rows_of(picture(plot), INK)
    middle = (rows[0] + rows[-1]) / 2
    assert middle == pytest.approx(plot.to_pixels(150, 7).y(), abs=3)


def test_a_tick_points_to_its_day(plot: TimePlot, mark: Marked) -> None:
    plot.bottom.show_marks([mark(150, "today", INK, TICK)])
    image = picture(plot)
    assert columns_of(image, TICK) == pytest.approx([plot.to_pixels(150, 0).x()], abs=1)
    assert min(rows_of(image, INK)) > max(rows_of(image, TICK))
    words = columns_of(image, INK)
    assert (words[0] + words[-1]) / 2 == pytest.approx(plot.to_pixels(150, 0).x(), abs=2)


@pytest.mark.parametrize("apart", [0.0, 0.2, 0.5, -0.5])
def test_two_words_at_nearly_one_value_step_aside(
    plot: TimePlot, mark: Marked, apart: float
) -> None:
    after, before = mark(5 + apart, "after", INK), mark(5, "before", OTHER)
    plot.right.show_marks([after, before])
    image = picture(plot)
    upper, lower = rows_of(image, INK), rows_of(image, OTHER)
    if apart < 0:
        upper, lower = lower, upper
    middles = (upper[0] + upper[-1]) / 2, (lower[0] + lower[-1]) / 2
    line = QFontMetricsF(after.font).height()
    assert middles[1] - middles[0] == pytest.approx(line, abs=2)
    assert sum(middles) / 2 == pytest.approx(plot.to_pixels(100, 5 + apart / 2).y(), abs=3)


def test_two_words_that_are_apart_stay_where_they_are(plot: TimePlot, mark: Marked) -> None:
    plot.right.show_marks([mark(8, "after", INK), mark(2, "after", OTHER)])
    image = picture(plot)
    for color, value in ((INK, 8), (OTHER, 2)):
        rows = rows_of(image, color)
        middle = (rows[0] + rows[-1]) / 2
        assert middle == pytest.approx(plot.to_pixels(100, value).y(), abs=3)


def test_it_paints_without_a_recorded_picture(
    plot: TimePlot, mark: Marked, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("painted by way of a QPicture")

    monkeypatch.setattr(pg.AxisItem, "drawPicture", refused)
    plot.left.show_marks([mark(5, "5")])
    assert rows_of(picture(plot), INK)
    assert isinstance(plot.left, Axis)
