"""The end bell calls at growing intervals and loudness, five times at most."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from constructive_rest.practice.calling import CALLS, GIVE_UP_MS, Call, calls_due, next_moment_ms


def test_there_are_five_calls_and_the_first_comes_with_the_end() -> None:
    assert len(CALLS) == 5
    assert CALLS[0].at_ms == 0


def test_each_interval_is_longer_and_each_call_louder() -> None:
    gaps = [later.at_ms - earlier.at_ms for earlier, later in pairwise(CALLS)]
    assert all(later > earlier for earlier, later in pairwise(gaps))
    loudness = [call.loudness for call in CALLS]
    assert loudness == sorted(set(loudness))
    assert 0 < loudness[0] < loudness[-1] <= 1


def test_giving_up_leaves_time_to_answer_the_last_call() -> None:
    assert GIVE_UP_MS - CALLS[-1].at_ms >= 20_000


@given(st.lists(st.integers(0, 40_000), max_size=12))
def test_each_call_comes_once_whatever_the_steps(steps: list[int]) -> None:
    heard: list[Call] = []
    seen = -1
    for step in steps:
        heard += calls_due(seen, max(seen, 0) + step)
        seen = max(seen, 0) + step
    assert heard == [call for call in CALLS if call.at_ms <= seen]


def test_sleeping_from_moment_to_moment_ends_with_giving_up() -> None:
    moments = [0]
    while (moment := next_moment_ms(moments[-1])) is not None:
        moments.append(moment)
    assert moments == [*(call.at_ms for call in CALLS), GIVE_UP_MS]
