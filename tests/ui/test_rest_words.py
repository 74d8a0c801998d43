"""What the rest page says at each moment."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constructive_rest import content
from constructive_rest.practice import session as sessions
from constructive_rest.practice.session import Session
from constructive_rest.practice.setup import Eyes
from constructive_rest.practice.timeline import fit, walk_down
from constructive_rest.ui.light import Light
from constructive_rest.ui.rest_words import RestWords, clock_face, in_light, words_at

REST = fit(content.load_practice(), 20 * 60_000, Eyes.OPEN)
WALK_DOWN_MS = 30_000
LINES = ("Sit down.", "Lie down.", "Bend your knees.")


def session_at(
    now_ms: int, walk_down_ms: int = WALK_DOWN_MS, lines: tuple[str, ...] = LINES
) -> Session:
    timeline = walk_down(REST, lines, walk_down_ms)
    return sessions.advance(sessions.begin(timeline, walk_down_ms, 0).session, now_ms).session


def words(now_ms: int, lines: tuple[str, ...] = LINES) -> RestWords:
    return words_at(session_at(now_ms, lines=lines), now_ms)


def resting(position_ms: int) -> RestWords:
    return words(WALK_DOWN_MS + position_ms)


@given(milliseconds=st.integers(1, 24 * 3_600_000))
def test_a_second_that_has_begun_counts_whole(milliseconds: int) -> None:
    minutes, seconds = clock_face(milliseconds).split(":")
    shown = int(minutes) * 60_000 + int(seconds) * 1000
    assert milliseconds <= shown < milliseconds + 1000


@given(milliseconds=st.integers(0, 24 * 3_600_000))
def test_seconds_have_two_digits_and_stay_below_sixty(milliseconds: int) -> None:
    seconds = clock_face(milliseconds).split(":")[1]
    assert len(seconds) == 2
    assert int(seconds) < 60


def test_zero_means_over() -> None:
    assert [clock_face(ms) for ms in (0, 1, 1000, 1001, 60_000)] == [
        "0:00", "0:01", "0:01", "0:02", "1:00",
    ]  # fmt: skip


def test_the_walk_down_counts_to_the_first_moment_of_the_rest() -> None:
    assert words(0).phase == "Lie down"
    assert words(0).digits == "0:30"
    assert words(29_999).digits == "0:01"


def test_each_walk_down_line_has_an_even_share_in_order() -> None:
    said = [words(ms).cue for ms in range(0, WALK_DOWN_MS, 1000)]
    assert said == [line for line in LINES for _ in range(10)]


@given(count=st.integers(1, 9), now=st.integers(0, WALK_DOWN_MS - 1))
def test_any_number_of_lines_is_said_in_order_to_the_last(count: int, now: int) -> None:
    lines = tuple(str(number) for number in range(count))
    assert words(now, lines).cue == lines[(now * count + count - 1) // WALK_DOWN_MS]


def test_a_walk_down_without_lines_says_nothing() -> None:
    assert words(0, ()).cue == ""


def test_in_the_rest_the_phase_names_itself() -> None:
    for phase in REST.phases:
        assert resting(phase.start_ms).phase == phase.phase.name


def test_the_digits_count_down_to_the_end_of_the_rest() -> None:
    assert resting(0).digits == "20:00"
    assert resting(REST.planned_ms - 1).digits == "0:01"


def test_a_cue_stays_until_the_next_one_or_the_next_phase() -> None:
    first, second = REST.cues[:2]
    assert resting(first.at_ms).cue == first.text
    assert resting(second.at_ms - 1).cue == first.text
    assert resting(second.at_ms).cue == second.text


def test_before_a_phase_has_spoken_there_is_no_cue() -> None:
    for phase in REST.phases:
        assert resting(phase.start_ms).cue == ""


@given(now=st.integers(0, WALK_DOWN_MS + REST.planned_ms - 1), later=st.integers(0, 3_600_000))
def test_a_pause_keeps_the_digits_and_says_so(now: int, later: int) -> None:
    paused = sessions.pause(session_at(now), now).session
    before = words(now)
    said = words_at(paused, now + later)
    assert said == RestWords("Paused", before.digits, "Take the time you need.")


def test_without_a_walk_down_the_rest_speaks_at_once() -> None:
    session = session_at(0, walk_down_ms=0)
    assert words_at(session, 0).phase == REST.phases[0].phase.name


def test_in_a_turning_light_the_phases_give_way_and_the_old_cue_sinks() -> None:
    first, second = (timed.phase.name for timed in REST.phases[:2])
    before = in_light(RestWords(first, "18:02", "Old."), Light(0, 1, 0.25), REST)
    assert before == RestWords(first, "18:02", "Old.", second, 0.25, 0.5)
    after = in_light(RestWords(second, "17:58", ""), Light(0, 1, 0.75), REST)
    assert after == RestWords(first, "17:58", "", second, 0.75, 1.0)


@pytest.mark.parametrize("light", [Light(0, 0, 0.0), Light(0, 1, 0.5)])
def test_a_pause_or_a_still_light_changes_no_word(light: Light) -> None:
    words = RestWords("Paused", "18:00", "Take the time you need.")
    assert in_light(words, light, REST) == words


def test_a_still_light_shows_the_phase_as_it_is() -> None:
    words = RestWords(REST.phases[2].phase.name, "12:00", "Watch.")
    assert in_light(words, Light(2, 2, 0.0), REST) == words
