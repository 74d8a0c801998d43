"""Carries the session along: one timer that sleeps until the next moment that matters."""

import math
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from constructive_rest.practice import session as sessions
from constructive_rest.practice.clock import Clock
from constructive_rest.practice.session import Session, Stage, Step
from constructive_rest.practice.timeline import Timeline
from constructive_rest.ui.light import light_at

FRAME_MS = 50
"""Real milliseconds from one repaint to the next while the light is turning."""
SLEPT_MS = 2_000
"""The computer slept where this much is missing; below lies only the noise between two clocks."""
SHORTEST_SLEEP_MS = 15
"""The least real time between two looks at the clock, however fast the session runs."""
_RUNNING = (Stage.WALK_DOWN, Stage.RESTING)


class RestDriver(QObject):
    """Holds the session in progress and tells what happens in it.

    `happened` carries each event of the session, in order; `moved` the position in session
    milliseconds, at least once a session second while time runs; `sounds_ahead` in how many real
    milliseconds the next sound and the next bell are due, None where none is, whenever that has
    changed; `slept` for how many milliseconds the computer slept in a rest, which is then paused
    where it was before. `speed` is how much faster `clock` runs than real time, and `asleep_ms`
    tells how long the computer has slept since some moment; the clock stands still meanwhile.
    """

    happened = Signal(object)
    moved = Signal(int)
    sounds_ahead = Signal(object, object)
    slept = Signal(int)

    def __init__(
        self,
        clock: Clock,
        speed: float = 1.0,
        parent: QObject | None = None,
        asleep_ms: Callable[[], int] = lambda: 0,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._asleep_ms = asleep_ms
        self._seen_asleep_ms = 0
        self._speed = speed
        self._session: Session | None = None
        self._ahead = sessions.Ahead(None, None)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.catch_up)

    @property
    def session(self) -> Session | None:
        """The session in progress, or the one that ended last; None before the first."""
        return self._session

    @property
    def underway(self) -> bool:
        """Whether a session has begun and not ended."""
        return self._session is not None and self._session.stage in (*_RUNNING, Stage.PAUSED)

    def position_ms(self) -> int:
        """Where the session stands now; 0 before the first one."""
        return self._session.position_ms(self._clock.now_ms()) if self._session else 0

    def rested_ms(self) -> int:
        """What has been rested of the session until now."""
        return self._session.rested_ms(self._clock.now_ms()) if self._session else 0

    def begin(self, timeline: Timeline, walk_down_ms: int) -> None:
        """Start a session with its walk-down."""
        self._seen_asleep_ms = self._asleep_ms()
        self._take(sessions.begin(timeline, walk_down_ms, self._clock.now_ms()))

    def toggle_pause(self) -> None:
        """Pause, or go on."""
        if self._session is None:
            return
        paused = self._session.stage is Stage.PAUSED
        command = sessions.resume if paused else sessions.pause
        self._take(command(self._session, self._clock.now_ms()))

    def end_early(self) -> None:
        """End here and keep what was rested."""
        if self._session is not None:
            self._take(sessions.end_early(self._session, self._clock.now_ms()))

    def count_whole(self) -> None:
        """End here with the whole planned length."""
        if self._session is not None:
            self._take(sessions.count_whole(self._session, self._clock.now_ms()))

    def catch_up(self) -> None:
        """Bring the session to this moment, or pause it where the computer slept meanwhile."""
        if self._session is None:
            return
        asleep = self._asleep_ms()
        slept, self._seen_asleep_ms = asleep - self._seen_asleep_ms, asleep
        if slept >= SLEPT_MS and self._session.stage in _RUNNING:
            self._take(sessions.pause(self._session, self._clock.now_ms()))
            self.slept.emit(slept)
        else:
            self._take(sessions.advance(self._session, self._clock.now_ms()))

    def _take(self, step: Step) -> None:
        self._session = step.session
        for event in step.events:
            self.happened.emit(event)
        self.moved.emit(step.session.seen_position_ms)
        self._sleep(step.session)

    def _sleep(self, session: Session) -> None:
        if session is not self._session:
            return
        now = self._clock.now_ms()
        self._look_ahead(session, now)
        if session.stage not in _RUNNING:
            self._timer.stop()
            return
        position = session.position_ms(now)
        due_ms = 1_000 - position % 1_000
        moment = sessions.next_moment_ms(session, now)
        if moment is not None:
            due_ms = min(due_ms, moment - now)
        sleep = math.ceil(due_ms / self._speed)
        if light_at(session.timeline, position).moving:
            sleep = min(sleep, FRAME_MS)
        self._timer.start(max(SHORTEST_SLEEP_MS, sleep))

    def _look_ahead(self, session: Session, now: int) -> None:
        ahead = sessions.sounds_ahead(session, now)
        if ahead != self._ahead:
            self._ahead = ahead
            self.sounds_ahead.emit(*(self._real_ms(instant, now) for instant in ahead))

    def _real_ms(self, instant: int | None, now: int) -> int | None:
        return None if instant is None else max(0, round((instant - now) / self._speed))
