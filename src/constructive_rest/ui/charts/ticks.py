"""Which values are written along the axes."""

import math
from collections.abc import Iterator
from datetime import date, timedelta

from constructive_rest.history.series import Grouping
from constructive_rest.ui.charts.data import ChartData

EASE_TICKS = (0, 5, 10)
_MINUTE_TICKS = (0, 10, 30)
_HALVES = (20, 30, 40, 50, 60, 90, 120, 150, 180, 240, 300, 450, 600, 900, 1200)
_DAY_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120)
_DAYS_WITH_DATES = 92
_MONTH_DAYS = 30.4


def minute_ticks(most: float) -> tuple[int, int, int]:
    """Three values for the minutes' axis, the last at or above `most`.

    Up to half an hour they are 0, 10 and 30, so that one usual rest always looks the same.
    """
    if most <= _MINUTE_TICKS[-1]:
        return _MINUTE_TICKS
    half = next((half for half in _HALVES if most <= 2 * half), 300 * math.ceil(most / 600))
    return (0, half, 2 * half)


def day_ticks(data: ChartData, day_px: float, label_px: float) -> tuple[date, ...]:
    """The days to write on the time axis, never nearer to each other or to today than a label.

    A day is `day_px` wide on the screen and a label `label_px`, its own space included.
    """
    days = _every_few_days if _shows_days(data) else _every_few_months
    apart = label_px / day_px
    chosen: list[date] = []
    for day in days(data, apart):
        if abs((data.today - day).days) >= apart and (
            not chosen or (day - chosen[-1]).days >= apart * 0.9
        ):
            chosen.append(day)
    return tuple(chosen)


def names_months(data: ChartData) -> bool:
    """Whether the axis names months; otherwise it names days."""
    return not _shows_days(data)


def _shows_days(data: ChartData) -> bool:
    return data.grouping is Grouping.DAY and len(data.days) <= _DAYS_WITH_DATES


def _every_few_days(data: ChartData, apart: float) -> Iterator[date]:
    step = next((step for step in _DAY_STEPS if step >= apart), _DAY_STEPS[-1])
    day = data.days.first
    while day <= data.days.last:
        yield day
        day += timedelta(days=step)


def _every_few_months(data: ChartData, apart: float) -> Iterator[date]:
    least = apart / _MONTH_DAYS
    step = next((step for step in _MONTH_STEPS if step >= least), _MONTH_STEPS[-1])
    for year in range(data.days.first.year, data.days.last.year + 1):
        for month in range(12):
            day = date(year, month + 1, 1)
            if (year * 12 + month) % step == 0 and day in data.days:
                yield day
