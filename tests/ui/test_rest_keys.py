"""The keys of someone on the floor: any one pauses, one held ends, D tells that it hurts."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.stand_ins import HandRenderer, timer_of

from constructive_rest.practice.timeline import Timeline
from constructive_rest.settings import Settings
from constructive_rest.ui.one_button import is_plain
from constructive_rest.ui.rest_page import RestPage
from constructive_rest.ui.theme import Theme

PLAIN = (Qt.Key.Key_Space, Qt.Key.Key_A, Qt.Key.Key_Return, Qt.Key.Key_0, Qt.Key.Key_Up)
NOT_PLAIN = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Shift, Qt.Key.Key_Control)
HELD = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
)


@pytest.fixture
def underway(theme: Theme, renderer: HandRenderer, timeline: Timeline, qtbot: QtBot) -> RestPage:
    page = RestPage(theme, renderer)
    qtbot.addWidget(page)
    page.show_plan(timeline, Settings())
    page.show_underway(underway=True, paused=False)
    page.show()
    page.activateWindow()
    page.setFocus()
    return page


def key_event(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> QKeyEvent:
    return QKeyEvent(QKeyEvent.Type.KeyPress, key, held)


@pytest.mark.parametrize("key", PLAIN, ids=lambda key: key.name)
def test_any_plain_key_pauses(underway: RestPage, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(underway.pause_asked):
        QTest.keyClick(underway, key)


@pytest.mark.parametrize("key", NOT_PLAIN, ids=lambda key: key.name)
def test_keys_that_mean_something_else_do_not(
    underway: RestPage, qtbot: QtBot, key: Qt.Key
) -> None:
    with qtbot.assertNotEmitted(underway.pause_asked):
        QTest.keyClick(underway, key)


@pytest.mark.parametrize("held", HELD, ids=lambda held: held.name)
def test_with_a_modifier_no_key_is_plain(qapp: object, held: Qt.KeyboardModifier) -> None:
    assert not is_plain(key_event(Qt.Key.Key_A, held))
    assert is_plain(key_event(Qt.Key.Key_A))


def test_the_number_pad_is_plain(qapp: object) -> None:
    assert is_plain(key_event(Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier))


def test_a_key_held_down_pauses_once(underway: RestPage, qtbot: QtBot) -> None:
    held = QKeyEvent(
        QKeyEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", True
    )
    with qtbot.assertNotEmitted(underway.pause_asked):
        underway.keyPressEvent(held)


@pytest.mark.parametrize(
    "key",
    [Qt.Key.Key_MediaTogglePlayPause, Qt.Key.Key_MediaPlay, Qt.Key.Key_PageDown, Qt.Key.Key_F5],
    ids=lambda key: key.name,
)
def test_media_keys_and_presenter_remotes_pause(
    underway: RestPage, qtbot: QtBot, key: Qt.Key
) -> None:
    with qtbot.waitSignal(underway.pause_asked):
        QApplication.sendEvent(underway, key_event(key))


def test_a_key_held_for_long_ends_without_a_question(underway: RestPage, qtbot: QtBot) -> None:
    QTest.keyPress(underway, Qt.Key.Key_Space)
    with qtbot.waitSignal(underway.end_at_once), qtbot.assertNotEmitted(underway.end_asked):
        timer_of(underway._button).timeout.emit()


def test_a_key_let_go_in_time_ends_nothing(underway: RestPage) -> None:
    QTest.keyPress(underway, Qt.Key.Key_Space)
    assert timer_of(underway._button).isActive()
    QTest.keyRelease(underway, Qt.Key.Key_Space)
    assert not timer_of(underway._button).isActive()


def test_a_rest_that_is_over_cannot_be_ended_by_the_key_still_held(underway: RestPage) -> None:
    QTest.keyPress(underway, Qt.Key.Key_Space)
    underway.show_underway(underway=False, paused=False)
    assert not timer_of(underway._button).isActive()


def test_d_tells_that_something_hurts_and_does_not_pause(underway: RestPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(underway.hurts), qtbot.assertNotEmitted(underway.pause_asked):
        QTest.keyClick(underway, Qt.Key.Key_D)


def test_escape_asks_to_end(underway: RestPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(underway.end_asked), qtbot.assertNotEmitted(underway.pause_asked):
        QTest.keyClick(underway, Qt.Key.Key_Escape)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Escape], ids=lambda key: key.name)
def test_before_a_rest_there_is_nothing_to_pause_or_end(
    underway: RestPage, qtbot: QtBot, key: Qt.Key
) -> None:
    page = underway
    page.show_underway(underway=False, paused=False)
    with qtbot.assertNotEmitted(page.pause_asked), qtbot.assertNotEmitted(page.end_asked):
        QTest.keyClick(page, key)
