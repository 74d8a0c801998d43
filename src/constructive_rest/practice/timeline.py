"""A practice fitted to one length: when each phase begins and ends, and when each cue is due.

Between the lengths a practice gives, the boundaries of its phases move in a straight line. Every
time is a whole number of milliseconds from the first moment of the rest.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from constructive_rest.practice.model import Cue, Phase, Practice
from constructive_rest.practice.setup import Eyes, Setup

LEAD_MS = 3_000
"""From a phase's first moment, when its bell sounds, to its first cue: our judgement."""

TAIL_MS = 8_000
"""No cue is due in a phase's last 8 s, so it is heard to its end before the next bell: our
judgement, with about 7 s for a cue."""


@dataclass(frozen=True, slots=True)
class TimedPhase:
    """A phase from `start_ms` up to, but not including, `end_ms`."""

    phase: Phase
    index: int
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class TimedCue:
    """A sentence and the moment it is due."""

    at_ms: int
    text: str
    phase_index: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """One rest, planned: phases without gaps from 0 to `planned_ms`, cues in order."""

    planned_ms: int
    phases: tuple[TimedPhase, ...]
    cues: tuple[TimedCue, ...]

    def phase_at(self, position_ms: int) -> TimedPhase:
        """The phase at a position; before the rest the first one, after it the last one."""
        after = bisect_right(self.phases, position_ms, key=lambda phase: phase.start_ms)
        return self.phases[max(after - 1, 0)]

    def cue_at(self, position_ms: int) -> TimedCue | None:
        """The latest cue that was due in the phase at a position; None before its first."""
        after = bisect_right(self.cues, position_ms, key=lambda cue: cue.at_ms)
        if after == 0:
            return None
        cue = self.cues[after - 1]
        return cue if cue.phase_index == self.phase_at(position_ms).index else None


def fit(practice: Practice, planned_ms: int, eyes: Eyes) -> Timeline:
    """The timeline of `practice` in `planned_ms`.

    Raises ValueError where the length lies outside the practice's lengths (5 to 30 min for
    constructive rest), or where a phase is too short for its cues.
    """
    phases = tuple(_timed_phases(practice, planned_ms))
    cues = tuple(cue for phase in phases for cue in _timed_cues(phase, planned_ms, eyes))
    return Timeline(planned_ms, phases, cues)


def walk_down_steps(practice: Practice, setup: Setup) -> tuple[str, ...]:
    """The sentences that lead to the floor with this arrangement of the body, in order."""
    chosen = (None, setup.arms, setup.legs, setup.head_support)
    return tuple(step.text for step in practice.walk_down if step.when in chosen)


def _timed_phases(practice: Practice, planned_ms: int) -> Iterator[TimedPhase]:
    lengths = [minutes * 60_000 for minutes in practice.lengths_min]
    if not lengths[0] <= planned_ms <= lengths[-1]:
        raise ValueError(
            f"a rest of {planned_ms} ms: it must be from {lengths[0]} to {lengths[-1]} ms"
        )
    upper = max(bisect_left(lengths, planned_ms), 1)
    part, whole = planned_ms - lengths[upper - 1], lengths[upper] - lengths[upper - 1]
    start = short_end = long_end = 0
    for index, phase in enumerate(practice.phases):
        short_end += phase.seconds[upper - 1] * 1_000
        long_end += phase.seconds[upper] * 1_000
        end = short_end + (long_end - short_end) * part // whole
        yield TimedPhase(phase, index, start, end)
        start = end


def _timed_cues(timed: TimedPhase, planned_ms: int, eyes: Eyes) -> Iterator[TimedCue]:
    cues = [cue for cue in timed.phase.cues if cue.belongs(planned_ms, eyes)]
    if not cues:
        return
    gap_ms = _gap_ms(timed, cues)
    first = timed.start_ms + LEAD_MS
    if first + gap_ms * (len(cues) - 1) >= timed.end_ms - TAIL_MS:
        raise ValueError(
            f"“{timed.phase.key}” has no room for {len(cues)} cues in a rest of {planned_ms} ms"
        )
    for number, cue in enumerate(cues):
        yield TimedCue(first + gap_ms * number, cue.text, timed.index)


def _gap_ms(timed: TimedPhase, cues: list[Cue]) -> int:
    """The time between two cues: even shares of the phase, within the phase's own bounds."""
    least_s, most_s = timed.phase.gap_s
    share = (timed.end_ms - timed.start_ms - LEAD_MS) // len(cues)
    return min(max(share, least_s * 1_000), most_s * 1_000)
