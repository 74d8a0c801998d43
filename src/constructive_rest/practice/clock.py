"""Where a session's time comes from: a clock that is handed in, so that others can steer it."""

import math
from collections.abc import Callable
from typing import Protocol


class Clock(Protocol):
    """A clock that never goes back."""

    def now_ms(self) -> int:
        """Milliseconds since a moment of the clock's own choosing."""
        ...


class ScaledClock:
    """Milliseconds since its making, running `speed` times as fast as `source`.

    `source` gives nanoseconds that never fall, as `time.monotonic_ns` does. Raises ValueError
    where `speed` is not a finite number above 0.
    """

    def __init__(self, source: Callable[[], int], speed: float = 1.0) -> None:
        if not (math.isfinite(speed) and speed > 0):
            raise ValueError(f"a clock cannot run {speed} times as fast: give a number above 0")
        self._source = source
        self._speed = speed
        self._start_ns = source()

    def now_ms(self) -> int:
        """Milliseconds of scaled time since the clock was made."""
        return int((self._source() - self._start_ns) * self._speed) // 1_000_000
