"""What a rest may be."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

import pytest

from constructive_rest.history.record import Fault, FieldError, Rest, utc

Make = Callable[..., Rest]
NAIVE = datetime(2026, 3, 29, 12, 0)


@pytest.mark.parametrize(
    ("field", "value", "fault"),
    [
        ("planned_s", -1, Fault.RANGE),
        ("rested_s", 86401, Fault.RANGE),
        ("ease_before", 11, Fault.RANGE),
        ("ease_after", -1, Fault.RANGE),
        ("utc_offset_s", 64801, Fault.RANGE),
        ("started_at", datetime(1899, 12, 31, tzinfo=UTC), Fault.RANGE),
        ("updated_at", datetime(3000, 1, 1, tzinfo=UTC), Fault.RANGE),
        ("id", "", Fault.EMPTY),
        ("practice", "", Fault.EMPTY),
        ("arms", "", Fault.EMPTY),
        ("note", "a\0b", Fault.CHARACTER),
        ("note", "é\0", Fault.CHARACTER),
        ("note", "half \ud83d", Fault.CHARACTER),
    ],
)
def test_nonsense_is_refused_by_field_and_fault(
    make_rest: Make, field: str, value: object, fault: Fault
) -> None:
    with pytest.raises(FieldError, match=field) as caught:
        make_rest(**{field: value})
    assert (caught.value.field, caught.value.fault) == (field, fault)


@pytest.mark.parametrize("field", ["started_at", "updated_at", "deleted_at"])
@pytest.mark.parametrize("moment", [NAIVE, NAIVE.replace(tzinfo=timezone(timedelta(hours=1)))])
def test_a_moment_must_be_in_utc(make_rest: Make, field: str, moment: datetime) -> None:
    with pytest.raises(ValueError, match=f"{field} must be in UTC"):
        make_rest(**{field: moment})


def test_the_ends_of_every_range_belong_to_it(make_rest: Make) -> None:
    low = make_rest(planned_s=0, rested_s=0, ease_before=0, ease_after=0, utc_offset_s=-64800)
    high = make_rest(
        planned_s=86400, rested_s=86400, ease_before=10, ease_after=10, utc_offset_s=64800
    )
    assert (low.ease_before, high.ease_after) == (0, 10)
    assert make_rest(note="").note == ""
    assert make_rest(note="Rücken 😌").note == "Rücken 😌"


def test_a_range_is_told_in_full(make_rest: Make) -> None:
    with pytest.raises(FieldError) as caught:
        make_rest(ease_before=12)
    assert (caught.value.low, caught.value.high) == (0, 10)
    assert str(caught.value) == "ease_before lies outside its range (0 to 10)"


def test_local_start_is_on_the_clock_of_the_place(make_rest: Make) -> None:
    rest = make_rest(started_at=datetime(2026, 3, 29, 22, 30, tzinfo=UTC), utc_offset_s=19800)
    assert rest.local_start.isoformat() == "2026-03-30T04:00:00+05:30"


def test_a_moment_needs_its_zone() -> None:
    with pytest.raises(ValueError, match="time zone"):
        utc(NAIVE)
    there = NAIVE.replace(tzinfo=timezone(timedelta(hours=2)))
    assert utc(there) == datetime(2026, 3, 29, 10, 0, tzinfo=UTC)
    assert utc(there).utcoffset() == timedelta(0)
