"""The screen stays on from Begin to the end, and no longer in a long pause."""

import pytest
from pytestqt.qtbot import QtBot
from tests.desktop.screens import AtOnce, Screen
from tests.ui.stand_ins import timer_of

from constructive_rest.desktop.awake import LONGEST_PAUSE_MS, Awake, ScreenHold


@pytest.fixture
def screen() -> Screen:
    return Screen()


@pytest.fixture
def awake(screen: Screen, qapp: object) -> Awake:
    return Awake(screen.take_hold, AtOnce())


def test_it_is_held_once_and_released_once(awake: Awake, screen: Screen) -> None:
    awake.begin()
    awake.begin()
    awake.end()
    awake.end()
    assert screen.asked == ["hold", "release"]


@pytest.mark.parametrize("willing", [True, False])
def test_it_tells_whether_the_screen_stays_on(
    awake: Awake, screen: Screen, qtbot: QtBot, willing: bool
) -> None:
    screen.willing = willing
    with qtbot.waitSignal(awake.held) as told:
        awake.begin()
    assert told.args == [willing]


def test_a_pause_of_five_minutes_lets_go_and_going_on_holds_again(
    awake: Awake, screen: Screen
) -> None:
    awake.begin()
    awake.pause()
    assert timer_of(awake).interval() == LONGEST_PAUSE_MS == 300_000
    timer_of(awake).timeout.emit()
    assert screen.asked == ["hold", "release"]
    awake.begin()
    assert screen.asked == ["hold", "release", "hold"]


def test_a_short_pause_changes_nothing(awake: Awake, screen: Screen) -> None:
    awake.begin()
    awake.pause()
    awake.begin()
    assert not timer_of(awake).isActive()
    assert screen.asked == ["hold"]


def test_closing_lets_go(awake: Awake, screen: Screen) -> None:
    awake.begin()
    awake.close()
    assert screen.asked == ["hold", "release"]


def test_closing_before_any_rest_asks_nothing(awake: Awake, screen: Screen) -> None:
    awake.close()
    assert screen.asked == []


def test_the_system_is_asked_beside_the_gui(screen: Screen, qtbot: QtBot) -> None:
    awake = Awake(screen.take_hold)
    with qtbot.waitSignal(awake.held):
        awake.begin()
    awake.close()
    assert screen.asked == ["hold", "release"]


def test_without_a_bus_the_real_hold_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    hold = ScreenHold()
    assert not hold.active
    hold.release()
