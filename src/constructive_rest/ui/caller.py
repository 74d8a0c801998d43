"""Calls a person back at the end of a rest, and notices the first thing they do."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QInputEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from constructive_rest.practice.calling import GIVE_UP_MS, calls_due, next_moment_ms

WIGGLE_PX = 12
"""A mouse on a wooden floor moves this far when somebody walks by; farther is a hand."""
_ANSWERS = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
)
_LOUD_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
"""Keys that would end the page of the rating: the first one only stops the bell."""


class Caller(QObject):
    """Rings until any input, five times at most; `now_ms` is real monotonic time.

    `rang` carries how loud, as a share of the volume, and `calls_in` in how many milliseconds it
    will ring next, None where it will not; `answered` is emitted for the first input,
    `given_up` when there was none in time.
    """

    rang = Signal(float)
    calls_in = Signal(object)
    answered = Signal()
    given_up = Signal()

    def __init__(self, now_ms: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now_ms = now_ms
        self._end_ms = 0
        self._seen_ms = -1
        self._mouse: QPointF | None = None
        self._calling = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._go_on)

    @property
    def calling(self) -> bool:
        """Whether an answer is waited for."""
        return self._calling

    def begin(self) -> None:
        """The rest has ended now: ring for the first time."""
        self.stop()
        self._end_ms, self._seen_ms = self._now_ms(), -1
        self._mouse = None
        self._calling = True
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self._go_on()

    def answer(self) -> None:
        """Somebody is there."""
        if self._calling:
            self.stop()
            self.answered.emit()

    def stop(self) -> None:
        """Call no more, answered or not."""
        self._timer.stop()
        if self._calling:
            self._calling = False
            self.calls_in.emit(None)
            application = QApplication.instance()
            if application is not None:
                application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Any input answers; it goes on to where it belongs unless it would end the page."""
        if not self._calling or not self._is_answer(event):
            return False
        self.answer()
        return isinstance(event, QKeyEvent) and event.key() in _LOUD_KEYS

    def _is_answer(self, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            return self._is_wiggle(event)
        if isinstance(event, QKeyEvent) and event.isAutoRepeat():
            return False
        return isinstance(event, QInputEvent) and event.type() in _ANSWERS

    def _is_wiggle(self, event: QMouseEvent) -> bool:
        at = event.globalPosition()
        if self._mouse is None:
            self._mouse = at
        return (at - self._mouse).manhattanLength() > WIGGLE_PX

    def _go_on(self) -> None:
        since_end = self._now_ms() - self._end_ms
        for call in calls_due(self._seen_ms, since_end)[-1:]:
            self.rang.emit(call.loudness)
        self._seen_ms = since_end
        if not self._calling:
            return
        if since_end >= GIVE_UP_MS:
            self.stop()
            self.given_up.emit()
            return
        moment = next_moment_ms(since_end)
        if moment is not None:
            self._timer.start(moment - since_end)
            self.calls_in.emit(moment - since_end if moment < GIVE_UP_MS else None)
