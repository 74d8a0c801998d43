"""The driver sleeps until the next moment that matters and misses none."""

import math

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QTimer
from tests.ui.stand_ins import HandClock, timer_of

from constructive_rest.practice.model import Practice
from constructive_rest.practice.session import (
    CountedWhole,
    CueDue,
    EndedEarly,
    Event,
    Finished,
    Paused,
    PhaseEntered,
    RestBegan,
    Resumed,
    Stage,
)
from constructive_rest.practice.setup import Eyes
from constructive_rest.practice.timeline import Timeline, fit
from constructive_rest.ui.light import light_at
from constructive_rest.ui.rest_driver import FRAME_MS, SHORTEST_SLEEP_MS, SLEPT_MS, RestDriver

WALK_DOWN_MS = 30_000


class Watched:
    """A driver with everything it told."""

    def __init__(self, clock: HandClock, speed: float = 1.0) -> None:
        self.clock = clock
        self.driver = RestDriver(clock, speed)
        self.events: list[Event] = []
        self.positions: list[int] = []
        self.naps: list[int] = []
        self.driver.happened.connect(self.events.append)
        self.driver.moved.connect(self.positions.append)

    @property
    def timer(self) -> QTimer:
        return timer_of(self.driver)

    def pass_ms(self, milliseconds: int) -> None:
        """Let time pass and wake the driver, as its timer would."""
        self.clock.now += milliseconds
        self.timer.timeout.emit()

    def sleep_through(self, speed: float = 1.0) -> None:
        """Follow the driver's own timer to the end of the session."""
        while self.timer.isActive():
            self.pass_ms(math.ceil(self.timer.interval() * speed))


@pytest.fixture
def watched(clock: HandClock) -> Watched:
    return Watched(clock)


@pytest.fixture
def resting(watched: Watched, timeline: Timeline) -> Watched:
    """A minute of rest has passed."""
    watched.driver.begin(timeline, 0)
    watched.pass_ms(60_000)
    return watched


@pytest.fixture(scope="session")
def short(practice: Practice) -> Timeline:
    return fit(practice, 5 * 60_000, Eyes.OPEN)


def expected(timeline: Timeline) -> list[Event]:
    """Every event of an undisturbed rest, in order."""
    moments: list[tuple[int, int, Event]] = [(0, 0, RestBegan())]
    moments += [(phase.start_ms, 1, PhaseEntered(phase)) for phase in timeline.phases]
    moments += [(cue.at_ms, 2, CueDue(cue)) for cue in (*timeline.walk_down, *timeline.cues)]
    moments.append((timeline.planned_ms, 3, Finished()))
    return [event for _at, _rank, event in sorted(moments, key=lambda moment: moment[:2])]


def test_before_the_first_session_there_is_nothing_to_tell(watched: Watched) -> None:
    driver = watched.driver
    driver.toggle_pause()
    driver.end_early()
    driver.catch_up()
    assert (driver.session, driver.underway) == (None, False)
    assert (driver.position_ms(), driver.rested_ms()) == (0, 0)
    assert (watched.events, watched.positions) == ([], [])


def test_a_whole_rest_tells_every_event_once_and_in_order(
    watched: Watched, short: Timeline
) -> None:
    watched.driver.begin(short, WALK_DOWN_MS)
    watched.sleep_through()
    assert watched.events == expected(short)


@pytest.mark.parametrize("speed", [0.5, 7.0, 60.0, 1000.0])
def test_no_speed_loses_an_event(clock: HandClock, short: Timeline, speed: float) -> None:
    watched = Watched(clock, speed)
    watched.driver.begin(short, WALK_DOWN_MS)
    watched.sleep_through(speed)
    assert watched.events == expected(short)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(stalls=st.lists(st.integers(0, 90_000), max_size=12))
def test_a_window_that_hangs_loses_no_event(short: Timeline, stalls: list[int]) -> None:
    watched = Watched(HandClock())
    watched.driver.begin(short, WALK_DOWN_MS)
    for stall in stalls:
        watched.pass_ms(stall)
    watched.pass_ms(WALK_DOWN_MS + short.planned_ms)
    assert watched.events == expected(short)


