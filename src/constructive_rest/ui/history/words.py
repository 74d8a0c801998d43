"""What the History page says about rests."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import assert_never

from PySide6.QtCore import QCoreApplication, QLocale

from constructive_rest.history.days import local_day
from constructive_rest.history.marks import Mark, MarkKind
from constructive_rest.history.record import Outcome, Rest
from constructive_rest.ui.history.dates import day_words
from constructive_rest.ui.rest_words import clock_face

SUMMARY_RESTS = 7
SHOWN_MARKS = 2
"""How many times of one kind a row names, so that it keeps to its line."""
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class RestWords:
    """One rest in words; ease stays a number, None where it was not rated.

    `outcome` tells how it ended, where it did not simply end, and what happened on the way.
    """

    day: str
    length: str
    outcome: str
    before: int | None
    after: int | None
    note: str
    spoken: str


def rest_words(rest: Rest, today: date, locale: QLocale) -> RestWords:
    """Everything that the list says about a rest."""
    day = day_words(local_day(rest), today, locale)
    note = rest.note.strip()
    spoken = spoken_rest(rest, day)
    if note:
        spoken = translate("History", "{0}. Note: {1}").format(spoken, note)
    return RestWords(
        day=day,
        length=length_words(rest.rested_s),
        outcome=" · ".join(_course(rest)),
        before=rest.ease_before,
        after=rest.ease_after,
        note=note,
        spoken=spoken,
    )


def length_words(rested_s: int) -> str:
    """A length in whole minutes, short: 20 min."""
    minutes = round(rested_s / 60)
    return (
        translate("History", "{0} min").format(minutes)
        if minutes
        else translate("History", "under 1 min")
    )


def outcome_words(outcome: Outcome) -> str:
    """How a rest ended, where it did not simply end."""
    match outcome:
        case Outcome.ENDED_EARLY:
            return translate("History", "ended early")
        case Outcome.INTERRUPTED:
            return translate("History", "interrupted")
        case Outcome.UNANSWERED:
            return translate("History", "unanswered")
        case Outcome.RESTING:
            return translate("History", "under way")
        case Outcome.COMPLETED:
            return ""
    assert_never(outcome)


def spoken_rest(rest: Rest, day: str) -> str:
    """A rest as one phrase for a screen reader."""
    minutes = round(rest.rested_s / 60)
    length = (
        translate("History", "{0} min").format(minutes)
        if minutes
        else translate("History", "under one minute")
    )
    parts = [day, length, *_course(rest), _ease_words(rest)]
    return ", ".join(part for part in parts if part)


def _course(rest: Rest) -> list[str]:
    """How a rest ended and when something happened in it, as far as there is anything to tell."""
    marks = (_mark_words(rest.marks, kind) for kind in MarkKind)
    return [words for words in (outcome_words(rest.outcome), *marks) if words]


def _mark_words(marks: Sequence[Mark], kind: MarkKind) -> str:
    times = [clock_face(mark.at_s * 1000) for mark in marks if mark.kind is kind]
    if not times:
        return ""
    shown = ", ".join(times[:SHOWN_MARKS]) + (" …" if len(times) > SHOWN_MARKS else "")
    match kind:
        case MarkKind.PAUSE:
            return translate("History", "paused at {0}").format(shown)
        case MarkKind.HURT:
            return translate("History", "something hurt at {0}").format(shown)
    assert_never(kind)


def chart_summary(rests: Sequence[Rest], today: date, locale: QLocale) -> str:
    """The latest rests of the chart, newest first, in words. `rests` are oldest first."""
    latest = [
        spoken_rest(rest, day_words(local_day(rest), today, locale))
        for rest in reversed(rests[-SUMMARY_RESTS:])
    ]
    if not latest:
        return translate("History", "No rests in this time.")
    return translate("History", "Latest rests: {0}.").format("; ".join(latest))


def number_words(value: float, locale: QLocale) -> str:
    """A median or quartile: whole where it is whole, otherwise with one decimal."""
    return (
        locale.toString(round(value)) if value == round(value) else locale.toString(value, "f", 1)
    )


def _ease_words(rest: Rest) -> str:
    match rest.ease_before, rest.ease_after:
        case None, None:
            return ""
        case before, None:
            return translate("History", "ease {0} before").format(before)
        case None, after:
            return translate("History", "ease {0} after").format(after)
        case before, after:
            return translate("History", "ease {0} before and {1} after").format(before, after)
