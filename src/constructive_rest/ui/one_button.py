"""Any plain key as one button, for a hand that cannot see: a press, and a long one."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

HOLD_MS = 2_000
"""How long a key is held to end a rest: longer than a hand lies on a key by mistake."""
_MOVING = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_LONE = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)


class OneButton(QObject):
    """Turns keys into `pressed`, and into `held` where one stays down for two seconds."""

    pressed = Signal()
    held = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._key = 0
        self._hold = QTimer(self)
        self._hold.setSingleShot(True)
        self._hold.setInterval(HOLD_MS)
        self._hold.timeout.connect(self.held)

    def press(self, event: QKeyEvent) -> None:
        """A key went down; its repeats count for nothing."""
        if not event.isAutoRepeat():
            self._key = event.key()
            self._hold.start()
            self.pressed.emit()

    def release(self, event: QKeyEvent) -> None:
        """A key went up."""
        if not event.isAutoRepeat() and event.key() == self._key:
            self.let_go()

    def let_go(self) -> None:
        """Nothing is held any more, whatever the keyboard says."""
        self._hold.stop()


def is_plain(event: QKeyEvent) -> bool:
    """Whether a key is one that a hand can mean without looking: no modifier, no Tab.

    Media keys and the keys of presenter remotes (Page Up, Page Down, full stop) are plain.
    """
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return held == Qt.KeyboardModifier.NoModifier and event.key() not in (*_MOVING, *_LONE)
