"""Before the first rest: a sky, the way of the sun, and one thing to do."""

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.stand_ins import INK, HandRenderer, count_near

from constructive_rest.practice.setup import Arms, Setup
from constructive_rest.settings import Settings, ThemeChoice
from constructive_rest.ui import fonts
from constructive_rest.ui.history.empty import EmptyHistory
from constructive_rest.ui.palette import MORNING
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.rail import Rail

SIZES = [(800, 600), (1000, 640), (1280, 800), (1920, 1080)]


def shown(qtbot: QtBot, theme: Theme, size: tuple[int, int]) -> EmptyHistory:
    renderer = HandRenderer(Path("none"))
    widget = EmptyHistory(theme, renderer, Settings())
    qtbot.addWidget(widget)
    widget.resize(*size)
    widget.show()
    return widget


@pytest.fixture
def large_text(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Theme:
    fonts.load_fonts()
    monkeypatch.setattr(fonts, "system_scale", lambda: 1.6)
    theme = Theme()
    theme.choose(ThemeChoice.MORNING, motion=False)
    return theme


def parts(widget: EmptyHistory) -> list[QRect]:
    return [
        child.geometry()
        for child in widget.children()
        if isinstance(child, QWidget) and child.isVisible()
    ]


def floor_of(image: QImage) -> int:
    """The first row, from below, that is not plain ground."""
    rows = range(image.height() - 1, 0, -1)
    return next(y for y in rows if image.pixelColor(2, y) != MORNING.ground)


@pytest.mark.parametrize("size", SIZES)
def test_nothing_overlaps_or_leaves_the_window(
    qtbot: QtBot, theme: Theme, size: tuple[int, int]
) -> None:
    widget = shown(qtbot, theme, size)
    for one, other in pairwise(sorted(parts(widget), key=QRect.top)):
        assert not one.intersects(other)
    stage = QRect(Rail.width_in(size[0]), 0, size[0] - Rail.width_in(size[0]), size[1])
    assert all(stage.contains(part) for part in parts(widget))


@pytest.mark.parametrize("size", SIZES)
def test_large_text_pushes_the_floor_up_rather_than_the_button_out(
    qtbot: QtBot, large_text: Theme, size: tuple[int, int]
) -> None:
    widget = shown(qtbot, large_text, size)
    assert all(widget.rect().contains(part) for part in parts(widget))
    floor = floor_of(widget.grab().toImage())
    begin = widget.findChild(QWidget, "begin_first")
    assert begin is not None
    assert floor < begin.geometry().top()
    labels = [label for label in widget.findChildren(QLabel) if label.text() != "History"]
    assert all(label.geometry().top() > floor for label in labels)


def test_the_arc_is_thin_has_a_gap_between_phases_and_ends_on_the_floor(
    qtbot: QtBot, theme: Theme
) -> None:
    image = shown(qtbot, theme, (1280, 800)).grab().toImage()
    floor = floor_of(image)
    assert floor == pytest.approx(480, abs=2)
    middle = (96 + 1280) // 2
    top = next(y for y in range(90, floor) if darker(image, QPoint(middle, y)))
    assert top == pytest.approx(128, abs=2)
    drawn = [darker(image, QPoint(1114, y)) for y in range(floor - 12, floor - 3)]
    assert all(drawn)


def darker(image: QImage, point: QPoint) -> bool:
    """Whether a point is darker than the sky beside it."""
    here, beside = image.pixelColor(point), image.pixelColor(30, point.y())
    return beside.lightness() - here.lightness() > 10


def test_the_sun_waits_at_the_left_end_half_below_the_horizon(qtbot: QtBot, theme: Theme) -> None:
    image = shown(qtbot, theme, (1280, 800)).grab().toImage()
    suns = [
        (x, y)
        for x in range(96, 1280)
        for y in range(400, 520)
        if image.pixelColor(x, y) == QColor(MORNING.sun)
    ]
    columns, rows = [x for x, _ in suns], [y for _, y in suns]
    assert max(columns) < (96 + 1280) / 2
    assert max(rows) < 481
    assert max(columns) - min(columns) == pytest.approx(25, abs=3)
    assert max(rows) - min(rows) == pytest.approx(12, abs=3)


def test_the_figure_lies_on_the_floor_as_it_is_chosen_to(
    qtbot: QtBot, theme: Theme, renderer: HandRenderer
) -> None:
    widget = EmptyHistory(theme, renderer, Settings(body="oak"))
    qtbot.addWidget(widget)
    widget.resize(1280, 800)
    assert renderer.asked == [], "drawn for nobody"
    widget.show()
    assert renderer.asked[-1].body == "oak"
    widget.show_settings(Settings(body="reed", setup=Setup(arms=Arms.SIDES)))
    scene = renderer.asked[-1]
    assert (scene.pose, scene.body, scene.setup.arms) == ("side", "reed", Arms.SIDES)
    renderer.finish(scene)
    assert count_near(widget, INK) > 10_000
