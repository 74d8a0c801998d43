"""Which phase's light the room is in at a moment of the rest, and how far it has turned."""

import math
from dataclasses import dataclass

from constructive_rest.practice.timeline import Timeline

FADE_MS = 8_000


@dataclass(frozen=True, slots=True)
class Light:
    """The light of phase `start`, `fraction` (0–1, eased) of the way to that of phase `end`."""

    start: int
    end: int
    fraction: float

    @property
    def moving(self) -> bool:
        """Whether it is turning at this moment."""
        return self.start != self.end


def light_at(timeline: Timeline, position_ms: int, fade_ms: int = FADE_MS) -> Light:
    """The light at `position_ms`; each turn lasts `fade_ms` and is centred on its boundary."""
    held = min(max(position_ms, 0), timeline.planned_ms - 1)
    half = fade_ms / 2
    for phase in timeline.phases[1:]:
        since = held - (phase.start_ms - half)
        if 0 <= since < fade_ms:
            return Light(phase.index - 1, phase.index, _eased(since / fade_ms))
    index = timeline.phase_at(held).index
    return Light(index, index, 0.0)


def _eased(fraction: float) -> float:
    return 0.5 - 0.5 * math.cos(math.pi * fraction)
