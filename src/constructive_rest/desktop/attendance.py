"""What the desktop does for someone on the floor: the screen stays on, the media key is heard."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from constructive_rest.desktop.awake import Awake
from constructive_rest.desktop.media_keys import MediaKeys


class Attendance(QObject):
    """From `begin` to `end`; `held` carries whether the screen stays on, `pressed` nothing.

    `open_keys` loads the way to the media key, and is called at the first rest.
    """

    held = Signal(bool)
    pressed = Signal()

    def __init__(
        self, awake: Awake, open_keys: Callable[[], MediaKeys], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._awake = awake
        self._awake.held.connect(self.held)
        self._open_keys = open_keys
        self._keys: MediaKeys | None = None

    def begin(self) -> None:
        """Someone lies down."""
        self._awake.begin()
        if self._keys is None:
            self._keys = self._open_keys()
            self._keys.pressed.connect(self.pressed)
        self._keys.begin()

    def pause(self) -> None:
        """Time stands still."""
        self._awake.pause()
        if self._keys is not None:
            self._keys.show(paused=True)

    def resume(self) -> None:
        """Time goes on."""
        self._awake.begin()
        if self._keys is not None:
            self._keys.show(paused=False)

    def end(self) -> None:
        """The rest is over."""
        self._awake.end()
        if self._keys is not None:
            self._keys.end()

    def close(self) -> None:
        """Let go of everything and wait until the system knows."""
        self.end()
        self._awake.close()
