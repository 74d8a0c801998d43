"""The session, moment by moment."""

import pytest

from constructive_rest.content import load_practice
from constructive_rest.practice.session import (
    CountedWhole,
    CueDue,
    EndedEarly,
    Finished,
    Paused,
    PhaseEntered,
    RestBegan,
    Resumed,
    Session,
    Stage,
    advance,
    begin,
    count_whole,
    end_early,
    next_moment_ms,
    pause,
    resume,
    sounds_ahead,
)
from constructive_rest.practice.setup import Eyes
from constructive_rest.practice.timeline import CueDensity, fit, walk_down

TIMELINE = fit(load_practice(), 900_000, Eyes.OPEN)
START_MS = 50_000
WALK_DOWN_MS = 30_000
ZERO_MS = START_MS + WALK_DOWN_MS


def _begun() -> Session:
    return begin(TIMELINE, WALK_DOWN_MS, START_MS).session


def _resting(position_ms: int) -> Session:
    return advance(_begun(), ZERO_MS + position_ms).session


def test_a_session_begins_in_the_walk_down_without_events() -> None:
    session, events = begin(TIMELINE, WALK_DOWN_MS, START_MS)
    assert events == ()
    assert session.stage is Stage.WALK_DOWN
    assert session.position_ms(START_MS) == -WALK_DOWN_MS
    assert session.rested_ms(START_MS) == 0
    assert session.remaining_ms(START_MS) == WALK_DOWN_MS


def test_without_a_walk_down_the_rest_begins_at_once() -> None:
    session, events = begin(TIMELINE, 0, START_MS)
    assert events == (RestBegan(), PhaseEntered(TIMELINE.phases[0]))
    assert session.stage is Stage.RESTING
    assert session.remaining_ms(START_MS) == 900_000
    assert advance(session, START_MS).events == ()


def test_a_walk_down_cannot_be_negative() -> None:
    with pytest.raises(ValueError, match="cannot be negative"):
        begin(TIMELINE, -1, START_MS)


def test_the_rest_begins_when_the_walk_down_is_over() -> None:
    almost, early = advance(_begun(), ZERO_MS - 1)
    assert early == ()
    assert almost.remaining_ms(ZERO_MS - 1) == 1
    session, events = advance(almost, ZERO_MS)
    assert events == (RestBegan(), PhaseEntered(TIMELINE.phases[0]))
    assert session.stage is Stage.RESTING


def test_phases_and_cues_come_at_their_moments() -> None:
    second = TIMELINE.phases[1]
    session, events = advance(_resting(second.start_ms - 1), ZERO_MS + second.start_ms)
    assert events == (PhaseEntered(second),)
    cue = next(cue for cue in TIMELINE.cues if cue.phase_index == 1)
    assert advance(session, ZERO_MS + cue.at_ms).events == (CueDue(cue),)


def test_the_rest_finishes_at_its_planned_end_and_stays_there() -> None:
    session, events = advance(_resting(899_999), ZERO_MS + 900_000)
    assert events == (Finished(),)
    assert session.stage is Stage.FINISHED
    later = ZERO_MS + 9_000_000
    assert session.position_ms(later) == session.rested_ms(later) == 900_000
    assert session.remaining_ms(later) == 0
    assert advance(session, later).events == ()


def test_a_session_that_was_not_advanced_still_tells_the_time() -> None:
    session = _begun()
    assert session.rested_ms(ZERO_MS + 60_000) == 60_000
    assert session.remaining_ms(ZERO_MS + 60_000) == 840_000
    assert session.rested_ms(ZERO_MS + 1_000_000) == 900_000


def test_a_pause_holds_the_position_until_it_is_resumed() -> None:
    paused, events = pause(_resting(100_000), ZERO_MS + 100_500)
    assert events == (Paused(),)
    assert paused.stage is Stage.PAUSED
    hour = ZERO_MS + 3_600_000
    assert paused.rested_ms(hour) == 100_500
    assert paused.remaining_ms(hour) == 799_500
    assert advance(paused, hour).events == ()
    session, events = resume(paused, hour)
    assert events == (Resumed(),)
    assert session.stage is Stage.RESTING
    assert session.rested_ms(hour + 500) == 101_000


def test_a_pause_in_the_walk_down_returns_to_the_walk_down() -> None:
    paused = pause(_begun(), START_MS + 10_000).session
    assert paused.remaining_ms(START_MS + 99_000) == 20_000
    session = resume(paused, START_MS + 99_000).session
    assert session.stage is Stage.WALK_DOWN
    assert session.remaining_ms(START_MS + 100_000) == 19_000


def test_a_pause_at_the_first_moment_of_the_rest_begins_the_rest_once() -> None:
    paused, events = pause(_begun(), ZERO_MS)
    assert events == (RestBegan(), PhaseEntered(TIMELINE.phases[0]), Paused())
    assert resume(paused, ZERO_MS + 5).session.stage is Stage.RESTING
    assert resume(paused, ZERO_MS + 5).events == (Resumed(),)


def test_a_command_first_delivers_what_was_due() -> None:
    second = TIMELINE.phases[1]
    _session, events = pause(_resting(second.start_ms - 1), ZERO_MS + second.start_ms + 1)
    assert events == (PhaseEntered(second), Paused())


def test_a_pause_that_comes_after_the_end_finishes_the_rest() -> None:
    session, events = pause(_resting(899_999), ZERO_MS + 900_001)
    assert events == (Finished(),)
    assert session.stage is Stage.FINISHED


