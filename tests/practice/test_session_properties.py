"""What holds for every session, whatever its length, its pauses and the steps time comes in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from constructive_rest.content import load_practice
from constructive_rest.practice.session import (
    CueDue,
    EndedEarly,
    Event,
    Finished,
    Paused,
    PhaseEntered,
    RestBegan,
    Resumed,
    Session,
    Stage,
    Step,
    advance,
    begin,
    end_early,
    next_moment_ms,
    pause,
    resume,
)
from constructive_rest.practice.setup import Eyes
from constructive_rest.practice.timeline import Timeline, fit

PRACTICE = load_practice()
OVER = (Stage.FINISHED, Stage.ENDED_EARLY)

any_timeline = st.builds(
    fit, st.just(PRACTICE), st.integers(300_000, 1_800_000), st.sampled_from(Eyes)
)
any_walk_down_ms = st.integers(0, 300_000)
any_start_ms = st.integers(-(10**9), 10**12)
any_step_ms = st.one_of(st.integers(0, 3), st.integers(0, 5_000), st.integers(0, 600_000))

COMMANDS: dict[str, Callable[[Session, int], Step]] = {
    "advance": advance,
    "pause": pause,
    "resume": resume,
    "end_early": end_early,
}
wandering = st.lists(st.tuples(st.sampled_from(["advance", "pause", "resume"]), any_step_ms))


@dataclass
class _Person:
    """Drives a session and adds up, in its own simple way, the time that really ran."""

    session: Session
    now_ms: int
    events: list[Event]
    ran_ms: int = 0

    def do(self, name: str, step_ms: int) -> None:
        if self.session.stage is not Stage.PAUSED:
            self.ran_ms += step_ms
        self.now_ms += step_ms
        self.session, events = COMMANDS[name](self.session, self.now_ms)
        self.events += events


def _start(timeline: Timeline, walk_down_ms: int, now_ms: int) -> _Person:
    session, events = begin(timeline, walk_down_ms, now_ms)
    return _Person(session, now_ms, list(events))


def _planned_events(timeline: Timeline, until_ms: int) -> list[Event]:
    """All that time brings up to a position, sorted from scratch: position, kind, event."""
    found: list[tuple[int, int, Event]] = [(0, 0, RestBegan())]
    found += [(phase.start_ms, 1, PhaseEntered(phase)) for phase in timeline.phases]
    found += [(cue.at_ms, 2, CueDue(cue)) for cue in timeline.cues]
    found += [(timeline.planned_ms, 3, Finished())]
    ordered = sorted(found, key=lambda entry: entry[:2])
    return [event for at_ms, _kind, event in ordered if at_ms <= until_ms]


def _without_pauses(events: Sequence[Event]) -> list[Event]:
    return [event for event in events if not isinstance(event, Paused | Resumed)]


@settings(deadline=None)
@given(any_timeline, any_walk_down_ms, any_start_ms, st.lists(any_step_ms, max_size=60))
def test_many_small_steps_bring_what_one_big_step_brings(
    timeline: Timeline, walk_down_ms: int, start_ms: int, steps: list[int]
) -> None:
    small = _start(timeline, walk_down_ms, start_ms)
    for step_ms in steps:
        small.do("advance", step_ms)
    big = _start(timeline, walk_down_ms, start_ms)
    big.do("advance", sum(steps))
    assert small.session == big.session
    assert small.events == big.events == _planned_events(timeline, sum(steps) - walk_down_ms)


@settings(deadline=None)
@given(any_timeline, any_walk_down_ms, any_start_ms, wandering)
def test_pausing_loses_nothing_and_adds_nothing(
    timeline: Timeline, walk_down_ms: int, start_ms: int, way: list[tuple[str, int]]
) -> None:
    person = _start(timeline, walk_down_ms, start_ms)
    for name, step_ms in way:
        person.do(name, step_ms)
    position = min(person.ran_ms - walk_down_ms, timeline.planned_ms)
    assert person.session.position_ms(person.now_ms) == position
    assert person.session.rested_ms(person.now_ms) == max(position, 0)
    assert _without_pauses(person.events) == _planned_events(timeline, position)

    person.do("resume", 0)
    person.do("advance", walk_down_ms + timeline.planned_ms)
    assert person.session.stage is Stage.FINISHED
    assert _without_pauses(person.events) == _planned_events(timeline, timeline.planned_ms)


@settings(deadline=None)
@given(any_timeline, any_walk_down_ms, wandering)
def test_pauses_and_resumes_take_turns(
    timeline: Timeline, walk_down_ms: int, way: list[tuple[str, int]]
) -> None:
    person = _start(timeline, walk_down_ms, 0)
    for name, step_ms in way:
        person.do(name, step_ms)
    turns = [event for event in person.events if isinstance(event, Paused | Resumed)]
    assert turns == [Resumed() if turn % 2 else Paused() for turn in range(len(turns))]


@settings(deadline=None)
@given(
    any_timeline,
    any_walk_down_ms,
    st.lists(st.tuples(st.sampled_from(sorted(COMMANDS)), st.integers(-600_000, 600_000))),
)
def test_time_never_runs_backwards(
    timeline: Timeline, walk_down_ms: int, way: list[tuple[str, int]]
) -> None:
    now_ms = latest_ms = 0
    session = begin(timeline, walk_down_ms, now_ms).session
    position = session.position_ms(now_ms)
    for name, step_ms in way:
        now_ms += step_ms
        latest_ms = max(latest_ms, now_ms)
        session = COMMANDS[name](session, now_ms).session
        assert position <= session.position_ms(now_ms) <= timeline.planned_ms
        assert session.position_ms(now_ms) == session.position_ms(latest_ms)
        position = session.position_ms(now_ms)


@settings(deadline=None)
@given(any_timeline, any_walk_down_ms, any_start_ms, wandering)
def test_rested_and_remaining_add_up(
    timeline: Timeline, walk_down_ms: int, start_ms: int, way: list[tuple[str, int]]
) -> None:
    person = _start(timeline, walk_down_ms, start_ms)
    for name, step_ms in way:
        person.do(name, step_ms)
        session, now_ms = person.session, person.now_ms
        rested, remaining = session.rested_ms(now_ms), session.remaining_ms(now_ms)
        if session.position_ms(now_ms) < 0:
            assert (rested, remaining) == (0, -session.position_ms(now_ms))
        else:
            assert rested + remaining == timeline.planned_ms


@settings(deadline=None)
@given(any_timeline, any_walk_down_ms, any_start_ms, wandering)
def test_the_next_moment_is_exactly_when_the_next_event_comes(
    timeline: Timeline, walk_down_ms: int, start_ms: int, way: list[tuple[str, int]]
) -> None:
    person = _start(timeline, walk_down_ms, start_ms)
    for name, step_ms in way:
        person.do(name, step_ms)
    moment_ms = next_moment_ms(person.session, person.now_ms)
    if person.session.stage in (*OVER, Stage.PAUSED):
        assert moment_ms is None
        return
    assert moment_ms is not None
    assert moment_ms > person.now_ms
    assert advance(person.session, moment_ms - 1).events == ()
    assert advance(person.session, moment_ms).events != ()


@settings(deadline=None)
@given(any_timeline, any_walk_down_ms, any_start_ms)
def test_sleeping_from_moment_to_moment_misses_nothing(
    timeline: Timeline, walk_down_ms: int, start_ms: int
) -> None:
    person = _start(timeline, walk_down_ms, start_ms)
    wakes = 0
    while (moment_ms := next_moment_ms(person.session, person.now_ms)) is not None:
        person.do("advance", moment_ms - person.now_ms)
        wakes += 1
    assert person.now_ms == start_ms + walk_down_ms + timeline.planned_ms
    assert person.events == _planned_events(timeline, timeline.planned_ms)
    assert wakes <= len(timeline.phases) + len(timeline.cues) + 1


@settings(deadline=None)
@given(any_timeline, any_walk_down_ms, any_start_ms, wandering, wandering)
def test_what_is_over_stays_as_it_is(
    timeline: Timeline,
    walk_down_ms: int,
    start_ms: int,
    way: list[tuple[str, int]],
    afterwards: list[tuple[str, int]],
) -> None:
    person = _start(timeline, walk_down_ms, start_ms)
    for name, step_ms in way:
        person.do(name, step_ms)
    finished = person.session.stage is Stage.FINISHED
    person.do("end_early", 0)
    assert person.session.stage is (Stage.FINISHED if finished else Stage.ENDED_EARLY)
    assert person.events.count(EndedEarly()) == (0 if finished else 1)
    rested, heard = person.session.rested_ms(person.now_ms), len(person.events)
    for name, step_ms in [*afterwards, ("end_early", 1)]:
        person.do(name, step_ms)
    assert person.session.rested_ms(person.now_ms) == rested
    assert person.session.remaining_ms(person.now_ms) == 0
    assert len(person.events) == heard
