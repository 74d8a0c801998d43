"""The day of a rest: that of its own place, with nothing lost and nothing counted twice."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from constructive_rest.history.days import by_day, counts, local_day, seconds_per_day
from constructive_rest.history.record import Outcome, Rest

Make = Callable[..., Rest]


@pytest.mark.parametrize(
    ("started", "offset_h", "ends_h", "day"),
    [
        ("2026-03-29T23:59:59", 0, 0, date(2026, 3, 29)),
        ("2026-03-29T00:00:00", 0, 0, date(2026, 3, 29)),
        ("2026-03-29T12:00:00", 13, 0, date(2026, 3, 30)),
        ("2026-03-29T12:00:00", -13, 0, date(2026, 3, 28)),
        ("2026-03-30T02:59:59", 0, 3, date(2026, 3, 29)),
        ("2026-03-30T03:00:00", 0, 3, date(2026, 3, 30)),
        ("2026-03-29T21:30:00", 5, 3, date(2026, 3, 29)),
        ("2026-01-01T01:00:00", 0, 3, date(2025, 12, 31)),
    ],
)
def test_a_day_is_local_and_ends_when_it_is_told_to(
    make_rest: Make, started: str, offset_h: int, ends_h: int, day: date
) -> None:
    moment = datetime.fromisoformat(started).replace(tzinfo=UTC)
    assert local_day(make_rest(started_at=moment, utc_offset_s=offset_h * 3600), ends_h) == day


@pytest.mark.parametrize("hour", [-1, 24])
def test_a_day_ends_at_an_hour(make_rest: Make, hour: int) -> None:
    with pytest.raises(ValueError, match="0 to 23"):
        local_day(make_rest(), hour)


@pytest.mark.skipif(not available_timezones(), reason="this system has no time zone database")
@given(
    moment=st.datetimes(
        min_value=datetime(1980, 1, 1),
        max_value=datetime(2037, 1, 1),
        timezones=st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Kathmandu"]).map(
            ZoneInfo
        ),
    )
)
def test_the_day_is_what_the_wall_clock_said(make_rest: Make, moment: datetime) -> None:
    """Through every change to and from summer time: the offset of that day tells."""
    as_shown = moment.astimezone(UTC).astimezone(moment.tzinfo)
    offset = as_shown.utcoffset()
    assert offset is not None
    rest = make_rest(started_at=moment.astimezone(UTC), utc_offset_s=int(offset.total_seconds()))
    assert local_day(rest) == as_shown.date()


@pytest.mark.parametrize("outcome", list(Outcome))
def test_what_counts(make_rest: Make, outcome: Outcome) -> None:
    rest = make_rest(outcome=outcome)
    assert counts(rest) is (outcome is not Outcome.RESTING)
    assert not counts(make_rest(outcome=outcome, deleted_at=rest.updated_at))


@given(data=st.data(), ends_h=st.integers(0, 23))
def test_every_rest_that_counts_is_on_its_one_day(
    any_rests: st.SearchStrategy[list[Rest]], data: st.DataObject, ends_h: int
) -> None:
    rests = data.draw(any_rests)
    days = by_day(rests, ends_h)
    wanted = {rest.id for rest in rests if rest.deleted_at is None and rest.outcome != "resting"}
    found = [rest.id for rested in days.values() for rest in rested]
    assert sorted(found) == sorted(wanted)
    assert list(days) == sorted(days)
    assert all(days.values()), "a day without a rest"
    for day, rested in days.items():
        moments = [rest.started_at for rest in rested]
        assert moments == sorted(moments)
        for rest in rested:
            shown = rest.started_at + timedelta(seconds=rest.utc_offset_s)
            morning = datetime(day.year, day.month, day.day, ends_h, tzinfo=UTC)
            assert timedelta(0) <= shown - morning < timedelta(days=1)


@given(data=st.data())
def test_no_second_is_lost(any_rests: st.SearchStrategy[list[Rest]], data: st.DataObject) -> None:
    rests = data.draw(any_rests)
    total = 0
    for rest in rests:
        if rest.deleted_at is None and rest.outcome != "resting":
            total += rest.rested_s
    assert sum(seconds_per_day(rests).values()) == total


def test_several_rests_of_a_day_are_summed(make_rest: Make) -> None:
    noon = make_rest().started_at
    rests = [
        make_rest(id="b", started_at=noon + timedelta(hours=3), rested_s=300),
        make_rest(id="a", rested_s=61),
        make_rest(id="c", started_at=noon - timedelta(days=2), rested_s=7),
    ]
    assert seconds_per_day(rests) == {date(2026, 3, 27): 7, date(2026, 3, 29): 361}
    assert seconds_per_day([]) == {}
