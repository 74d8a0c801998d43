"""What the charts are given: every axis begins and ends with a whole bar."""

from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from constructive_rest.history.record import Rest
from constructive_rest.history.series import Grouping, Span, first_day
from constructive_rest.ui.charts.data import gather, last_day

Make = Callable[..., Rest]
TODAY = date(2026, 6, 13)
days = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@given(day=days, grouping=st.sampled_from(Grouping))
def test_the_next_bar_begins_right_after_the_last_day(day: date, grouping: Grouping) -> None:
    end = last_day(day, grouping)
    assert end >= day
    assert first_day(end, grouping) == first_day(day, grouping)
    after = end + timedelta(days=1)
    assert first_day(after, grouping) == after


def test_all_of_a_short_history_still_has_two_weeks(rest_before: Make) -> None:
    data = gather([rest_before(0)], Span.ALL, TODAY)
    assert len(data.days) == 14
    assert data.days.last == TODAY


def test_rests_of_one_day_lie_side_by_side_around_its_middle(rest_before: Make) -> None:
    rests = [rest_before(3, hour=hour, ease_after=5) for hour in (7, 12, 20)]
    places = gather(rests, Span.MONTH, TODAY).places()
    middle = (TODAY - timedelta(days=3)).toordinal()
    found = [places[rest.local_start] - middle for rest in rests]
    assert found == sorted(found)
    assert found[1] == 0
    assert found[0] == -found[2]
    assert found[2] < 0.5


@given(count=st.integers(1, 24))
def test_however_many_rests_a_day_has_they_stay_in_it(rest_before: Make, count: int) -> None:
    rests = [rest_before(0, hour=hour, ease_before=1) for hour in range(count)]
    places = gather(rests, Span.TWO_WEEKS, TODAY).places()
    assert len(places) == count
    assert all(abs(place - TODAY.toordinal()) < 0.5 for place in places.values())


def test_a_week_stands_in_the_middle_of_its_days(rest_before: Make) -> None:
    data = gather([rest_before(2), rest_before(300)], Span.YEAR, TODAY)
    assert data.grouping is Grouping.WEEK
    last = data.bars[-1]
    assert data.holds_today(last)
    assert data.middle(last) == date(2026, 6, 11).toordinal()
    assert not data.holds_today(data.bars[0])
    assert data.first.weekday() == 0
    assert data.last.weekday() == 6
