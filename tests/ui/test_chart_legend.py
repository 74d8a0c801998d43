"""What the marks mean is shown with the marks themselves."""

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from constructive_rest.settings import ThemeChoice
from constructive_rest.ui.charts.legend import EaseLegend
from constructive_rest.ui.palette import DUSK, MORNING, Palette
from constructive_rest.ui.theme import Theme


@pytest.fixture
def legend(qtbot: QtBot, theme: Theme) -> EaseLegend:
    widget = EaseLegend(theme)
    qtbot.addWidget(widget)
    widget.resize(420, 20)
    return widget


def columns_of(legend: EaseLegend, color: QColor) -> list[int]:
    image = legend.grab().toImage()
    return [
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) == color for y in range(image.height()))
    ]


def test_a_ring_comes_first_then_a_disc(legend: EaseLegend) -> None:
    rings, discs = columns_of(legend, MORNING.before), columns_of(legend, MORNING.after)
    assert max(rings) < min(discs)
    assert max(rings) - min(rings) < 14


def test_lines_are_explained_once_there_are_any(legend: EaseLegend) -> None:
    without = max(columns_of(legend, MORNING.before))
    legend.show_medians(shown=True)
    assert max(columns_of(legend, MORNING.before)) > without + 100
    legend.show_medians(shown=False)
    assert max(columns_of(legend, MORNING.before)) == without


@pytest.mark.parametrize(
    ("choice", "colors"), [(ThemeChoice.MORNING, MORNING), (ThemeChoice.DUSK, DUSK)]
)
def test_it_wears_the_colours_of_the_light(
    legend: EaseLegend, theme: Theme, choice: ThemeChoice, colors: Palette
) -> None:
    theme.choose(choice, motion=False)
    assert columns_of(legend, colors.before)
    assert columns_of(legend, colors.after)
