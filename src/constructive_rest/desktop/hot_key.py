"""The media key on Windows: a hot key of the system's, for as long as a rest lasts.

RegisterHotKey and WM_HOTKEY are documented for winuser.h; another player that holds the key first
keeps it, and then it is heard here only with the window in front.
"""

import ctypes
from typing import Protocol

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal

VK_MEDIA_PLAY_PAUSE = 0xB3
MOD_NOREPEAT = 0x4000
WM_HOTKEY = 0x0312
_ID = 0x43  # within 0x0000–0xBFFF, as applications may choose


class User32(Protocol):
    """The two calls of user32.dll."""

    def RegisterHotKey(  # noqa: N802
        self, window: None, number: int, modifiers: int, key: int, /
    ) -> int:
        """Not 0 where the key is ours now."""

    def UnregisterHotKey(self, window: None, number: int, /) -> int:  # noqa: N802
        """Give it back."""


class Message(ctypes.Structure):
    """The beginning of MSG."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("w_param", ctypes.c_size_t),
        ("l_param", ctypes.c_ssize_t),
    )


class _Listener(QAbstractNativeEventFilter):
    def __init__(self, owner: "HotKey") -> None:
        super().__init__()
        self._owner = owner

    def nativeEventFilter(  # noqa: N802
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        """Hear the hot key among all messages of the thread."""
        if QByteArray(kind).data() in (b"windows_generic_MSG", b"windows_dispatcher_MSG"):
            told = Message.from_address(int(message))
            if told.message == WM_HOTKEY and told.w_param == _ID:
                self._owner.pressed.emit()
                return True, 0
        return False, 0


class HotKey(QObject):
    """The play/pause key as a hot key."""

    pressed = Signal()

    def __init__(self, user32: User32 | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._user32 = user32
        self._listener = _Listener(self)
        self._held = False

    def begin(self) -> None:
        """Ask for the key."""
        if self._held:
            return
        calls = self._calls()
        self._held = bool(calls.RegisterHotKey(None, _ID, MOD_NOREPEAT, VK_MEDIA_PLAY_PAUSE))
        application = QCoreApplication.instance()
        if self._held and application is not None:
            application.installNativeEventFilter(self._listener)

    def show(self, *, paused: bool) -> None:
        """Windows shows nothing of it."""

    def end(self) -> None:
        """Give the key back."""
        if not self._held:
            return
        self._held = False
        self._calls().UnregisterHotKey(None, _ID)
        application = QCoreApplication.instance()
        if application is not None:
            application.removeNativeEventFilter(self._listener)

    def _calls(self) -> User32:
        if self._user32 is None:
            self._user32 = ctypes.CDLL("user32")
        return self._user32
