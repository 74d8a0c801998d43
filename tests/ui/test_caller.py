"""The caller hears the first input of any kind, and only while it calls."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.stand_ins import HandClock, timer_of

from constructive_rest.practice.calling import CALLS, GIVE_UP_MS
from constructive_rest.ui.caller import WIGGLE_PX, Caller


@pytest.fixture
def caller(clock: HandClock, qtbot: QtBot) -> Caller:
    made = Caller(clock.now_ms)
    made.begin()
    return made


@pytest.fixture
def widget(qtbot: QtBot, caller: Caller) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made, before_close_func=lambda _widget: caller.stop())
    made.resize(200, 200)
    made.show()
    return made


def move(widget: QWidget, x: float) -> None:
    at = QPointF(x, 50)
    none, no_key = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QMouseEvent.Type.MouseMove, at, at, none, none, no_key)
    QApplication.sendEvent(widget, event)


def test_a_key_answers(caller: Caller, widget: QWidget, qtbot: QtBot) -> None:
    with qtbot.waitSignal(caller.answered):
        QTest.keyClick(widget, Qt.Key.Key_A)
    assert not caller.calling


def test_a_click_answers_and_is_not_lost(caller: Caller, widget: QWidget, qtbot: QtBot) -> None:
    clicked: list[bool] = []
    widget.mousePressEvent = lambda _event: clicked.append(True)  # type: ignore[method-assign]
    with qtbot.waitSignal(caller.answered):
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(9, 9))
    assert clicked == [True]


def test_a_mouse_that_trembles_does_not_answer(caller: Caller, widget: QWidget) -> None:
    move(widget, 50)
    move(widget, 50 + WIGGLE_PX)
    assert caller.calling


def test_a_mouse_that_a_hand_moves_answers(caller: Caller, widget: QWidget) -> None:
    move(widget, 50)
    move(widget, 51 + WIGGLE_PX)
    assert not caller.calling


def test_a_key_that_was_held_all_along_is_no_answer(caller: Caller, widget: QWidget) -> None:
    QTest.simulateEvent(widget, True, int(Qt.Key.Key_A), Qt.KeyboardModifier.NoModifier, "a", True)
    assert caller.calling


def test_of_bells_that_a_stall_delayed_only_the_last_rings(clock: HandClock, qtbot: QtBot) -> None:
    caller = Caller(clock.now_ms)
    heard: list[float] = []
    caller.rang.connect(heard.append)
    caller.begin()
    clock.now += GIVE_UP_MS - 1
    timer_of(caller).timeout.emit()
    assert heard == [CALLS[0].loudness, CALLS[-1].loudness]
    with qtbot.waitSignal(caller.given_up):
        clock.now += 1
        timer_of(caller).timeout.emit()
    assert not caller.calling


def test_once_stopped_it_hears_and_says_nothing(
    caller: Caller, widget: QWidget, qtbot: QtBot
) -> None:
    caller.stop()
    with qtbot.assertNotEmitted(caller.answered):
        QTest.keyClick(widget, Qt.Key.Key_A)
    assert not timer_of(caller).isActive()


def test_it_tells_in_what_time_it_will_ring_next(clock: HandClock, qapp: object) -> None:
    caller = Caller(clock.now_ms)
    told: list[int | None] = []
    caller.calls_in.connect(told.append)
    caller.begin()
    for before, after in pairwise(CALLS):
        assert told[-1] == after.at_ms - before.at_ms
        clock.now += after.at_ms - before.at_ms
        timer_of(caller).timeout.emit()
    assert told[-1] is None
    caller.stop()
    assert told == [12_000, 18_000, 27_000, 40_000, None, None]
