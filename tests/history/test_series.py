"""What charts draw: every rest in its bar, every rating at its place, nothing invented."""

import statistics
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constructive_rest.history.days import local_day, seconds_per_day
from constructive_rest.history.record import Outcome, Rest
from constructive_rest.history.series import (
    DayBar,
    Days,
    EasePoint,
    Grouping,
    Span,
    bars,
    days_of,
    ease_points,
    first_day,
    fitting,
    rolling_after,
    rolling_before,
)

Make = Callable[..., Rest]
TODAY = date(2026, 3, 29)
EVER = Days(date(1900, 1, 1), date(2999, 12, 31))
groupings = st.sampled_from(Grouping)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("span", "first", "length"),
    [
        (Span.TWO_WEEKS, date(2026, 3, 16), 14),
        (Span.MONTH, date(2026, 2, 28), 30),
        (Span.THREE_MONTHS, date(2025, 12, 29), 91),
        (Span.YEAR, date(2025, 3, 30), 365),
        (Span.ALL, TODAY, 1),
    ],
)
def test_a_span_ends_today(span: Span, first: date, length: int) -> None:
    days = days_of(span, TODAY)
    assert (days.first, days.last, len(days)) == (first, TODAY, length)
    assert first in days
    assert TODAY in days
    assert first - timedelta(days=1) not in days
    assert TODAY + timedelta(days=1) not in days


def test_all_reaches_to_the_first_rest_that_counts(make_rest: Make) -> None:
    rests = [
        make_rest(id="a", started_at=at("2020-05-01T01:00")),
        make_rest(id="b", started_at=at("2019-01-01T12:00"), deleted_at=at("2019-01-02")),
        make_rest(id="c", started_at=at("2018-01-01T12:00"), outcome=Outcome.RESTING),
        make_rest(id="d", started_at=at("2026-03-29T12:00"), utc_offset_s=13 * 3600),
    ]
    assert days_of(Span.ALL, TODAY, rests) == Days(date(2020, 5, 1), date(2026, 3, 30))
    assert days_of(Span.ALL, TODAY, rests, 3) == Days(date(2020, 4, 30), TODAY)


@pytest.mark.parametrize(
    ("length", "grouping"),
    [
        (1, Grouping.DAY),
        (92, Grouping.DAY),
        (93, Grouping.WEEK),
        (365, Grouping.WEEK),
        (732, Grouping.WEEK),
        (733, Grouping.MONTH),
    ],
)
def test_the_grouping_fits_the_days(length: int, grouping: Grouping) -> None:
    assert fitting(Days(TODAY - timedelta(days=length - 1), TODAY)) is grouping


@pytest.mark.parametrize(
    ("grouping", "first"),
    [
        (Grouping.DAY, TODAY),
        (Grouping.WEEK, date(2026, 3, 23)),
        (Grouping.MONTH, date(2026, 3, 1)),
    ],
)
def test_the_first_day_of_a_time(grouping: Grouping, first: date) -> None:
    assert first_day(TODAY, grouping) == first
    assert first_day(first, grouping) == first


def test_bars_by_hand(make_rest: Make) -> None:
    rests = [
        make_rest(id="sunday", rested_s=100),
        make_rest(id="again", started_at=at("2026-03-29T20:00"), rested_s=10),
        make_rest(id="monday", started_at=at("2026-03-23T20:00"), rested_s=1),
        make_rest(id="february", started_at=at("2026-02-28T20:00"), rested_s=7),
        make_rest(id="outside", started_at=at("2026-02-27T20:00"), rested_s=999),
        make_rest(id="gone", rested_s=999, deleted_at=at("2026-03-29T21:00")),
    ]
    month = days_of(Span.MONTH, TODAY)
    assert bars(rests, month, Grouping.DAY) == (
        DayBar(date(2026, 2, 28), 7, 1),
        DayBar(date(2026, 3, 23), 1, 1),
        DayBar(TODAY, 110, 2),
    )
    assert bars(rests, month, Grouping.WEEK) == (
        DayBar(date(2026, 2, 23), 7, 1),
        DayBar(date(2026, 3, 23), 111, 3),
    )
    assert bars(rests, month, Grouping.MONTH) == (
        DayBar(date(2026, 2, 1), 7, 1),
        DayBar(date(2026, 3, 1), 111, 3),
    )


