"""What the charts draw, as plain data."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import assert_never

from constructive_rest.history.days import by_day, counts, local_day
from constructive_rest.history.record import Rest
from constructive_rest.history.statistics import rolling_medians

DAY_BARS_MAX = 92
WEEK_BARS_MAX = 2 * 366


class Span(StrEnum):
    """How far back a chart looks."""

    TWO_WEEKS = "two_weeks"
    MONTH = "month"
    THREE_MONTHS = "three_months"
    YEAR = "year"
    ALL = "all"


class Grouping(StrEnum):
    """How much time one bar stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Days:
    """Local days from `first` to `last`, both included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __len__(self) -> int:
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class DayBar:
    """Seconds rested in a day, a week or a month, and in how many rests.

    `day` is the first day of that time, even where the chart begins later.
    """

    day: date
    seconds: int
    count: int


@dataclass(frozen=True, slots=True)
class EasePoint:
    """The ease of one rest, 0 to 10, None where it was not rated; at least one is there.

    `moment` is its beginning on the clock of the place where it was rested.
    """

    rest_id: str
    day: date
    moment: datetime
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class RollingPoint:
    """The median of the last seven ratings up to this rest."""

    day: date
    moment: datetime
    median: float


def days_of(span: Span, today: date, rests: Iterable[Rest] = (), day_ends_h: int = 0) -> Days:
    """The days of a span that ends today: 14, 30, 91 or 365 of them, or all with a rest.

    Only `Span.ALL` looks at the rests; it always holds today, and a rest that lies beyond it on the
    calendar of another place.
    """
    match span:
        case Span.TWO_WEEKS:
            length = 14
        case Span.MONTH:
            length = 30
        case Span.THREE_MONTHS:
            length = 91
        case Span.YEAR:
            length = 365
        case Span.ALL:
            days = [today, *(local_day(rest, day_ends_h) for rest in rests if counts(rest))]
            return Days(min(days), max(days))
        case _:
            assert_never(span)
    return Days(today - timedelta(days=length - 1), today)


def fitting(days: Days) -> Grouping:
    """The grouping that keeps bars wide enough to tell apart (our judgement)."""
    if len(days) <= DAY_BARS_MAX:
        return Grouping.DAY
    return Grouping.WEEK if len(days) <= WEEK_BARS_MAX else Grouping.MONTH


def first_day(day: date, grouping: Grouping) -> date:
    """The first day of the day, week (Monday) or month that holds `day`."""
    match grouping:
        case Grouping.DAY:
            return day
        case Grouping.WEEK:
            return day - timedelta(days=day.weekday())
        case Grouping.MONTH:
            return day.replace(day=1)
    assert_never(grouping)


def bars(
    rests: Iterable[Rest], days: Days, grouping: Grouping, day_ends_h: int = 0
) -> tuple[DayBar, ...]:
    """Bars in order of time for the rests within `days`; a time without a rest has none."""
    found: dict[date, DayBar] = {}
    for day, rested in by_day(rests, day_ends_h).items():
        if day in days:
            key = first_day(day, grouping)
            bar = found.get(key, DayBar(key, 0, 0))
            seconds = bar.seconds + sum(rest.rested_s for rest in rested)
            found[key] = DayBar(key, seconds, bar.count + len(rested))
    return tuple(found.values())


def ease_points(rests: Iterable[Rest], days: Days, day_ends_h: int = 0) -> tuple[EasePoint, ...]:
    """The rated rests within `days`, in order of time."""
    return tuple(
        EasePoint(rest.id, day, rest.local_start, rest.ease_before, rest.ease_after)
        for day, rest in _in_order(rests, day_ends_h)
        if day in days and not (rest.ease_before is None and rest.ease_after is None)
    )


def rolling_before(
    rests: Iterable[Rest], days: Days, day_ends_h: int = 0
) -> tuple[RollingPoint, ...]:
    """Rolling medians of ease before, within `days`, from the fifth rating ever on.

    Ratings from before the first day count towards the medians, so that a line does not depend on
    how far back the chart looks.
    """
    return _rolling(rests, days, day_ends_h, lambda rest: rest.ease_before)


def rolling_after(
    rests: Iterable[Rest], days: Days, day_ends_h: int = 0
) -> tuple[RollingPoint, ...]:
    """Rolling medians of ease after, by the same rule as `rolling_before`."""
    return _rolling(rests, days, day_ends_h, lambda rest: rest.ease_after)


def _rolling(
    rests: Iterable[Rest], days: Days, day_ends_h: int, rating: Callable[[Rest], int | None]
) -> tuple[RollingPoint, ...]:
    rated: list[tuple[date, Rest]] = []
    ratings: list[int] = []
    for day, rest in _in_order(rests, day_ends_h):
        ease = rating(rest)
        if ease is not None:
            rated.append((day, rest))
            ratings.append(ease)
    return tuple(_shown(rated, rolling_medians(ratings), days))


def _shown(
    rated: Sequence[tuple[date, Rest]], medians: Sequence[float | None], days: Days
) -> Iterator[RollingPoint]:
    for (day, rest), value in zip(rated, medians, strict=True):
        if value is not None and day in days:
            yield RollingPoint(day, rest.local_start, value)


def _in_order(rests: Iterable[Rest], day_ends_h: int) -> Iterator[tuple[date, Rest]]:
    """The rests that count with their days, by the instant at which they began."""
    counted = sorted(filter(counts, rests), key=lambda rest: (rest.started_at, rest.id))
    return ((local_day(rest, day_ends_h), rest) for rest in counted)
