"""The clock that can be steered."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from constructive_rest.practice.clock import Clock, ScaledClock


class _Source:
    def __init__(self, ns: int) -> None:
        self.ns = ns

    def __call__(self) -> int:
        return self.ns


def test_it_starts_at_zero_wherever_its_source_stands() -> None:
    clock: Clock = ScaledClock(_Source(123_456_789_012_345))
    assert clock.now_ms() == 0


def test_at_plain_speed_it_counts_whole_milliseconds() -> None:
    source = _Source(5)
    clock = ScaledClock(source)
    source.ns += 1_999_999
    assert clock.now_ms() == 1
    source.ns += 1
    assert clock.now_ms() == 2


@pytest.mark.parametrize(("speed", "ms"), [(60.0, 900_000), (0.5, 7_500), (1.0, 15_000)])
def test_it_runs_as_many_times_as_fast_as_it_is_told(speed: float, ms: int) -> None:
    source = _Source(7)
    clock = ScaledClock(source, speed)
    source.ns += 15_000_000_000
    assert clock.now_ms() == ms


@settings(deadline=None)
@given(
    st.lists(st.integers(0, 10**15), min_size=1),
    st.floats(0.001, 10_000, allow_nan=False),
)
def test_it_never_goes_back(steps: list[int], speed: float) -> None:
    source = _Source(0)
    clock = ScaledClock(source, speed)
    seen = clock.now_ms()
    for step in steps:
        source.ns += step
        assert clock.now_ms() >= seen
        seen = clock.now_ms()


@pytest.mark.parametrize("speed", [0.0, -1.0, math.inf, math.nan])
def test_a_speed_that_is_none_is_refused(speed: float) -> None:
    with pytest.raises(ValueError, match="give a number above 0"):
        ScaledClock(_Source(0), speed)
