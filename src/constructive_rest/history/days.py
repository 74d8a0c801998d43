"""Which rests count, and on which day each of them was."""

from collections.abc import Iterable
from datetime import date, timedelta

from constructive_rest.history.record import Outcome, Rest


def counts(rest: Rest) -> bool:
    """Whether a rest belongs in figures and charts: it is over, and has not been deleted."""
    return rest.deleted_at is None and rest.outcome is not Outcome.RESTING


def local_day(rest: Rest, day_ends_h: int = 0) -> date:
    """The day of a rest on the clock of the place where it was rested.

    A day ends at `day_ends_h`, a whole hour from 0 (midnight) to 23: with 3, a rest at two in the
    morning belongs to the evening before. Raises ValueError for another hour.
    """
    if not 0 <= day_ends_h <= 23:
        raise ValueError("a day ends at an hour from 0 to 23")
    return (rest.local_start - timedelta(hours=day_ends_h)).date()


def by_day(rests: Iterable[Rest], day_ends_h: int = 0) -> dict[date, tuple[Rest, ...]]:
    """The rests that count, by local day: days in order, each day's rests by their beginning.

    A day without a rest is left out.
    """
    days: dict[date, list[Rest]] = {}
    for rest in sorted(filter(counts, rests), key=lambda rest: (rest.started_at, rest.id)):
        days.setdefault(local_day(rest, day_ends_h), []).append(rest)
    return {day: tuple(days[day]) for day in sorted(days)}


def seconds_per_day(rests: Iterable[Rest], day_ends_h: int = 0) -> dict[date, int]:
    """Seconds rested on each day with a rest, days in order."""
    days = by_day(rests, day_ends_h)
    return {day: sum(rest.rested_s for rest in rested) for day, rested in days.items()}