@pytest.mark.parametrize("position_ms", [-10_000, 0, 450_000])
def test_ending_early_keeps_what_was_rested(position_ms: int) -> None:
    now_ms = ZERO_MS + position_ms
    session, events = end_early(advance(_begun(), now_ms).session, now_ms)
    assert events == (EndedEarly(),)
    assert session.stage is Stage.ENDED_EARLY
    assert session.rested_ms(now_ms + 60_000) == max(position_ms, 0)
    assert session.remaining_ms(now_ms + 60_000) == 0
    assert advance(session, now_ms + 9_000_000).events == ()


def test_a_paused_rest_can_be_ended() -> None:
    paused = pause(_resting(100_000), ZERO_MS + 100_000).session
    session, events = end_early(paused, ZERO_MS + 500_000)
    assert events == (EndedEarly(),)
    assert session.rested_ms(ZERO_MS + 500_000) == 100_000


@pytest.mark.parametrize("paused", [False, True])
def test_a_rest_can_be_counted_whole(paused: bool) -> None:
    now_ms = ZERO_MS + 100_000
    resting = _resting(100_000)
    standing = pause(resting, now_ms).session if paused else resting
    session, events = count_whole(standing, now_ms)
    assert events == (CountedWhole(),)
    assert session.stage is Stage.FINISHED
    assert session.rested_ms(now_ms) == 900_000
    assert advance(session, now_ms + 900_000).events == ()


def test_what_is_over_is_not_counted_again() -> None:
    ended = end_early(_resting(100_000), ZERO_MS + 100_000).session
    assert count_whole(ended, ended.seen_ms) == (ended, ())
    late, events = count_whole(_resting(899_999), ZERO_MS + 900_001)
    assert (late.stage, events) == (Stage.FINISHED, (Finished(),))


def test_commands_that_make_no_sense_change_nothing() -> None:
    now_ms = ZERO_MS + 100_000
    resting = _resting(100_000)
    assert resume(resting, now_ms) == (resting, ())
    paused = pause(resting, now_ms).session
    assert pause(paused, now_ms) == (paused, ())
    ended = end_early(resting, now_ms).session
    finished = _resting(900_000)
    for over in (ended, finished):
        for command in (pause, resume, end_early):
            assert command(over, over.seen_ms) == (over, ())


def test_a_reading_before_the_last_one_counts_as_the_last_one() -> None:
    session = _resting(100_000)
    assert session.position_ms(0) == 100_000
    assert advance(session, 0) == (session, ())
    assert pause(session, 0).session.rested_ms(0) == 100_000
    paused = pause(session, ZERO_MS + 100_000).session
    later = advance(paused, ZERO_MS + 200_000).session
    assert resume(later, 0).session.rested_ms(ZERO_MS + 200_001) == 100_001


def test_the_next_moment_is_the_next_events() -> None:
    session = _begun()
    assert next_moment_ms(session, START_MS) == ZERO_MS
    assert next_moment_ms(session, START_MS + 7) == ZERO_MS
    resting = _resting(0)
    assert next_moment_ms(resting, ZERO_MS) == ZERO_MS + TIMELINE.cues[0].at_ms
    assert next_moment_ms(_resting(899_000), ZERO_MS + 899_000) == ZERO_MS + 900_000


def test_an_event_that_is_overdue_is_due_now() -> None:
    assert next_moment_ms(_begun(), ZERO_MS + 60_000) == ZERO_MS + 60_000


def test_there_is_no_next_moment_when_paused_or_over() -> None:
    resting = _resting(100_000)
    now_ms = ZERO_MS + 100_000
    assert next_moment_ms(pause(resting, now_ms).session, now_ms) is None
    assert next_moment_ms(end_early(resting, now_ms).session, now_ms) is None
    assert next_moment_ms(_resting(900_000), ZERO_MS + 900_000) is None


def test_the_steps_of_the_walk_down_are_due_before_the_rest() -> None:
    timeline = walk_down(TIMELINE, ("Sit.", "Lie down."), WALK_DOWN_MS)
    first, second = timeline.walk_down
    session, events = begin(timeline, WALK_DOWN_MS, START_MS)
    assert events == (CueDue(first),)
    assert advance(session, START_MS + 14_999).events == ()
    assert advance(session, START_MS + 15_000).events == (CueDue(second),)


def test_the_next_sound_and_the_next_bell_are_known_ahead() -> None:
    cues, phases = TIMELINE.cues, TIMELINE.phases
    assert sounds_ahead(_begun(), START_MS) == (ZERO_MS, ZERO_MS)
    resting = _resting(0)
    expected = (ZERO_MS + cues[0].at_ms, ZERO_MS + phases[1].start_ms)
    assert sounds_ahead(resting, ZERO_MS) == expected
    late = ZERO_MS + cues[0].at_ms
    assert sounds_ahead(resting, late) == (ZERO_MS + cues[1].at_ms, ZERO_MS + phases[1].start_ms)
    last = _resting(cues[-1].at_ms)
    end = ZERO_MS + TIMELINE.planned_ms
    assert sounds_ahead(last, last.seen_ms) == (end, end)


def test_what_is_not_spoken_is_no_sound() -> None:
    timeline = fit(load_practice(), 900_000, Eyes.OPEN, CueDensity.BELLS)
    session = advance(begin(timeline, 0, START_MS).session, START_MS).session
    bell = START_MS + timeline.phases[1].start_ms
    assert sounds_ahead(session, START_MS) == (bell, bell)


def test_nothing_will_be_heard_while_paused_or_once_over() -> None:
    session = _resting(60_000)
    now = session.seen_ms
    assert sounds_ahead(pause(session, now).session, now) == (None, None)
    assert sounds_ahead(end_early(session, now).session, now) == (None, None)
    assert sounds_ahead(_resting(TIMELINE.planned_ms), now) == (None, None)
