"""Media keys on Linux: desktops send them to whoever is a player by MPRIS 2.2 on the session bus.

https://specifications.freedesktop.org/mpris-spec/latest/
"""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import ClassInfo, Property, QObject, Signal, Slot
from PySide6.QtDBus import QDBusAbstractAdaptor, QDBusConnection, QDBusMessage

NAME = "org.mpris.MediaPlayer2.constructive_rest"
PATH = "/org/mpris/MediaPlayer2"
ROOT = "org.mpris.MediaPlayer2"
PLAYER = "org.mpris.MediaPlayer2.Player"

# PySide's own types do not know that this decorator takes what it is for.
_described = cast("Callable[[dict[str, str]], Callable[[type], type]]", ClassInfo)


@_described({"D-Bus Interface": ROOT})
class Root(QDBusAbstractAdaptor):
    """Who this player is."""

    @Property(str)
    def Identity(self) -> str:  # noqa: N802 - the specification's names
        """The name a desktop may show."""
        return "Constructive Rest"

    @Property(str)
    def DesktopEntry(self) -> str:  # noqa: N802
        """The file that describes the program to the desktop."""
        return "constructive-rest"

    @Property(bool)
    def CanQuit(self) -> bool:  # noqa: N802
        """A rest is not ended from afar."""
        return False

    @Property(bool)
    def CanRaise(self) -> bool:  # noqa: N802
        """Nor brought in front of other windows."""
        return False

    @Property(bool)
    def HasTrackList(self) -> bool:  # noqa: N802
        """There is one rest."""
        return False


@_described({"D-Bus Interface": PLAYER})
class Player(QDBusAbstractAdaptor):
    """A player with one key.

    `ask` takes whether the rest should be paused, None: whatever it is not. It is no signal, for
    an adaptor's signals go out on the bus.
    """

    def __init__(self, parent: QObject, ask: Callable[[bool | None], None]) -> None:
        super().__init__(parent)
        self.paused = False
        self._ask = ask

    @Property(str)
    def PlaybackStatus(self) -> str:  # noqa: N802
        """Whether time runs."""
        return "Paused" if self.paused else "Playing"

    @Property(bool)
    def CanControl(self) -> bool:  # noqa: N802
        """The key is heard."""
        return True

    @Property(bool)
    def CanPlay(self) -> bool:  # noqa: N802
        """A paused rest goes on."""
        return True

    @Property(bool)
    def CanPause(self) -> bool:  # noqa: N802
        """A rest can be paused."""
        return True

    @Slot()
    def PlayPause(self) -> None:  # noqa: N802
        """The one key."""
        self._ask(None)

    @Slot()
    def Play(self) -> None:  # noqa: N802
        """Go on, where it is paused."""
        self._ask(False)

    @Slot()
    def Pause(self) -> None:  # noqa: N802
        """Pause, where time runs."""
        self._ask(True)


class MprisKeys(QObject):
    """A player for as long as a rest lasts; without a session bus it hears nothing."""

    pressed = Signal()

    def __init__(self, bus: QDBusConnection | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = bus
        self._root = Root(self)
        self._player = Player(self, self._take)
        self._there = False

    def begin(self) -> None:
        """Be a player that plays."""
        bus = self._connected()
        self._player.paused = False
        self._there = bus.registerObject(PATH, self) and bus.registerService(NAME)

    def show(self, *, paused: bool) -> None:
        """Tell the desktop, which may show it."""
        if not self._there or paused == self._player.paused:
            return
        self._player.paused = paused
        changed = QDBusMessage.createSignal(
            PATH, "org.freedesktop.DBus.Properties", "PropertiesChanged"
        )
        status = {"PlaybackStatus": "Paused" if paused else "Playing"}
        changed.setArguments([PLAYER, status, []])
        self._connected().send(changed)

    def end(self) -> None:
        """Be no player any more."""
        if self._there:
            self._connected().unregisterService(NAME)
            self._connected().unregisterObject(PATH)
            self._there = False

    def _connected(self) -> QDBusConnection:
        if self._bus is None:
            self._bus = QDBusConnection.sessionBus()
        return self._bus

    def _take(self, pause: bool | None) -> None:
        if pause is None or pause != self._player.paused:
            self.pressed.emit()
