"""Values from a file, checked one by one, so that each mistake is named by its field."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from constructive_rest.history.marks import read_marks
from constructive_rest.history.record import Fault, FieldError, Outcome, Rest, utc
from constructive_rest.store.rows import COLUMNS, MOMENTS, OPTIONAL, WHOLE_NUMBERS, from_plain

ISO_START = re.compile(r"\d{4}-\d\d-\d\d[T ]")


class FieldFaultError(Exception):
    """A field of a file, and what is wrong with it, in words for a person."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field, self.reason = field, reason


def read_rest(values: Mapping[str, object]) -> Rest:
    """A rest from the values of every column. Raises FieldFaultError.

    A rest that was in progress when the file was written comes in as an interrupted one: nothing
    that is read from a file is going on here.
    """
    for name in COLUMNS:
        reason = _wrong_form(name, values[name])
        if reason:
            raise FieldFaultError(name, reason)
    fields = dict(values)
    if fields["outcome"] == Outcome.RESTING:
        fields["outcome"] = Outcome.INTERRUPTED
    try:
        return from_plain(fields)
    except FieldError as error:
        raise FieldFaultError(error.field, _in_words(error)) from error


def _wrong_form(name: str, value: object) -> str:
    """What is wrong with the form of a value, or nothing."""
    if value is None:
        return "" if name in OPTIONAL else QCoreApplication.translate("Store", "is missing")
    if name in WHOLE_NUMBERS:
        whole = isinstance(value, int) and not isinstance(value, bool)
        return "" if whole else QCoreApplication.translate("Store", "is not a whole number")
    if not isinstance(value, str):
        return QCoreApplication.translate("Store", "is not text")
    if name in MOMENTS and not _is_moment(value):
        return QCoreApplication.translate(
            "Store", "is not a date and time with its time zone, like 2026-03-29T18:30:00+00:00"
        )
    if name == "marks" and not _are_marks(value):
        return QCoreApplication.translate("Store", "is no list like pause@312+45 hurt@600")
    if name == "outcome" and value not in {outcome.value for outcome in Outcome}:
        text = QCoreApplication.translate("Store", "is none of {choices}")
        return text.format(choices=", ".join(Outcome))
    return ""


def _is_moment(text: str) -> bool:
    if not ISO_START.match(text):
        return False
    try:
        utc(datetime.fromisoformat(text))
    except (ValueError, OverflowError):
        return False
    return True


def _are_marks(text: str) -> bool:
    try:
        read_marks(text)
    except ValueError:
        return False
    return True


def _in_words(error: FieldError) -> str:
    match error.fault:
        case Fault.RANGE if error.field in MOMENTS:
            text = QCoreApplication.translate("Store", "must lie in the years {low} to {high}")
        case Fault.RANGE:
            text = QCoreApplication.translate("Store", "must lie between {low} and {high}")
        case Fault.EMPTY:
            text = QCoreApplication.translate("Store", "is empty")
        case Fault.CHARACTER:
            text = QCoreApplication.translate("Store", "holds a character that cannot be kept")
        case _:
            assert_never(error.fault)
    return text.format(low=error.low, high=error.high)
