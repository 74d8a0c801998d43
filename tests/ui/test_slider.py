"""A slider goes where the pointer is, moves by keys, and tells when a change is over."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.ui.stand_ins import count_near, near

from constructive_rest.ui.palette import MORNING
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.slider import KNOB, LookSlider

LEFT, RIGHT = KNOB + 5, 200 - KNOB - 5
MIDDLE = 20


@pytest.fixture
def slider(theme: Theme, qtbot: QtBot) -> Iterator[LookSlider]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(240, 80)
    window.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made = LookSlider(theme, "Volume", window)
    made.setRange(0, 100)
    made.setGeometry(10, 10, 200, 2 * MIDDLE)
    window.show()
    window.activateWindow()
    window.setFocus()
    yield made
    window.close()


def press(slider: LookSlider, x: int) -> None:
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(x, MIDDLE))


@pytest.mark.parametrize(
    ("x", "value"), [(LEFT, 0), ((LEFT + RIGHT) // 2, 50), (RIGHT, 100), (0, 0), (199, 100)]
)
def test_it_goes_where_the_pointer_is(slider: LookSlider, x: int, value: int) -> None:
    press(slider, x)
    assert slider.value() == value


@pytest.mark.parametrize(("x", "value"), [(LEFT, 100), (RIGHT, 0)])
def test_reading_from_the_right_it_grows_to_the_left(
    slider: LookSlider, x: int, value: int
) -> None:
    slider.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    press(slider, x)
    assert slider.value() == value


def test_it_follows_the_pointer(slider: LookSlider) -> None:
    press(slider, LEFT)
    QTest.mouseMove(slider, QPoint(RIGHT, MIDDLE))
    assert slider.value() == 100


def test_a_change_is_over_when_the_pointer_lets_go(slider: LookSlider, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(slider.settled):
        press(slider, RIGHT)
    with qtbot.waitSignal(slider.settled):
        QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(RIGHT, MIDDLE))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (Qt.Key.Key_Right, 51),
        (Qt.Key.Key_Up, 51),
        (Qt.Key.Key_Left, 49),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 100),
        (Qt.Key.Key_PageUp, 60),
    ],
)
def test_keys_move_it_and_each_move_is_over(
    slider: LookSlider, qtbot: QtBot, key: Qt.Key, value: int
) -> None:
    slider.setValue(50)
    with qtbot.waitSignal(slider.settled):
        QTest.keyClick(slider, key)
    assert slider.value() == value


def test_reading_from_the_right_the_left_key_makes_it_more(slider: LookSlider) -> None:
    slider.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    slider.setValue(50)
    QTest.keyClick(slider, Qt.Key.Key_Left)
    assert slider.value() == 51


def test_a_key_that_changes_nothing_tells_nothing(slider: LookSlider, qtbot: QtBot) -> None:
    slider.setValue(100)
    with qtbot.assertNotEmitted(slider.settled):
        QTest.keyClick(slider, Qt.Key.Key_Right)


def test_a_value_set_by_the_program_is_no_change_by_hand(slider: LookSlider, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(slider.settled):
        slider.setValue(33)


@pytest.mark.parametrize("value", [0, 30, 100])
def test_the_knob_stands_where_the_value_is(slider: LookSlider, value: int) -> None:
    slider.setValue(value)
    x = round(LEFT + (RIGHT - LEFT) * value / 100)
    image = slider.grab().toImage()
    assert near(image.pixelColor(x, MIDDLE), MORNING.surface, 3)
    assert near(image.pixelColor(x, MIDDLE - KNOB + 1), MORNING.primary, 60)


def test_the_track_is_filled_up_to_the_knob(slider: LookSlider) -> None:
    slider.setValue(50)
    image = slider.grab().toImage()
    assert near(image.pixelColor(LEFT + 30, MIDDLE), MORNING.primary, 3)
    assert near(image.pixelColor(RIGHT - 30, MIDDLE), MORNING.soft_edge, 3)


def test_reading_from_the_right_the_track_is_filled_from_there(slider: LookSlider) -> None:
    slider.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    slider.setValue(50)
    image = slider.grab().toImage()
    assert near(image.pixelColor(RIGHT - 30, MIDDLE), MORNING.primary, 3)
    assert near(image.pixelColor(LEFT + 30, MIDDLE), MORNING.soft_edge, 3)


@pytest.mark.parametrize(
    ("reason", "ringed"),
    [(Qt.FocusReason.TabFocusReason, True), (Qt.FocusReason.MouseFocusReason, False)],
)
def test_only_the_keyboard_brings_a_ring(
    slider: LookSlider, reason: Qt.FocusReason, ringed: bool
) -> None:
    slider.setFocus(reason)
    assert (count_near(slider, MORNING.focus, 24) > 20) is ringed


def test_it_is_named(slider: LookSlider) -> None:
    assert slider.accessibleName() == "Volume"