@given(data=st.data(), grouping=groupings, length=st.integers(1, 90), ends_h=st.integers(0, 23))
def test_bars_hold_every_second_of_their_days_once(
    any_rests: st.SearchStrategy[list[Rest]],
    data: st.DataObject,
    grouping: Grouping,
    length: int,
    ends_h: int,
) -> None:
    rests = data.draw(any_rests)
    days = Days(TODAY - timedelta(days=length - 1), TODAY)
    found = bars(rests, days, grouping, ends_h)
    expected = {day: s for day, s in seconds_per_day(rests, ends_h).items() if day in days}
    assert sum(bar.seconds for bar in found) == sum(expected.values())
    assert [bar.day for bar in found] == sorted({first_day(day, grouping) for day in expected})
    assert all(bar.count >= 1 for bar in found)
    if grouping is Grouping.DAY:
        assert {bar.day: bar.seconds for bar in found} == expected
    if grouping is Grouping.WEEK:
        assert all(bar.day.isoweekday() == 1 for bar in found)
    if grouping is Grouping.MONTH:
        assert all(bar.day.day == 1 for bar in found)


def test_an_unrated_rest_has_no_point_and_half_a_rating_half_a_one(make_rest: Make) -> None:
    rests = [
        make_rest(id="c", started_at=at("2026-03-29T20:00"), ease_after=0, utc_offset_s=7200),
        make_rest(id="a", started_at=at("2026-03-28T08:00"), ease_before=4, ease_after=6),
        make_rest(id="b"),
        make_rest(id="gone", ease_before=1, deleted_at=at("2026-03-29T21:00")),
    ]
    month = days_of(Span.MONTH, TODAY)
    first, second = ease_points(rests, month)
    assert first == EasePoint("a", date(2026, 3, 28), at("2026-03-28T08:00"), 4, 6)
    assert (second.rest_id, second.before, second.after) == ("c", None, 0)
    assert second.moment.isoformat() == "2026-03-29T22:00:00+02:00"


@given(data=st.data(), ends_h=st.integers(0, 23))
def test_every_rating_is_a_point_at_its_day(
    any_rests: st.SearchStrategy[list[Rest]], data: st.DataObject, ends_h: int
) -> None:
    rests = data.draw(any_rests)
    points = ease_points(rests, EVER, ends_h)
    rated = {
        rest.id: rest
        for rest in rests
        if (rest.deleted_at, rest.outcome == "resting") == (None, False)
        and {rest.ease_before, rest.ease_after} != {None}
    }
    assert sorted(point.rest_id for point in points) == sorted(rated)
    assert [point.moment for point in points] == sorted(point.moment for point in points)
    for point in points:
        rest = rated[point.rest_id]
        assert (point.before, point.after) == (rest.ease_before, rest.ease_after)
        assert point.day == local_day(rest, ends_h)
        assert point.moment == rest.started_at


@given(data=st.data(), length=st.integers(1, 90))
def test_rolling_points_do_not_depend_on_how_far_back_the_chart_looks(
    any_rests: st.SearchStrategy[list[Rest]], data: st.DataObject, length: int
) -> None:
    rests = data.draw(any_rests)
    days = Days(TODAY - timedelta(days=length - 1), TODAY)
    for rolling in (rolling_before, rolling_after):
        whole = rolling(rests, EVER)
        assert rolling(rests, days) == tuple(point for point in whole if point.day in days)


@given(data=st.data())
def test_rolling_points_counted_by_brute_force(
    any_rests: st.SearchStrategy[list[Rest]], data: st.DataObject
) -> None:
    rests = data.draw(any_rests)
    there = [rest for rest in rests if rest.deleted_at is None and rest.outcome != "resting"]
    there.sort(key=lambda rest: (rest.started_at, rest.id))
    before = [(r.started_at, r.ease_before) for r in there if r.ease_before is not None]
    after = [(r.started_at, r.ease_after) for r in there if r.ease_after is not None]
    for rated, points in (
        (before, rolling_before(rests, EVER)),
        (after, rolling_after(rests, EVER)),
    ):
        assert len(points) == max(0, len(rated) - 4)
        for number, point in enumerate(points, start=4):
            window = rated[max(0, number - 6) : number + 1]
            assert point.moment == rated[number][0]
            assert point.median == statistics.median(ease for _, ease in window)
