"""An invented history looks like one that was lived."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from constructive_rest.history.record import Outcome
from constructive_rest.sample_history import sample_rests

NOW = datetime(2026, 6, 13, 9, 0, tzinfo=UTC)


@given(count=st.integers(0, 80), seed=st.integers(0, 50))
def test_there_are_as_many_rests_as_were_asked_for(count: int, seed: int) -> None:
    rests = sample_rests(count, NOW, seed)
    assert len(rests) == count
    assert len({rest.id for rest in rests}) == count


@given(count=st.integers(1, 80), seed=st.integers(0, 50))
def test_they_come_oldest_first_and_end_today(count: int, seed: int) -> None:
    starts = [rest.started_at for rest in sample_rests(count, NOW, seed)]
    assert starts == sorted(starts)
    assert starts[-1].date() == NOW.date()
    assert starts[-1] < NOW


@given(seed=st.integers(0, 50))
def test_no_day_has_two(seed: int) -> None:
    days = [rest.started_at.date() for rest in sample_rests(40, NOW, seed)]
    assert len(set(days)) == len(days)


def test_the_same_seed_invents_the_same_history() -> None:
    assert sample_rests(30, NOW, 3) == sample_rests(30, NOW, 3)
    assert sample_rests(30, NOW, 3) != sample_rests(30, NOW, 4)


def test_some_are_ended_early_and_some_are_not_rated() -> None:
    rests = sample_rests(200, NOW)
    early = [rest for rest in rests if rest.outcome is Outcome.ENDED_EARLY]
    assert 0 < len(early) < 50
    assert all(rest.rested_s == rest.planned_s // 2 for rest in early)
    assert 0 < sum(rest.ease_after is None for rest in rests) < 100
    assert all((rest.ease_before is None) == (rest.ease_after is None) for rest in rests)
