"""Lets bells and voice sound in turn, as the settings want them."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal

from constructive_rest.bell_tower import BellTower
from constructive_rest.practice import turns as taking
from constructive_rest.practice.timeline import CueDensity
from constructive_rest.practice.turns import BELL_MS, Line, Speak, Step, Turns, expected_ms
from constructive_rest.settings import Settings
from constructive_rest.sound.bells import WAKE_AHEAD_MS, BellName
from constructive_rest.sound.voice import Manner, Voice

AWAKE_MS = 3_000
"""A speaker that has sounded stays awake at least so long."""


class SoundDesk(QObject):
    """All that is heard in a rest goes through here.

    `now_ms` is real monotonic time. `heard_changed` is emitted when what can be heard changes.
    """

    heard_changed = Signal()

    def __init__(
        self,
        bells: BellTower,
        voice: Voice,
        settings: Settings,
        now_ms: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._bells = bells
        self._voice = voice
        self._settings = settings
        self._now_ms = now_ms
        self._turns = Turns()
        self._awake_until_ms = 0
        self._held: Line | None = None
        self._next = _timer(self, self._go_on)
        self._wake = _timer(self, self._wake_up)
        self._held_back = _timer(self, self._release)
        bells.heard_changed.connect(self.heard_changed)
        voice.changed.connect(self.heard_changed)
        voice.ended.connect(self._voice_ended)

    @property
    def on(self) -> bool:
        """Whether the person wants to hear anything."""
        return self._settings.sound

    @property
    def speaks(self) -> bool:
        """Whether the person wants to hear the voice too."""
        return self.on and self._settings.cues is not CueDensity.BELLS

    def take(self, settings: Settings) -> None:
        """Follow new settings."""
        self._settings = settings
        self._bells.take(settings)
        if not self.speaks:
            self.hush()

    def prepare(self) -> None:
        """A rest begins: the voice takes seconds to get ready."""
        self.hush()
        if self.speaks:
            self._voice.start()

    def list_voices(self) -> None:
        """Ask the system for its voices, unless nobody wants to hear one."""
        if self.speaks:
            self._voice.start()

    def bell_notice(self) -> str:
        """Why bells that are wanted cannot be heard; empty where they can."""
        return self._bells.notice()

    def voice_notice(self) -> str:
        """Why cues that are wanted cannot be spoken, and what to do; empty where they can."""
        return (self._voice.reason() or "") if self.speaks else ""

    def notice(self) -> str:
        """What cannot be heard of what is wanted, for someone about to rest; empty where all can.

        What to install is said in full by `voice_notice`.
        """
        if self.bell_notice() or not self.voice_notice():
            return self.bell_notice()
        return QCoreApplication.translate(
            "Sound", "The bells ring, but no voice was found; Settings say what to do."
        )

    def expect(self, sound_ms: int | None, bell_ms: int | None) -> None:
        """In how many milliseconds the next sound and the next bell are due, None where none is."""
        now = self._now_ms()
        if sound_ms is None:
            self._wake.stop()
        else:
            self._wake.start(max(0, sound_ms - WAKE_AHEAD_MS))
        due_ms = None if bell_ms is None else now + bell_ms
        self._do(taking.expect_bell(self._turns, due_ms, now))

    def ring(self, name: BellName, loudness: float = 1.0) -> None:
        """A bell is due: it sounds at once. `loudness` is its share, up to 1, of the volume."""
        self._do(taking.ring(self._turns, self._now_ms()))
        self._bells.ring(name, loudness)
        self._awake_until_ms = self._now_ms() + BELL_MS

    def say(self, text: str) -> None:
        """A sentence is due: it is spoken as soon as nothing else sounds, or never."""
        if not self.speaks or self._voice.reason() is not None:
            return
        now = self._now_ms()
        line = Line(text, now, expected_ms(text, self._settings.pace))
        if now > self._awake_until_ms:
            self._wake_up()
            self._held = line
            self._held_back.start(WAKE_AHEAD_MS)
        else:
            self._do(taking.say(self._turns, line, now))

    def hush(self) -> None:
        """Nothing more is to be spoken for now."""
        self._held_back.stop()
        self._do(taking.hush(self._turns, self._now_ms()))

    def try_bell(self) -> None:
        """Let the bells' volume be heard."""
        self.ring("phase")

    def try_line(self, text: str) -> None:
        """Let the manner of speaking be heard, whatever else was to be spoken."""
        self.hush()
        self.say(text)

    def close(self) -> None:
        """Let go of the voice."""
        self._voice.close()

    def _wake_up(self) -> None:
        self._bells.wake()
        self._awake_until_ms = max(self._awake_until_ms, self._now_ms() + AWAKE_MS)

    def _release(self) -> None:
        if self._held is not None:
            self._do(taking.say(self._turns, self._held, self._now_ms()))

    def _voice_ended(self) -> None:
        self._awake_until_ms = max(self._awake_until_ms, self._now_ms() + AWAKE_MS)
        self._do(taking.voice_ended(self._turns, self._now_ms()))

    def _go_on(self) -> None:
        self._do(taking.advance(self._turns, self._now_ms()))

    def _do(self, step: Step) -> None:
        self._turns = step.turns
        settings = self._settings
        for action in step.actions:
            if isinstance(action, Speak):
                manner = Manner(settings.voice, settings.pace, settings.voice_volume)
                self._voice.say(action.line.text, manner)
            else:
                self._voice.hush()
        now = self._now_ms()
        moment = taking.next_moment_ms(self._turns, now)
        if moment is None:
            self._next.stop()
        else:
            self._next.start(max(0, moment - now))


def _timer(desk: SoundDesk, act: Callable[[], None]) -> QTimer:
    timer = QTimer(desk, singleShot=True)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(act)
    return timer
