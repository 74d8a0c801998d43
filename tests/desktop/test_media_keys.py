"""The media key reaches the rest by each system's own way."""

import ctypes
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from pytestqt.qtbot import QtBot

from constructive_rest.desktop.hot_key import (
    _ID,
    MOD_NOREPEAT,
    VK_MEDIA_PLAY_PAUSE,
    WM_HOTKEY,
    HotKey,
    Message,
)
from constructive_rest.desktop.media_keys import NoMediaKeys, open_media_keys
from constructive_rest.desktop.mpris import NAME, PATH, PLAYER, ROOT, MprisKeys

needs_bus = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-daemon") is None, reason="no session bus here"
)


@pytest.fixture
def bus(tmp_path: Path, qapp: object) -> Iterator[str]:
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address",
         f"--address=unix:path={tmp_path}/bus"],
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert daemon.stdout is not None
    yield daemon.stdout.readline().strip()
    for name in ("ours", "theirs"):
        QDBusConnection.disconnectFromBus(name)
    daemon.kill()
    daemon.communicate()


@pytest.fixture
def keys(bus: str) -> MprisKeys:
    made = MprisKeys(QDBusConnection.connectToBus(bus, "ours"))
    made.begin()
    return made


@pytest.fixture
def desktop(bus: str) -> QDBusConnection:
    return QDBusConnection.connectToBus(bus, "theirs")


def send(desktop: QDBusConnection, method: str) -> None:
    desktop.send(QDBusMessage.createMethodCall(NAME, PATH, PLAYER, method))


@needs_bus
def test_the_desktop_presses_play_pause(
    keys: MprisKeys, desktop: QDBusConnection, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(keys.pressed):
        send(desktop, "PlayPause")


@needs_bus
def test_play_does_nothing_while_time_runs_and_pause_does(
    keys: MprisKeys, desktop: QDBusConnection, qtbot: QtBot
) -> None:
    heard: list[str] = []
    keys.pressed.connect(lambda: heard.append("pressed"))
    send(desktop, "Play")
    with qtbot.waitSignal(keys.pressed):
        send(desktop, "Pause")
    assert heard == ["pressed"]
    keys.show(paused=True)
    with qtbot.waitSignal(keys.pressed):
        send(desktop, "Play")


@needs_bus
def test_the_desktop_can_ask_who_it_is_and_whether_time_runs(keys: MprisKeys, bus: str) -> None:
    told = ask_from_outside(bus, ROOT, "Identity"), ask_from_outside(bus, PLAYER, "PlaybackStatus")
    assert "Constructive Rest" in told[0]
    assert "Playing" in told[1]


def ask_from_outside(bus: str, interface: str, name: str) -> str:
    """What another process is answered, while this one goes through its events."""
    from PySide6.QtCore import QEventLoop, QProcess

    process, loop = QProcess(), QEventLoop()
    process.finished.connect(loop.quit)
    process.start(
        "dbus-send",
        [f"--bus={bus}", "--print-reply", f"--dest={NAME}", PATH,
         "org.freedesktop.DBus.Properties.Get", f"string:{interface}", f"string:{name}"],
    )  # fmt: skip
    loop.exec()
    return bytes(process.readAllStandardOutput().data()).decode()


@needs_bus
def test_after_the_rest_nobody_is_there(
    keys: MprisKeys, desktop: QDBusConnection, qtbot: QtBot
) -> None:
    keys.end()
    keys.end()
    registered = desktop.interface().isServiceRegistered(NAME)
    assert registered.value() is False
    keys.begin()
    with qtbot.waitSignal(keys.pressed):
        send(desktop, "PlayPause")


def test_without_a_bus_nothing_is_heard_and_nothing_fails(qapp: object) -> None:
    keys = MprisKeys(QDBusConnection("never connected"))
    keys.begin()
    keys.show(paused=True)
    keys.end()


class User32:
    """Remembers what was asked; `free` is whether the key is to be had."""

    def __init__(self, *, free: bool = True) -> None:
        self.free = free
        self.asked: list[tuple[object, ...]] = []

    def RegisterHotKey(self, *what: object) -> int:  # noqa: N802
        self.asked.append(what)
        return int(self.free)

    def UnregisterHotKey(self, *what: object) -> int:  # noqa: N802
        self.asked.append(what)
        return 1


def test_windows_lends_the_key_for_a_rest(qapp: object) -> None:
    user32 = User32()
    key = HotKey(user32)
    key.begin()
    key.begin()
    key.show(paused=True)
    key.end()
    key.end()
    assert user32.asked == [(None, _ID, MOD_NOREPEAT, VK_MEDIA_PLAY_PAUSE), (None, _ID)]


def test_a_key_that_another_player_holds_is_not_given_back(qapp: object) -> None:
    user32 = User32(free=False)
    key = HotKey(user32)
    key.begin()
    key.end()
    assert len(user32.asked) == 1


@pytest.mark.parametrize(
    ("message", "number", "heard"), [(WM_HOTKEY, _ID, 1), (WM_HOTKEY, 7, 0), (0x100, _ID, 0)]
)
def test_only_our_hot_key_is_heard(qapp: object, message: int, number: int, heard: int) -> None:
    key = HotKey(User32())
    pressed: list[bool] = []
    key.pressed.connect(lambda: pressed.append(True))
    told = Message(None, message, number, 0)
    answer = key._listener.nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(told))
    assert len(pressed) == heard
    assert answer == (bool(heard), 0)
    assert key._listener.nativeEventFilter(b"xcb_generic_event_t", 0) == (False, 0)


@pytest.mark.parametrize(
    ("platform", "kind"), [("linux", MprisKeys), ("win32", HotKey), ("darwin", NoMediaKeys)]
)
def test_each_system_has_its_own_way(qapp: object, platform: str, kind: type) -> None:
    assert isinstance(open_media_keys(platform), kind)


def test_where_there_is_no_way_nothing_happens(qapp: object) -> None:
    keys = NoMediaKeys()
    keys.begin()
    keys.show(paused=True)
    keys.end()
