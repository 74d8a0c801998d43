"""A rest in progress, as a value: time comes in, the next value and what happened come out.

Positions are milliseconds on one axis: negative in the walk-down, 0 at the rest's first moment,
the timeline's `planned_ms` at its end. `now_ms` is a monotonic clock's reading in milliseconds; a
reading before the last one seen counts as the last one seen.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from constructive_rest.practice.timeline import TimedCue, TimedPhase, Timeline


class Stage(StrEnum):
    """Where a session stands."""

    WALK_DOWN = "walk_down"
    RESTING = "resting"
    PAUSED = "paused"
    FINISHED = "finished"
    ENDED_EARLY = "ended_early"


_RUNNING = (Stage.WALK_DOWN, Stage.RESTING)
_OVER = (Stage.FINISHED, Stage.ENDED_EARLY)


@dataclass(frozen=True, slots=True)
class RestBegan:
    """The walk-down is over; position 0."""


@dataclass(frozen=True, slots=True)
class PhaseEntered:
    """A phase began."""

    phase: TimedPhase


@dataclass(frozen=True, slots=True)
class CueDue:
    """A cue is to be heard."""

    cue: TimedCue


@dataclass(frozen=True, slots=True)
class Paused:
    """Time stands still."""


@dataclass(frozen=True, slots=True)
class Resumed:
    """Time goes on from where it stood."""


@dataclass(frozen=True, slots=True)
class Finished:
    """The planned length was rested to its end."""


@dataclass(frozen=True, slots=True)
class CountedWhole:
    """The person says that they rested to the end, though the computer did not see it."""


@dataclass(frozen=True, slots=True)
class EndedEarly:
    """The person ended it before its end."""


Event = RestBegan | PhaseEntered | CueDue | Paused | Resumed | Finished | CountedWhole | EndedEarly


@dataclass(frozen=True, slots=True)
class Session:
    """One moment of a session: where it stood (`seen_position_ms`) when it was last advanced."""

    timeline: Timeline
    stage: Stage
    seen_ms: int
    seen_position_ms: int

    def position_ms(self, now_ms: int) -> int:
        """The position at `now_ms`, at most the planned length."""
        if self.stage not in _RUNNING:
            return self.seen_position_ms
        passed = max(now_ms - self.seen_ms, 0)
        return min(self.seen_position_ms + passed, self.timeline.planned_ms)

    def rested_ms(self, now_ms: int) -> int:
        """The time rested until `now_ms`: 0 in the walk-down, at most the planned length."""
        return max(self.position_ms(now_ms), 0)

    def remaining_ms(self, now_ms: int) -> int:
        """In the walk-down the time until the rest begins, then until its end; 0 once over."""
        if self.stage in _OVER:
            return 0
        position = self.position_ms(now_ms)
        return -position if position < 0 else self.timeline.planned_ms - position


class Ahead(NamedTuple):
    """Monotonic instants of the next sound of any kind and of the next bell; None where none is."""

    sound_ms: int | None
    bell_ms: int | None


class Step(NamedTuple):
    """What a session became, and what happened on the way, in order."""

    session: Session
    events: tuple[Event, ...]


def begin(timeline: Timeline, walk_down_ms: int, now_ms: int) -> Step:
    """A session that starts its walk-down at `now_ms`, or its rest where that takes no time.

    Raises ValueError where `walk_down_ms` is negative.
    """
    if walk_down_ms < 0:
        raise ValueError(f"a walk-down of {walk_down_ms} ms: it cannot be negative")
    before = Session(timeline, Stage.WALK_DOWN, now_ms, -walk_down_ms - 1)
    return _move(before, -walk_down_ms, now_ms)


def advance(session: Session, now_ms: int) -> Step:
    """The session at `now_ms`, with every event since it was last advanced."""
    return _move(session, session.position_ms(now_ms), now_ms)


def pause(session: Session, now_ms: int) -> Step:
    """Stand still, in the walk-down as in the rest; nothing changes in any other stage."""
    return _command(session, now_ms, _RUNNING, Stage.PAUSED, Paused())


def resume(session: Session, now_ms: int) -> Step:
    """Go on from where it was paused; nothing changes where it is not paused."""
    going_on = _stage_at(session.seen_position_ms, session.timeline)
    return _command(session, now_ms, (Stage.PAUSED,), going_on, Resumed())


def end_early(session: Session, now_ms: int) -> Step:
    """End here; nothing changes once the session is over."""
    stages = (*_RUNNING, Stage.PAUSED)
    return _command(session, now_ms, stages, Stage.ENDED_EARLY, EndedEarly())


def count_whole(session: Session, now_ms: int) -> Step:
    """End here with the whole planned length; nothing changes once the session is over."""
    stages = (*_RUNNING, Stage.PAUSED)
    moved, events = _command(session, now_ms, stages, Stage.FINISHED, CountedWhole())
    if CountedWhole() not in events:
        return Step(moved, events)
    return Step(replace(moved, seen_position_ms=moved.timeline.planned_ms), events)


def next_moment_ms(session: Session, now_ms: int) -> int | None:
    """The monotonic instant at which `advance` will next yield an event, never before `now_ms`.

    None where no event comes by itself: paused, or over.
    """
    if session.stage not in _RUNNING:
        return None
    moments = (at_ms for at_ms, _event in _moments(session.timeline))
    next_at_ms = next(at_ms for at_ms in moments if at_ms > session.seen_position_ms)
    return max(session.seen_ms + next_at_ms - session.seen_position_ms, now_ms)


def sounds_ahead(session: Session, now_ms: int) -> Ahead:
    """What will be heard next if nothing but time passes."""
    if session.stage not in _RUNNING:
        return Ahead(None, None)
    coming = [
        (session.seen_ms + at_ms - session.seen_position_ms, event)
        for at_ms, event in _moments(session.timeline)
        if at_ms > session.position_ms(now_ms) and _is_heard(event)
    ]
    bells = (at_ms for at_ms, event in coming if not isinstance(event, CueDue))
    return Ahead(coming[0][0] if coming else None, next(bells, None))


def _is_heard(event: Event) -> bool:
    return event.cue.spoken if isinstance(event, CueDue) else True


def _command(
    session: Session, now_ms: int, allowed: tuple[Stage, ...], stage: Stage, event: Event
) -> Step:
    moved = advance(session, now_ms)
    if moved.session.stage not in allowed:
        return moved
    return Step(replace(moved.session, stage=stage), (*moved.events, event))


def _move(session: Session, position_ms: int, now_ms: int) -> Step:
    """Go to `position_ms`, which the session reaches at `now_ms`."""
    events = tuple(
        event
        for at_ms, event in _moments(session.timeline)
        if session.seen_position_ms < at_ms <= position_ms
    )
    running = session.stage in _RUNNING
    stage = _stage_at(position_ms, session.timeline) if running else session.stage
    seen_ms = max(now_ms, session.seen_ms)
    return Step(Session(session.timeline, stage, seen_ms, position_ms), events)


def _stage_at(position_ms: int, timeline: Timeline) -> Stage:
    if position_ms < 0:
        return Stage.WALK_DOWN
    return Stage.RESTING if position_ms < timeline.planned_ms else Stage.FINISHED


def _moments(timeline: Timeline) -> Iterator[tuple[int, Event]]:
    """Every event that time alone brings, with its position, in order."""
    for step in timeline.walk_down:
        yield step.at_ms, CueDue(step)
    yield 0, RestBegan()
    cues = iter(timeline.cues)
    cue = next(cues, None)
    for phase in timeline.phases:
        yield phase.start_ms, PhaseEntered(phase)
        while cue is not None and cue.at_ms < phase.end_ms:
            yield cue.at_ms, CueDue(cue)
            cue = next(cues, None)
    yield timeline.planned_ms, Finished()
