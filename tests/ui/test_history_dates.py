"""Days are written the way the person writes them, only shorter."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from constructive_rest.ui.history.dates import day_format, day_words, full_day, short_day

DAY = date(2025, 6, 11)
LOCALES = ("C", "en_GB", "en_US", "de_DE", "es_ES", "ja_JP", "hu_HU", "lv_LV", "ru_RU", "eu_ES")


@pytest.mark.parametrize(
    ("name", "short", "full", "with_year"),
    [
        ("C", "11 Jun", "Wed 11 June", "Wed 11 Jun 2025"),
        ("en_US", "Jun 11", "Wed June 11", "Wed Jun 11, 2025"),
        ("de_DE", "11. Juni", "Mi. 11. Juni", "Mi. 11. Juni 2025"),
        ("es_ES", "11 de jun", "mié 11 de junio", "mié 11 de jun de 2025"),
        ("ja_JP", "6月11日", "6月11日水", "2025年6月11日水"),
        ("lv_LV", "11. jūn.", "trešd. 11. jūnijs", "trešd. 2025. gada 11. jūn."),
    ],
)
def test_each_language_keeps_its_order(name: str, short: str, full: str, with_year: str) -> None:
    locale = QLocale(name)
    assert short_day(DAY, locale) == short
    assert full_day(DAY, DAY, locale) == full
    assert full_day(DAY, date(2026, 1, 1), locale) == with_year


@given(
    name=st.sampled_from(LOCALES),
    weekday=st.booleans(),
    year=st.booleans(),
    short_month=st.booleans(),
)
def test_only_the_fields_that_are_wanted_remain(
    name: str, weekday: bool, year: bool, short_month: bool
) -> None:
    form = day_format(QLocale(name), weekday=weekday, year=year, short_month=short_month)
    assert ("ddd" in form) == weekday
    assert ("yyyy" in form) == year
    assert ("MMMM" not in form) or not short_month
    assert form == form.strip(" ,")
    assert form.count("'") % 2 == 0


def test_the_nearest_days_have_names() -> None:
    locale = QLocale("C")
    assert day_words(DAY, DAY, locale) == "Today"
    assert day_words(DAY, date(2025, 6, 12), locale) == "Yesterday"
    assert day_words(DAY, date(2025, 6, 13), locale) == "Wed 11 June"
    assert day_words(date(2025, 6, 14), date(2025, 6, 13), locale) == "Sat 14 June"
