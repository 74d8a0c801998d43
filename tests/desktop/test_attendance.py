"""Screen and media key follow a rest together."""

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot
from tests.desktop.screens import AtOnce, Screen

from constructive_rest.desktop.attendance import Attendance
from constructive_rest.desktop.awake import Awake


class Keys(QObject):
    """A media key that only the test presses."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.told: list[object] = []

    def begin(self) -> None:
        self.told.append("begin")

    def show(self, *, paused: bool) -> None:
        self.told.append(paused)

    def end(self) -> None:
        self.told.append("end")


class Room:
    """Someone's rest, with its screen and its key."""

    def __init__(self) -> None:
        self.screen, self.opened, self.keys = Screen(), 0, Keys()
        self.attendance = Attendance(Awake(self.screen.take_hold, AtOnce()), self.open_keys)

    def open_keys(self) -> Keys:
        self.opened += 1
        return self.keys


@pytest.fixture
def room(qapp: object) -> Room:
    return Room()


def test_both_are_taken_at_the_beginning_and_given_back_at_the_end(room: Room) -> None:
    room.attendance.begin()
    room.attendance.end()
    assert room.screen.asked == ["hold", "release"]
    assert room.keys.told == ["begin", "end"]


def test_a_pause_is_shown_and_so_is_going_on(room: Room) -> None:
    room.attendance.begin()
    room.attendance.pause()
    room.attendance.resume()
    assert room.keys.told == ["begin", True, False]


def test_the_key_is_opened_at_the_first_rest_and_once(room: Room) -> None:
    assert room.opened == 0
    for _ in range(2):
        room.attendance.begin()
        room.attendance.end()
    assert room.opened == 1


def test_presses_and_what_the_screen_does_are_passed_on(room: Room, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.attendance.held):
        room.attendance.begin()
    with qtbot.waitSignal(room.attendance.pressed):
        room.keys.pressed.emit()


def test_without_a_rest_there_is_nothing_to_give_back(room: Room) -> None:
    room.attendance.pause()
    room.attendance.resume()
    room.attendance.close()
    assert room.opened == 0
    assert room.keys.told == []
