"""Figures against Python's own, and the rule that keeps noise from being called change."""

import statistics
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constructive_rest.history.record import Outcome, Rest
from constructive_rest.history.statistics import (
    Change,
    Comparison,
    Fortnight,
    Typical,
    compare,
    fortnight,
    median,
    quantile,
    ratings_after,
    ratings_before,
    rolling_medians,
    typical,
)

Make = Callable[..., Rest]
ratings = st.lists(st.integers(0, 10), max_size=40)
some_ratings = st.lists(st.integers(0, 10), min_size=1, max_size=40)
TODAY = date(2026, 3, 29)


@given(some_ratings)
def test_the_median_is_pythons(values: list[int]) -> None:
    assert median(values) == statistics.median(values)


@given(st.lists(st.integers(0, 10), min_size=2, max_size=40))
def test_the_quartiles_are_pythons(values: list[int]) -> None:
    expected = statistics.quantiles(values, n=4, method="inclusive")
    assert [quantile(values, share) for share in (0.25, 0.5, 0.75)] == pytest.approx(expected)


@given(some_ratings)
def test_order_does_not_matter_and_the_ends_are_the_ends(values: list[int]) -> None:
    assert quantile(values, 0) == min(values)
    assert quantile(values, 1) == max(values)
    assert median(list(reversed(values))) == median(values)


@pytest.mark.parametrize(("values", "share"), [([], 0.5), ([1], -0.1), ([1], 1.1)])
def test_a_quantile_of_nothing_is_refused(values: list[int], share: float) -> None:
    with pytest.raises(ValueError, match="quantile"):
        quantile(values, share)


@given(ratings)
def test_typical_ease_needs_five_ratings(values: list[int]) -> None:
    found = typical(values)
    if len(values) < 5:
        assert found is None
    else:
        low, _, high = statistics.quantiles(values, n=4, method="inclusive")
        assert found == Typical(statistics.median(values), low, high, len(values))


@given(ratings)
def test_rolling_medians_are_those_of_the_last_seven_from_the_fifth_on(values: list[int]) -> None:
    found = rolling_medians(values)
    assert len(found) == len(values)
    for index, value in enumerate(found):
        window = [values[at] for at in range(len(values)) if index - 7 < at <= index]
        assert value == (statistics.median(window) if index >= 4 else None)


def test_rolling_medians_by_hand() -> None:
    assert rolling_medians([0, 10, 2, 8, 4, 6, 5, 9]) == (None, None, None, None, 4, 5, 5, 6)
    assert rolling_medians([]) == ()


@pytest.mark.parametrize(
    ("now", "earlier", "expected"),
    [
        ([7] * 5, [5] * 5, Comparison(Change.HIGHER, 2.0)),
        ([5] * 5, [7] * 5, Comparison(Change.LOWER, 2.0)),
        ([7] * 4, [1] * 9, Comparison(Change.ABOUT_THE_SAME, 0.0)),
        ([7] * 9, [1] * 4, Comparison(Change.ABOUT_THE_SAME, 0.0)),
        ([7, 7, 7, 6, 6, 6], [5] * 5, Comparison(Change.ABOUT_THE_SAME, 0.0)),
        ([8, 8, 8, 7, 7, 7], [5] * 5, Comparison(Change.HIGHER, 2.5)),
        ([], [], Comparison(Change.ABOUT_THE_SAME, 0.0)),
    ],
)
def test_the_noise_rule(now: list[int], earlier: list[int], expected: Comparison) -> None:
    assert compare(now, earlier) == expected


@given(ratings, ratings)
def test_a_change_is_claimed_exactly_where_the_numbers_bear_it(
    now: list[int], earlier: list[int]
) -> None:
    found = compare(now, earlier)
    mirrored = compare(earlier, now)
    assert found.points == mirrored.points
    if found.change is Change.ABOUT_THE_SAME:
        assert mirrored.change is Change.ABOUT_THE_SAME
        few = min(len(now), len(earlier)) < 5
        assert few or abs(statistics.median(now) - statistics.median(earlier)) < 2
    else:
        assert {found.change, mirrored.change} == {Change.HIGHER, Change.LOWER}
        signed = found.points if found.change is Change.HIGHER else -found.points
        assert signed == statistics.median(now) - statistics.median(earlier)
        assert found.points >= 2


def test_missing_ratings_are_left_out_and_zero_is_not_missing(make_rest: Make) -> None:
    rests = [make_rest(ease_before=0), make_rest(ease_after=0), make_rest(ease_before=3)]
    assert ratings_before(rests) == (0, 3)
    assert ratings_after(rests) == (0,)


def test_a_fortnight_by_hand(make_rest: Make) -> None:
    noon = make_rest().started_at
    lengths = [900, 1200, 1200, 600, 900, 60]
    rests = [
        make_rest(
            id=str(number),
            started_at=noon - timedelta(days=number, hours=number),
            rested_s=length,
            ease_before=number if number < 5 else None,
            ease_after=9 if number < 4 else None,
        )
        for number, length in enumerate(lengths)
    ]
    rests.append(make_rest(id="same day", rested_s=1170))
    rests.append(make_rest(id="too old", started_at=noon - timedelta(days=14)))
    rests.append(make_rest(id="tomorrow", started_at=noon + timedelta(days=1)))
    rests.append(make_rest(id="gone", deleted_at=noon))
    rests.append(make_rest(id="going on", outcome=Outcome.RESTING))
    assert fortnight(rests, TODAY) == Fortnight(
        sessions=7,
        rested_s=sum(lengths) + 1170,
        days=6,
        most_often_min=20,
        before=Typical(median=2.0, low=1.0, high=3.0, rated=5),
        after=None,
    )


def test_a_fortnight_of_nothing() -> None:
    assert fortnight([], TODAY) == Fortnight(0, 0, 0, None, None, None)


def test_of_two_lengths_as_common_the_longer_is_named(make_rest: Make) -> None:
    rests = [make_rest(id=str(seconds), rested_s=seconds) for seconds in (870, 899, 930, 1200)]
    assert fortnight(rests, TODAY).most_often_min == 15
    assert fortnight(rests[1:], TODAY).most_often_min == 20


@given(data=st.data(), back=st.integers(-20, 30), ends_h=st.integers(0, 23))
def test_a_fortnight_counted_by_brute_force(
    any_rests: st.SearchStrategy[list[Rest]], data: st.DataObject, back: int, ends_h: int
) -> None:
    rests = data.draw(any_rests)
    last = TODAY - timedelta(days=back)
    inside: list[tuple[date, Rest]] = []
    for rest in rests:
        shown = rest.started_at + timedelta(seconds=rest.utc_offset_s) - timedelta(hours=ends_h)
        there = rest.deleted_at is None and rest.outcome != "resting"
        if there and 0 <= (last - shown.date()).days <= 13:
            inside.append((shown.date(), rest))
    found = fortnight(rests, last, ends_h)
    assert found.sessions == len(inside)
    assert found.rested_s == sum(rest.rested_s for _, rest in inside)
    assert found.days == len({day for day, _ in inside})
    before = [rest.ease_before for _, rest in inside if rest.ease_before is not None]
    assert (found.before is None) == (len(before) < 5)
    if found.before is not None:
        assert found.before.median == statistics.median(before)
    minutes = Counter((rest.rested_s + 30) // 60 for _, rest in inside)
    if found.most_often_min is None:
        assert not inside
    else:
        assert minutes[found.most_often_min] == max(minutes.values())
