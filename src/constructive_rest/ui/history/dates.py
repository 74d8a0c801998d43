"""Days in words, as short as the person's own way of writing dates allows.

Qt knows each locale's long form of a date but no form without the year or with a short month, so
these are made from the long form by leaving fields out.
"""

import re
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

translate = QCoreApplication.translate
_FIELD = re.compile(r"y+|M+|d+")
_LITERAL = re.compile(r"'[^']*'")
_PUNCTUATION = " \u00a0\u202f,،.-/()"


def day_format(locale: QLocale, *, weekday: bool, year: bool, short_month: bool) -> str:
    """The locale's long date with a short weekday, without the fields that are not wanted."""
    fields, gaps = _taken_apart(locale.dateFormat(QLocale.FormatType.LongFormat))
    if not weekday:
        _drop(fields, gaps, "dddd")
    if not year:
        _drop(fields, gaps, "yyyy")
    shorter = {"dddd": "ddd"} | ({"MMMM": "MMM"} if short_month else {})
    fields = [shorter.get(field, field) for field in fields]
    if fields[0] == "ddd":
        gaps[1] = gaps[1].replace(", ", " ")
    return gaps[0] + "".join(field + gap for field, gap in zip(fields, gaps[1:], strict=True))


def short_day(day: date, locale: QLocale) -> str:
    """Day and short month: 12 Jun."""
    return _written(day, locale, day_format(locale, weekday=False, year=False, short_month=True))


def full_day(day: date, today: date, locale: QLocale) -> str:
    """Weekday, day and month: Wed 11 June; the year where it is not this one."""
    other_year = day.year != today.year
    form = day_format(locale, weekday=True, year=other_year, short_month=other_year)
    return _written(day, locale, form)


def day_words(day: date, today: date, locale: QLocale) -> str:
    """Today, Yesterday, or the day itself."""
    if day == today:
        return translate("History", "Today")
    if (today - day).days == 1:
        return translate("History", "Yesterday")
    return full_day(day, today, locale)


def short_month(day: date, locale: QLocale) -> str:
    """The month's short name, as it stands by itself."""
    return locale.standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)


def _written(day: date, locale: QLocale, form: str) -> str:
    return locale.toString(QDate(day.year, day.month, day.day), form)


def _taken_apart(form: str) -> tuple[list[str], list[str]]:
    """The fields of a date format, and the text before, between and after them."""
    quoted = [match.span() for match in _LITERAL.finditer(form)]
    found = [
        match
        for match in _FIELD.finditer(form)
        if not any(start <= match.start() < end for start, end in quoted)
    ]
    edges = [0, *(edge for match in found for edge in match.span()), len(form)]
    gaps = [form[edges[at] : edges[at + 1]] for at in range(0, len(edges), 2)]
    return [match.group() for match in found], gaps


def _drop(fields: list[str], gaps: list[str], field: str) -> None:
    """Leave a field out together with what ties it to its neighbours."""
    if field not in fields:
        return
    at = fields.index(field)
    last = at == len(fields) - 1
    del fields[at]
    if last:
        kept = _LITERAL.sub("", gaps[at]).strip(_PUNCTUATION)
        gaps[at : at + 2] = [kept]
    else:
        del gaps[at + 1]
