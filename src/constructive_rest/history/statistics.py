"""What the numbers bear, and nothing beyond it.

One rating of how a body feels is mostly noise. A single daily rating of pain has a reliability of
0.65 and a mean of five over 0.90 (doi 10.1016/j.jpain.2014.09.012), and a change under about two
points of ten is noise for pain scales (PubMed 15928561). Ease has no such studies of its own; that
it is at least as noisy is our judgement. So nothing is summarised below five rated rests, and a
difference under two is "about the same".
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import chain

from constructive_rest.history.days import by_day
from constructive_rest.history.record import Rest

RATED_MIN = 5
ROLLING_WINDOW = 7
NOTICEABLE = 2
FORTNIGHT = timedelta(days=14)


class Change(StrEnum):
    """What may be said of typical ease in one time and in another."""

    ABOUT_THE_SAME = "about_the_same"
    HIGHER = "higher"
    LOWER = "lower"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A change, and the points of ease it comes to; 0 where it is about the same."""

    change: Change
    points: float


@dataclass(frozen=True, slots=True)
class Typical:
    """Typical ease: the median of `rated` ratings and their usual range, quartile to quartile."""

    median: float
    low: float
    high: float
    rated: int


@dataclass(frozen=True, slots=True)
class Fortnight:
    """What happened in fourteen days.

    `rested_s` is the sum in seconds, `days` the number of days with a rest. `most_often_min` is the
    commonest length in whole minutes, the longer of two equally common ones; None without a rest.
    `before` and `after` are None below five ratings each.
    """

    sessions: int
    rested_s: int
    days: int
    most_often_min: int | None
    before: Typical | None
    after: Typical | None


def median(values: Sequence[float]) -> float:
    """The middle value, or the mean of the middle two. Raises ValueError without values."""
    return quantile(values, 0.5)


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which `share` (0 to 1) of the values lie, interpolated between neighbours.

    This is type 7 of Hyndman & Fan 1996, the one of spreadsheets. Raises ValueError without values
    or for a share outside 0 to 1.
    """
    if not values or not 0 <= share <= 1:
        raise ValueError("a quantile needs values and a share from 0 to 1")
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def typical(ratings: Sequence[int]) -> Typical | None:
    """Median and usual range (the middle half) of at least five ratings; None below five."""
    if len(ratings) < RATED_MIN:
        return None
    low, high = quantile(ratings, 0.25), quantile(ratings, 0.75)
    return Typical(median(ratings), low, high, len(ratings))


def compare(now: Sequence[int], earlier: Sequence[int]) -> Comparison:
    """The noise rule: two sets of ratings, `now` as against `earlier`.

    They are about the same where their medians lie less than two points apart, and wherever either
    has fewer than five ratings.
    """
    here, there = typical(now), typical(earlier)
    if here is None or there is None or abs(here.median - there.median) < NOTICEABLE:
        return Comparison(Change.ABOUT_THE_SAME, 0.0)
    points = here.median - there.median
    return Comparison(Change.HIGHER if points > 0 else Change.LOWER, abs(points))


def rolling_medians(ratings: Sequence[int]) -> tuple[float | None, ...]:
    """For each rating the median of the last seven up to it, as long as there are five."""
    return tuple(
        median(ratings[max(0, end - ROLLING_WINDOW) : end]) if end >= RATED_MIN else None
        for end in range(1, len(ratings) + 1)
    )


def fortnight(rests: Sequence[Rest], last_day: date, day_ends_h: int = 0) -> Fortnight:
    """The fourteen local days that end with `last_day`; rests that do not count are left out."""
    days = by_day(rests, day_ends_h)
    inside = {day: days[day] for day in days if last_day - FORTNIGHT < day <= last_day}
    rested = tuple(chain.from_iterable(inside.values()))
    before, after = ratings_before(rested), ratings_after(rested)
    return Fortnight(
        sessions=len(rested),
        rested_s=sum(rest.rested_s for rest in rested),
        days=len(inside),
        most_often_min=_most_often([(rest.rested_s + 30) // 60 for rest in rested]),
        before=typical(before),
        after=typical(after),
    )


def ratings_before(rests: Sequence[Rest]) -> tuple[int, ...]:
    """The ratings given before the rests, without the missing ones."""
    return tuple(rest.ease_before for rest in rests if rest.ease_before is not None)


def ratings_after(rests: Sequence[Rest]) -> tuple[int, ...]:
    """The ratings given after the rests, without the missing ones."""
    return tuple(rest.ease_after for rest in rests if rest.ease_after is not None)


def _most_often(minutes: Sequence[int]) -> int | None:
    times = Counter(minutes)
    return max(times, key=lambda length: (times[length], length), default=None)
