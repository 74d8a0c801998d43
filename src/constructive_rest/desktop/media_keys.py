"""The play/pause key of a keyboard or headset, heard while another window is in front."""

import sys
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance


class MediaKeys(Protocol):
    """Listens from `begin` to `end`."""

    @property
    def pressed(self) -> SignalInstance:
        """Emitted when the key is pressed."""

    def begin(self) -> None:
        """Listen from now on, as a player that plays."""

    def show(self, *, paused: bool) -> None:
        """Tell the system which of the two it is."""

    def end(self) -> None:
        """Listen no more."""


class NoMediaKeys(QObject):
    """Where the system has no documented way for a program like this one, as macOS.

    With the window in front the key arrives like any other.
    """

    pressed = Signal()

    def begin(self) -> None:
        """Hear nothing."""

    def show(self, *, paused: bool) -> None:
        """Tell nobody."""

    def end(self) -> None:
        """Hear nothing still."""


def open_media_keys(platform: str = sys.platform) -> MediaKeys:
    """The way of `platform`, as in sys.platform."""
    if platform == "linux":
        from constructive_rest.desktop.mpris import MprisKeys

        return MprisKeys()
    if platform == "win32":
        from constructive_rest.desktop.hot_key import HotKey

        return HotKey()
    return NoMediaKeys()
