"""What is written along the axes."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from constructive_rest.history.record import Rest
from constructive_rest.history.series import Span
from constructive_rest.ui.charts.data import gather
from constructive_rest.ui.charts.ticks import day_ticks, minute_ticks, names_months

Make = Callable[..., Rest]
TODAY = date(2026, 6, 13)


def test_usual_rests_always_have_the_same_scale() -> None:
    assert minute_ticks(0) == minute_ticks(20) == minute_ticks(30) == (0, 10, 30)


@given(most=st.floats(30.01, 60 * 24 * 31))
def test_longer_ones_fit_below_the_last_value(most: float) -> None:
    low, middle, high = minute_ticks(most)
    assert low == 0
    assert middle * 2 == high
    assert high >= most
    assert high <= max(2 * most, most + 600)


def test_a_month_names_every_seventh_day(rest_before: Make) -> None:
    data = gather([rest_before(0)], Span.MONTH, TODAY)
    assert not names_months(data)
    ticks = day_ticks(data, day_px=20.8, label_px=70)
    assert ticks == (date(2026, 5, 15), date(2026, 5, 22), date(2026, 5, 29), date(2026, 6, 5))


def test_a_year_names_months(rest_before: Make) -> None:
    data = gather([rest_before(0), rest_before(200)], Span.YEAR, TODAY)
    assert names_months(data)
    ticks = day_ticks(data, day_px=1.7, label_px=50)
    assert all(day.day == 1 for day in ticks)
    assert date(2026, 1, 1) in ticks


@given(
    span=st.sampled_from(Span),
    age=st.integers(0, 12_000),
    width=st.integers(250, 800),
    label=st.integers(40, 120),
)
def test_words_never_touch(rest_before: Make, span: Span, age: int, width: int, label: int) -> None:
    data = gather([rest_before(0), rest_before(age)], span, TODAY)
    day_px = width / ((data.last - data.first).days + 1)
    ticks = day_ticks(data, day_px, label)
    for one, other in pairwise([*ticks, TODAY]):
        assert (other - one).days * day_px >= 0.9 * label
    assert all(day in data.days for day in ticks)
