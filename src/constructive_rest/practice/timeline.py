"""A practice fitted to one length: when each phase begins and ends, and when each cue is due.

Between the lengths a practice gives, the boundaries of its phases move in a straight line. Every
time is a whole number of milliseconds from the first moment of the rest.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from constructive_rest.practice.model import Cue, Phase, Practice
from constructive_rest.practice.setup import Eyes, Setup

LEAD_MS = 6_000
"""From a phase's first moment to its first cue: its bell, which sounds for up to 5.6 s, has died
away by then."""

TAIL_MS = 8_000
"""No cue is due in a phase's last 8 s, so it is heard to its end before the next bell: our
judgement, with about 7 s for a cue."""


class CueDensity(StrEnum):
    """How many of the cues are spoken; all of them are shown.

    Sparse speaks the first cue of each phase, which says what the phase is about, and the whole of
    the last phase, which leads up from the floor, where nothing may be missing.
    """

    FULL = "full"
    SPARSE = "sparse"
    BELLS = "bells"


@dataclass(frozen=True, slots=True)
class TimedPhase:
    """A phase from `start_ms` up to, but not including, `end_ms`."""

    phase: Phase
    index: int
    start_ms: int
    end_ms: int


@dataclass(frozen=True, slots=True)
class TimedCue:
    """A sentence and the moment it is due; `phase_index` is -1 in the walk-down."""

    at_ms: int
    text: str
    phase_index: int
    spoken: bool = True


@dataclass(frozen=True, slots=True)
class Timeline:
    """One rest, planned: phases without gaps from 0 to `planned_ms`, cues in order.

    `walk_down` holds the sentences that lead to the floor, before 0 and in order.
    """

    planned_ms: int
    phases: tuple[TimedPhase, ...]
    cues: tuple[TimedCue, ...]
    walk_down: tuple[TimedCue, ...] = ()

    def phase_at(self, position_ms: int) -> TimedPhase:
        """The phase at a position; before the rest the first one, after it the last one."""
        after = bisect_right(self.phases, position_ms, key=lambda phase: phase.start_ms)
        return self.phases[max(after - 1, 0)]

    def cue_at(self, position_ms: int) -> TimedCue | None:
        """The latest cue due in the walk-down or the phase at a position; None before its first."""
        cues = self.cues if position_ms >= 0 else self.walk_down
        after = bisect_right(cues, position_ms, key=lambda cue: cue.at_ms)
        if after == 0:
            return None
        cue = cues[after - 1]
        here = self.phase_at(position_ms).index if position_ms >= 0 else -1
        return cue if cue.phase_index == here else None


def fit(
    practice: Practice,
    planned_ms: int,
    eyes: Eyes,
    density: CueDensity = CueDensity.FULL,
    *,
    on_side: bool = False,
) -> Timeline:
    """The timeline of `practice` in `planned_ms`, without a walk-down.

    `on_side` chooses the words for somebody who lies on the side.

    Raises ValueError where the length lies outside the practice's lengths (5 to 30 min for
    constructive rest), or where a phase is too short for its cues.
    """
    phases = tuple(_timed_phases(practice, planned_ms))
    cues = (cue for phase in phases for cue in _timed_cues(phase, planned_ms, eyes, on_side))
    return Timeline(planned_ms, phases, tuple(_spoken(density, len(phases) - 1, cues)))


def walk_down(timeline: Timeline, steps: Sequence[str], walk_down_ms: int) -> Timeline:
    """`timeline` after a walk-down of `walk_down_ms` in which `steps` have even shares.

    They are spoken where any cue of the timeline is.
    """
    spoken = any(cue.spoken for cue in timeline.cues)
    if walk_down_ms == 0:
        return timeline
    cues = tuple(
        TimedCue(walk_down_ms * number // len(steps) - walk_down_ms, text, -1, spoken)
        for number, text in enumerate(steps)
    )
    return replace(timeline, walk_down=cues)


def walk_down_steps(practice: Practice, setup: Setup) -> tuple[str, ...]:
    """The sentences that lead to the floor with this arrangement of the body, in order.

    Lying on the side, arms and head lie as they like.
    """
    if setup.on_side:
        chosen: tuple[object, ...] = (None, setup.legs)
    else:
        chosen = (None, setup.arms, setup.legs, setup.head_support)
    return tuple(step.text for step in practice.walk_down if step.when in chosen)


def _spoken(density: CueDensity, last: int, cues: Iterator[TimedCue]) -> Iterator[TimedCue]:
    phase = -1
    for cue in cues:
        first, phase = cue.phase_index != phase, cue.phase_index
        kept = first or phase == last if density is CueDensity.SPARSE else True
        yield replace(cue, spoken=kept and density is not CueDensity.BELLS)


def comfort(practice: Practice, setup: Setup, number: int) -> str:
    """The `number`th sentence, from 0 and round again, for somebody whom something hurts."""
    chosen = (setup.arms, setup.legs, setup.head_support)
    fitting = [one.text for one in practice.comforts if one.unless not in chosen]
    return fitting[number % len(fitting)]


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


def _timed_cues(
    timed: TimedPhase, planned_ms: int, eyes: Eyes, on_side: bool
) -> Iterator[TimedCue]:
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
        text = (on_side and cue.on_side) or cue.text
        yield TimedCue(first + gap_ms * number, text, timed.index)


def _gap_ms(timed: TimedPhase, cues: list[Cue]) -> int:
    """The time between two cues: even shares of the phase, within the phase's own bounds."""
    least_s, most_s = timed.phase.gap_s
    share = (timed.end_ms - timed.start_ms - LEAD_MS) // len(cues)
    return min(max(share, least_s * 1_000), most_s * 1_000)
