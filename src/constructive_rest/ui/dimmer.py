"""How far the view from the floor has sunk into the dark."""

from PySide6.QtCore import QEasingCurve, QObject, QTimer, QVariantAnimation, Signal

BRIGHT_MS = 60_000
"""After a minute without anything new the screen falls to its dim floor."""
FALL_MS = 6_000
RISE_MS = 1_200


class Dimmer(QObject):
    """A depth from 0, bright, to 1, as dim as it gets; `changed` whenever it moves."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._depth = 0.0
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(BRIGHT_MS)
        self._wait.timeout.connect(lambda: self._go_to(1.0, FALL_MS))
        self._way = QVariantAnimation(self)
        self._way.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._way.valueChanged.connect(self._take)
        self.motion = True

    @property
    def depth(self) -> float:
        """0–1."""
        return self._depth

    def wake(self) -> None:
        """Something is new: bright again, and dim a minute after the last such moment."""
        self._wait.start()
        if self._depth > 0 and self._way.endValue() != 0.0:
            self._go_to(0.0, RISE_MS)

    def reset(self) -> None:
        """Bright at once, and dim after a minute."""
        self._way.stop()
        self._way.setEndValue(0.0)
        self._depth = 0.0
        self._wait.start()

    def rest(self) -> None:
        """Nobody looks: no timer runs."""
        self._way.stop()
        self._wait.stop()

    def _go_to(self, depth: float, milliseconds: int) -> None:
        self._way.stop()
        self._way.setStartValue(self._depth)
        self._way.setEndValue(depth)
        if self.motion:
            self._way.setDuration(milliseconds)
            self._way.start()
        else:
            self._take(depth)

    def _take(self, depth: float) -> None:
        self._depth = float(depth)
        self.changed.emit()
