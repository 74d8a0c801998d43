"""Eleven circles, none chosen beforehand, every answer optional and taken back at will."""

import itertools
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.ui.stand_ins import count_near

from constructive_rest.ui.palette import MORNING
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.ease_scale import EaseScale

LOW, HIGH = "not at all", "completely"


@pytest.fixture
def scale(theme: Theme, qtbot: QtBot) -> Iterator[EaseScale]:
    window = QWidget()
    made = EaseScale(theme, "before", LOW, HIGH, window)
    made.arrange(10, 10, 500, 36)
    window.resize(530, 110)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    yield made
    window.close()


def checked(scale: EaseScale) -> list[int]:
    return [value for value in range(11) if scale.circle(value).isChecked()]


def test_nothing_is_chosen_beforehand(scale: EaseScale) -> None:
    assert scale.value is None
    assert checked(scale) == []


@pytest.mark.parametrize("value", range(11))
def test_each_circle_is_its_value(scale: EaseScale, qtbot: QtBot, value: int) -> None:
    with qtbot.waitSignal(scale.chosen) as chosen:
        QTest.mouseClick(scale.circle(value), Qt.MouseButton.LeftButton)
    assert chosen.args == [value]
    assert scale.value == value
    assert checked(scale) == [value]


def test_another_answer_takes_the_place_of_the_first(scale: EaseScale) -> None:
    scale.circle(3).click()
    scale.circle(7).click()
    assert scale.value == 7
    assert checked(scale) == [7]


def test_the_same_circle_again_takes_the_answer_back(scale: EaseScale, qtbot: QtBot) -> None:
    scale.circle(0).click()
    with qtbot.waitSignal(scale.chosen) as chosen:
        scale.circle(0).click()
    assert chosen.args == [None]
    assert scale.value is None
    assert checked(scale) == []


def test_after_taking_back_one_may_answer_again(scale: EaseScale) -> None:
    for value in (4, 4, 5):
        scale.circle(value).click()
    assert (scale.value, checked(scale)) == (5, [5])


def test_clearing_forgets_without_a_word(scale: EaseScale, qtbot: QtBot) -> None:
    scale.circle(6).click()
    with qtbot.assertNotEmitted(scale.chosen):
        scale.clear()
    assert (scale.value, checked(scale)) == (None, [])


def test_cleared_it_can_still_be_reached_by_keyboard(scale: EaseScale) -> None:
    scale.circle(6).setFocus()
    scale.circle(6).click()
    scale.clear()
    reachable = [
        value for value in range(11) if scale.circle(value).focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert reachable


def test_circles_have_the_names_by_which_tests_find_them(scale: EaseScale) -> None:
    names = [scale.circle(value).objectName() for value in range(11)]
    assert names == [f"ease_before_{value}" for value in range(11)]


def test_only_the_ends_are_named_in_words(scale: EaseScale) -> None:
    spoken = [scale.circle(value).accessibleName() for value in range(11)]
    assert spoken[0] == f"0, {LOW}"
    assert spoken[10] == f"10, {HIGH}"
    assert spoken[1:10] == [str(value) for value in range(1, 10)]


def test_circles_stand_in_order_without_touching(scale: EaseScale) -> None:
    bodies = [
        scale.circle(value).body().translated(scale.circle(value).pos()) for value in range(11)
    ]
    assert all(a.right() < b.left() for a, b in itertools.pairwise(bodies))
    assert {round(body.width()) for body in bodies} == {36}
    assert bodies[-1].right() - bodies[0].left() == 500


def test_arrows_walk_along_the_scale(scale: EaseScale) -> None:
    scale.circle(4).setFocus()
    QTest.keyClick(scale.circle(4), Qt.Key.Key_Right)
    assert scale.circle(5).hasFocus()
    assert checked(scale) == []
    QTest.keyClick(scale.circle(5), Qt.Key.Key_Space)
    assert scale.value == 5
    QTest.keyClick(scale.circle(5), Qt.Key.Key_Left)
    assert scale.value == 4


def test_the_chosen_circle_is_filled(scale: EaseScale) -> None:
    assert count_near(scale.circle(5), MORNING.primary) == 0
    scale.circle(5).click()
    assert count_near(scale.circle(5), MORNING.primary) > 500


def tab_stops(scale: EaseScale) -> list[int]:
    circles = [scale.circle(value) for value in range(11)]
    return [one.value for one in circles if one.focusPolicy() & Qt.FocusPolicy.TabFocus]


def test_tab_stops_once_on_the_scale(scale: EaseScale) -> None:
    assert tab_stops(scale) == [0]
    scale.circle(6).click()
    assert tab_stops(scale) == [6]
    scale.circle(6).click()
    assert scale.value is None
    assert tab_stops(scale) == [0]
