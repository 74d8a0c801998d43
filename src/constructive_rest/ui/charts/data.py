"""What the two charts show over one stretch of time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import assert_never

from constructive_rest.history.record import Rest
from constructive_rest.history.series import (
    DayBar,
    Days,
    EasePoint,
    Grouping,
    RollingPoint,
    Span,
    bars,
    days_of,
    ease_points,
    first_day,
    fitting,
    rolling_after,
    rolling_before,
)

SHORTEST = timedelta(days=13)
"""From the first to the last day of the shortest axis: below that a bar would fill the chart."""
APART = 0.3
"""Days between the marks of two rests on one day, as long as they fit into it."""


@dataclass(frozen=True, slots=True)
class ChartData:
    """Bars, ratings and medians of the days that are shown.

    Places on the time axis are proleptic Gregorian ordinals: a day reaches half a unit to both
    sides of its own.
    """

    days: Days
    today: date
    grouping: Grouping
    bars: tuple[DayBar, ...]
    points: tuple[EasePoint, ...]
    before: tuple[RollingPoint, ...]
    after: tuple[RollingPoint, ...]

    @property
    def first(self) -> date:
        """The first day of the axis, which begins with a whole bar."""
        return first_day(self.days.first, self.grouping)

    @property
    def last(self) -> date:
        """The last day of the axis, which ends with a whole bar."""
        return last_day(self.days.last, self.grouping)

    def places(self) -> dict[datetime, float]:
        """Where each rated rest lies on the time axis; those of one day lie side by side."""
        return dict(_places(self.points))

    def middle(self, bar: DayBar) -> float:
        """Where a bar stands on the time axis."""
        return (bar.day.toordinal() + last_day(bar.day, self.grouping).toordinal()) / 2

    def holds_today(self, bar: DayBar) -> bool:
        """Whether today lies in the time of a bar."""
        return bar.day == first_day(self.today, self.grouping)


def gather(rests: Sequence[Rest], span: Span, today: date) -> ChartData:
    """The data of all charts for the days of `span`, from all rests."""
    days = days_of(span, today, rests)
    if days.last - days.first < SHORTEST:
        days = Days(days.last - SHORTEST, days.last)
    grouping = fitting(days)
    return ChartData(
        days=days,
        today=today,
        grouping=grouping,
        bars=bars(rests, days, grouping),
        points=ease_points(rests, days),
        before=rolling_before(rests, days),
        after=rolling_after(rests, days),
    )


def last_day(day: date, grouping: Grouping) -> date:
    """The last day of the day, week or month that holds `day`."""
    start = first_day(day, grouping)
    match grouping:
        case Grouping.DAY:
            return start
        case Grouping.WEEK:
            return start + timedelta(days=6)
        case Grouping.MONTH:
            return first_day(start + timedelta(days=31), grouping) - timedelta(days=1)
    assert_never(grouping)


def _places(points: Sequence[EasePoint]) -> Iterator[tuple[datetime, float]]:
    together: dict[date, list[EasePoint]] = {}
    for point in points:
        together.setdefault(point.day, []).append(point)
    for day, group in together.items():
        step = min(APART, 0.8 / len(group))
        for number, point in enumerate(group):
            yield point.moment, day.toordinal() + (number - (len(group) - 1) / 2) * step
