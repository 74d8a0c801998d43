"""The view from the floor: large, turned, dim, and left by the keys that brought it."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.house import House
from tests.ui.stand_ins import timer_of

from constructive_rest.settings import FLOOR_TURNS, ThemeChoice
from constructive_rest.ui.floor_view import POINTER_MS, FloorView
from constructive_rest.ui.light import Light
from constructive_rest.ui.rest_words import RestWords
from constructive_rest.ui.theme import Theme

SIZES = ((800, 600), (1280, 800), (600, 900))
DARK = 110


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> FloorView:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1280, 800)
    host.show()
    made = FloorView(theme, host)
    made.show_words(RestWords("", "00:00", ""))
    made.open(0)
    return made


def dark_box(image: QImage) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of everything darker than the sky."""
    found = [
        (x, y)
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
        if image.pixelColor(x, y).lightness() < DARK
    ]
    xs, ys = [x for x, _ in found], [y for _, y in found]
    return min(xs), min(ys), max(xs), max(ys)


@pytest.mark.parametrize("turn", FLOOR_TURNS)
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_digits_are_a_quarter_of_the_short_side_at_least(
    view: FloorView, turn: int, size: tuple[int, int]
) -> None:
    view.resize(*size)
    view.turn(turn)
    left, top, right, bottom = dark_box(view.grab().toImage())
    across = turn in (90, 270)
    stacked = across == (size[0] > size[1])
    height = (right - left if across else bottom - top) / (2 if stacked else 1)
    assert height >= min(size) / 4
    assert left > 0
    assert top > 0
    assert right < size[0] - 1
    assert bottom < size[1] - 1


def test_half_a_turn_is_the_picture_upside_down(view: FloorView) -> None:
    view.show_words(RestWords("Breath", "12:40", "Watch the breath."))
    upright = dark_box(view.grab().toImage())
    view.turn(180)
    left, top, right, bottom = dark_box(view.grab().toImage())
    turned_back = (1280 - right, 800 - bottom, 1280 - left, 800 - top)
    assert all(abs(one - other) <= 4 for one, other in zip(upright, turned_back, strict=True))


def test_a_second_repaints_the_digits_alone(view: FloorView, qtbot: QtBot) -> None:
    view.show_words(RestWords("Breath", "12:40", "Watch."))
    QApplication.processEvents()
    painted: list[int] = []
    view.paintEvent = lambda event: painted.append(event.rect().height())  # type: ignore[method-assign]
    view.show_words(RestWords("Breath", "12:39", "Watch."))
    qtbot.waitUntil(lambda: bool(painted))
    assert painted[0] < view.height() * 0.8


@pytest.mark.parametrize("choice", [ThemeChoice.MORNING, ThemeChoice.DUSK])
def test_dim_is_dark_in_every_light_and_can_still_be_read(
    view: FloorView, theme: Theme, choice: ThemeChoice
) -> None:
    theme.choose(choice, motion=False)
    view.dimmer._take(1.0)
    image = view.grab().toImage()
    lights = {image.pixelColor(x, 400).lightness() for x in range(0, 1280, 3)}
    assert min(lights) < 20
    assert 110 < max(lights) < 160


def test_a_turn_of_the_light_keeps_it_bright(view: FloorView) -> None:
    view.dimmer._wait.timeout.emit()
    view.show_light(Light(0, 1, 0.5))
    assert view.dimmer.depth == 0


def test_the_pointer_hides_and_comes_back_with_the_mouse(view: FloorView) -> None:
    assert view.cursor().shape() is Qt.CursorShape.BlankCursor
    none, no_key = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    at = QPointF(340, 300)
    move = QMouseEvent(QMouseEvent.Type.MouseMove, at, at, none, none, no_key)
    QApplication.sendEvent(view, move)
    assert view.cursor().shape() is Qt.CursorShape.ArrowCursor
    assert view._turn_button.isVisible()
    assert view._pointer.interval() == POINTER_MS
    view._pointer.timeout.emit()
    assert view.cursor().shape() is Qt.CursorShape.BlankCursor
    assert not view._turn_button.isVisible()


def test_f11_opens_and_leaves_it(house: House) -> None:
    house.begin_resting()
    QTest.keyClick(house.rest, Qt.Key.Key_F11)
    assert house.rest.floor_view.isVisible()
    assert house.rest.floor_view.size() == house.rest.size()
    QTest.keyClick(house.rest, Qt.Key.Key_F11)
    assert not house.rest.floor_view.isVisible()


def test_escape_leaves_it_and_only_then_asks(house: House) -> None:
    house.begin_resting()
    QTest.keyClick(house.rest, Qt.Key.Key_F11)
    QTest.keyClick(house.rest, Qt.Key.Key_Escape)
    assert not house.rest.floor_view.isVisible()
    assert house.questions() == []
    QTest.keyClick(house.rest, Qt.Key.Key_Escape)
    assert len(house.questions()) == 1


def test_any_other_key_pauses_in_it_too(house: House) -> None:
    house.begin_resting()
    QTest.keyClick(house.rest, Qt.Key.Key_F11)
    QTest.keyClick(house.rest, Qt.Key.Key_Space)
    assert house.text("phase") == "Paused"
    assert house.rest.floor_view.isVisible()


def test_r_turns_it_and_the_turn_is_told(house: House, qtbot: QtBot) -> None:
    house.begin_resting()
    QTest.keyClick(house.rest, Qt.Key.Key_F11)
    told: list[int] = []
    house.rest.turn_chosen.connect(told.append)
    for _ in FLOOR_TURNS:
        QTest.keyClick(house.rest, Qt.Key.Key_R)
    assert told == [90, 180, 270, 0]


def test_the_end_leaves_it(house: House) -> None:
    house.begin_resting()
    asked: list[bool] = []
    house.rest.full_screen_asked.connect(asked.append)
    QTest.keyClick(house.rest, Qt.Key.Key_F11)
    house.driver.end_early()
    assert not house.rest.floor_view.isVisible()
    assert asked == [True, False]
    assert not timer_of(house.rest.floor_view.dimmer).isActive()


def test_before_a_rest_there_is_no_such_view(house: House) -> None:
    house.window.show_page("rest")
    QTest.keyClick(house.rest, Qt.Key.Key_F11)
    assert not house.rest.floor_view.isVisible()


def test_the_window_fills_the_screen_and_is_again_as_it_was(house: House) -> None:
    house.window.fill_screen(True)
    assert house.window.isFullScreen()
    house.window.fill_screen(False)
    assert not house.window.isFullScreen()
