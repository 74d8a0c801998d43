"""The test from the floor: time to lie down, then the softest bell, the loudest, and a line."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from constructive_rest.practice.turns import BELL_MS
from constructive_rest.sound_desk import SoundDesk

LIE_DOWN_MS = 10_000
PAUSE_MS = 1_500
LINE_MS = 8_000


class FloorTest(QObject):
    """Plays what a rest will play, once; `running_changed` tells when it begins and is over."""

    running_changed = Signal(bool)

    def __init__(self, desk: SoundDesk, line: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        bell_ms = BELL_MS + PAUSE_MS
        self._desk = desk
        self._line = line
        self._steps: tuple[tuple[int, bool, Callable[[], None]], ...] = (
            (LIE_DOWN_MS, True, lambda: desk.ring("phase")),
            (bell_ms, True, lambda: desk.ring("end")),
            (bell_ms, False, lambda: desk.say(line)),
            (LINE_MS, False, self.stop),
        )
        self._coming = 0
        self._running = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._go_on)

    def toggle(self) -> None:
        """Begin, or stop where it is under way."""
        if self._running:
            self.stop()
            return
        self._running = True
        self._desk.prepare()
        self._wait_for(0)
        self.running_changed.emit(True)

    def stop(self) -> None:
        """Be over."""
        if self._running:
            self._running = False
            self._timer.stop()
            self._desk.expect(None, None)
            self._desk.hush()
            self.running_changed.emit(False)

    def speak(self) -> None:
        """Let the line alone be heard, now."""
        self.stop()
        self._desk.try_line(self._line)

    def _wait_for(self, number: int) -> None:
        self._coming = number
        wait_ms, is_bell, _act = self._steps[number]
        self._timer.start(wait_ms)
        self._desk.expect(wait_ms, wait_ms if is_bell else None)

    def _go_on(self) -> None:
        self._steps[self._coming][2]()
        if self._running:
            self._wait_for(self._coming + 1)
