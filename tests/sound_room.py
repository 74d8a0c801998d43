"""A sound desk with bells, a voice and a clock that only the test knows."""

from PySide6.QtCore import QTimer
from tests.desk import Bells, Voice

from constructive_rest.bell_tower import BellTower
from constructive_rest.settings import Settings
from constructive_rest.sound_desk import SoundDesk

CHOSEN = Settings(voice="Scotland", pace=20, voice_volume=55)


class Room:
    """The desk and what was heard of it."""

    def __init__(self) -> None:
        self.bells = Bells()
        self.voice = Voice()
        self.now = 100_000
        self.opened = 0
        self.desk = SoundDesk(BellTower(self.open, CHOSEN), self.voice, CHOSEN, lambda: self.now)

    def open(self) -> Bells:
        self.opened += 1
        return self.bells

    @property
    def rung(self) -> list[str]:
        return [what for what in self.bells.rung if not what.startswith("volume")]

    @property
    def spoken(self) -> list[str]:
        return [text for text, _manner in self.voice.heard]

    def pass_ms(self, milliseconds: int) -> None:
        """Let time pass, and fire in order the timers that come due."""
        until = self.now + milliseconds
        while due := [timer for timer in self._running() if self.now + timer.interval() <= until]:
            first = min(due, key=QTimer.interval)
            self._age(first.interval())
            first.stop()
            first.timeout.emit()
        self._age(until - self.now)

    def _age(self, milliseconds: int) -> None:
        self.now += milliseconds
        for timer in self._running():
            timer.setInterval(timer.interval() - milliseconds)

    def _running(self) -> list[QTimer]:
        return [timer for timer in self.desk.findChildren(QTimer) if timer.isActive()]
