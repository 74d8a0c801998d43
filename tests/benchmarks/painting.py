"""Telling of a window's first frame. Run inside the subjects."""

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


def tell(number: float) -> None:
    """One line to the one who measures."""
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


class FirstPaint(QObject):
    """Tells the processor seconds that this process has taken when `window` has first painted."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look for the first paint event, and tell after it has been dealt with."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, lambda: tell(time.process_time()))
        return False