def test_there_is_one_timer(watched: Watched, timeline: Timeline) -> None:
    watched.driver.begin(timeline, WALK_DOWN_MS)
    assert len(watched.driver.findChildren(QTimer)) == 1
    assert watched.timer.isSingleShot()


def test_it_sleeps_until_the_digits_change(watched: Watched, timeline: Timeline) -> None:
    watched.driver.begin(timeline, WALK_DOWN_MS)
    assert watched.timer.interval() == 1000
    watched.pass_ms(400)
    assert watched.timer.interval() == 600


def test_it_wakes_for_a_moment_that_comes_sooner(watched: Watched, timeline: Timeline) -> None:
    watched.driver.begin(timeline, 300)
    assert watched.timer.interval() == 300


def test_while_the_light_turns_it_wakes_for_every_frame(
    watched: Watched, timeline: Timeline
) -> None:
    watched.driver.begin(timeline, 0)
    watched.pass_ms(timeline.phases[1].start_ms - 2_000)
    assert light_at(timeline, watched.driver.position_ms()).moving
    assert watched.timer.interval() == FRAME_MS


def test_a_faster_clock_means_shorter_sleep(clock: HandClock, timeline: Timeline) -> None:
    watched = Watched(clock, speed=10.0)
    watched.driver.begin(timeline, WALK_DOWN_MS)
    assert watched.timer.interval() == 100


def test_however_fast_it_does_not_spin(clock: HandClock, timeline: Timeline) -> None:
    watched = Watched(clock, speed=1000.0)
    watched.driver.begin(timeline, WALK_DOWN_MS)
    assert watched.timer.interval() == SHORTEST_SLEEP_MS


def test_the_position_is_told_at_least_once_a_second(watched: Watched, short: Timeline) -> None:
    watched.driver.begin(short, WALK_DOWN_MS)
    watched.sleep_through()
    steps = zip(watched.positions, watched.positions[1:], strict=False)
    assert watched.positions[0] == -WALK_DOWN_MS
    assert watched.positions[-1] == short.planned_ms
    assert all(0 <= after - before <= 1000 for before, after in steps)


def test_a_pause_stops_the_timer_and_the_time(resting: Watched) -> None:
    resting.driver.toggle_pause()
    assert resting.events[-1] == Paused()
    assert not resting.timer.isActive()
    resting.clock.now += 600_000
    assert (resting.driver.position_ms(), resting.driver.rested_ms()) == (60_000, 60_000)
    assert resting.driver.underway


def test_going_on_starts_where_it_stopped(resting: Watched) -> None:
    resting.driver.toggle_pause()
    resting.clock.now += 600_000
    resting.driver.toggle_pause()
    assert resting.events[-1] == Resumed()
    assert resting.timer.isActive()
    resting.pass_ms(500)
    assert resting.driver.position_ms() == 60_500


def test_a_pause_in_the_walk_down_keeps_what_is_left_of_it(
    watched: Watched, timeline: Timeline
) -> None:
    watched.driver.begin(timeline, WALK_DOWN_MS)
    watched.pass_ms(10_000)
    watched.driver.toggle_pause()
    watched.clock.now += 99_000
    watched.driver.toggle_pause()
    assert watched.driver.position_ms() == -20_000
    assert watched.driver.rested_ms() == 0


def test_ending_early_keeps_what_was_rested(resting: Watched) -> None:
    resting.clock.now += 1_234
    resting.driver.end_early()
    assert resting.events[-1] == EndedEarly()
    assert not resting.driver.underway
    resting.clock.now += 50_000
    assert resting.driver.rested_ms() == 61_234


def test_nothing_is_scheduled_once_it_is_over(resting: Watched) -> None:
    resting.driver.end_early()
    assert not resting.timer.isActive()
    told = len(resting.events)
    resting.driver.end_early()
    resting.driver.toggle_pause()
    resting.driver.catch_up()
    assert len(resting.events) == told
    assert not resting.timer.isActive()


def test_what_was_due_before_the_end_is_told_before_it(resting: Watched) -> None:
    resting.clock.now += 20 * 60_000
    resting.driver.end_early()
    assert resting.events[-1] == Finished()
    assert EndedEarly() not in resting.events


def test_a_new_session_may_begin_while_the_last_one_is_told_to_be_over(
    resting: Watched, short: Timeline
) -> None:
    driver = resting.driver
    again = lambda event: driver.begin(short, 0) if event == EndedEarly() else None  # noqa: E731
    driver.happened.connect(again)
    driver.end_early()
    assert driver.session is not None
    assert driver.session.timeline is short
    assert resting.timer.isActive()


def test_underway_covers_walk_down_rest_and_pause(watched: Watched, short: Timeline) -> None:
    seen: dict[Stage, bool] = {}

    def look() -> None:
        session = watched.driver.session
        assert session is not None
        seen[session.stage] = watched.driver.underway

    watched.driver.begin(short, 1000)
    look()
    watched.pass_ms(2000)
    look()
    watched.driver.toggle_pause()
    look()
    watched.driver.toggle_pause()
    watched.pass_ms(short.planned_ms)
    look()
    running = (Stage.WALK_DOWN, Stage.RESTING, Stage.PAUSED)
    assert seen == {**dict.fromkeys(running, True), Stage.FINISHED: False}


def test_the_next_sounds_are_told_in_real_time_and_once(clock: HandClock, short: Timeline) -> None:
    watched = Watched(clock, 10.0)
    ahead: list[tuple[int | None, int | None]] = []
    watched.driver.sounds_ahead.connect(lambda sound, bell: ahead.append((sound, bell)))
    watched.driver.begin(short, WALK_DOWN_MS)
    assert ahead == [(3_000, 3_000)]
    watched.pass_ms(WALK_DOWN_MS - 1_000)
    assert len(ahead) == 1
    watched.pass_ms(1_000)
    assert ahead[1:] == [(600, 4_500)]
    watched.driver.toggle_pause()
    assert ahead[2:] == [(None, None)]
    watched.driver.toggle_pause()
    assert ahead[3:] == [(600, 4_500)]


@pytest.fixture
def asleep() -> list[int]:
    """How long the computer has slept, in milliseconds."""
    return [7_000]


@pytest.fixture
def sleeper(clock: HandClock, timeline: Timeline, asleep: list[int]) -> Watched:
    watched = Watched(clock)
    watched.driver = RestDriver(clock, asleep_ms=lambda: asleep[0])
    watched.driver.slept.connect(watched.naps.append)
    watched.driver.begin(timeline, 0)
    watched.pass_ms(60_000)
    return watched


def test_a_rest_is_paused_where_the_computer_fell_asleep(
    sleeper: Watched, asleep: list[int]
) -> None:
    asleep[0] += 3_600_000
    sleeper.pass_ms(5)
    assert sleeper.naps == [3_600_000]
    session = sleeper.driver.session
    assert session is not None
    assert session.stage is Stage.PAUSED
    assert sleeper.driver.rested_ms() == 60_005


def test_the_noise_between_two_clocks_is_no_sleep(sleeper: Watched, asleep: list[int]) -> None:
    asleep[0] += SLEPT_MS - 1
    sleeper.pass_ms(5)
    assert sleeper.naps == []


def test_sleep_in_a_pause_or_before_the_rest_asks_nothing(
    sleeper: Watched, asleep: list[int], timeline: Timeline
) -> None:
    sleeper.driver.toggle_pause()
    asleep[0] += 3_600_000
    sleeper.pass_ms(5)
    sleeper.driver.end_early()
    asleep[0] += 3_600_000
    sleeper.driver.begin(timeline, 0)
    sleeper.pass_ms(1_000)
    assert sleeper.naps == []


def test_counting_whole_ends_with_the_planned_length(resting: Watched, timeline: Timeline) -> None:
    resting.driver.count_whole()
    assert resting.events[-1] == CountedWhole()
    assert resting.driver.rested_ms() == timeline.planned_ms
    assert not resting.driver.underway
