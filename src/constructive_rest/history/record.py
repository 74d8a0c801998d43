"""One rest as it is remembered."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum

from constructive_rest.history.marks import MAX_MARKS, Mark

EASE_MIN = 0
EASE_MAX = 10
MAX_REST_S = 24 * 60 * 60
MAX_OFFSET_S = 18 * 60 * 60
FIRST_YEAR, LAST_YEAR = 1900, 2999


class Outcome(StrEnum):
    """How a rest came to its end; `RESTING` while it has not."""

    RESTING = "resting"
    COMPLETED = "completed"
    ENDED_EARLY = "ended_early"
    INTERRUPTED = "interrupted"
    UNANSWERED = "unanswered"


class Fault(StrEnum):
    """What is wrong with one field of a rest."""

    RANGE = "lies outside its range"
    EMPTY = "must not be empty"
    CHARACTER = "holds a character that cannot be kept"


class FieldError(ValueError):
    """One field of a rest makes no sense.

    `low` and `high` are the ends of the range, in the field's own unit (years for a moment), and
    are set where the fault is `Fault.RANGE`.
    """

    def __init__(self, field: str, fault: Fault, low: int = 0, high: int = 0) -> None:
        limits = f" ({low} to {high})" if fault is Fault.RANGE else ""
        super().__init__(f"{field} {fault}{limits}")
        self.field, self.fault, self.low, self.high = field, fault, low, high


@dataclass(frozen=True, slots=True)
class Rest:
    """A rest, finished or in progress.

    Times are aware and in UTC, in the years 1900 to 2999; `utc_offset_s` is the local offset of
    that place and day, in seconds east of Greenwich. `planned_s` and `rested_s` are whole seconds.
    Ease runs from 0 to 10, and None means that nobody was asked or nobody answered, which is never
    the same as 0. Text holds neither NUL nor half a surrogate pair, so that every file format can
    carry it; a choice about the body is None where it is unknown, never empty. `marks` are in the
    order in which they were made, 200 at most.

    Raises FieldError for a value that makes no sense, and ValueError for a moment not in UTC.
    """

    id: str
    practice: str
    started_at: datetime
    utc_offset_s: int
    planned_s: int
    rested_s: int
    outcome: Outcome
    updated_at: datetime
    ease_before: int | None = None
    ease_after: int | None = None
    head_support: str | None = None
    arms: str | None = None
    legs: str | None = None
    eyes: str | None = None
    note: str = ""
    deleted_at: datetime | None = None
    marks: tuple[Mark, ...] = ()

    def __post_init__(self) -> None:
        _check_moment("started_at", self.started_at)
        _check_moment("updated_at", self.updated_at)
        _check_moment("deleted_at", self.deleted_at)
        _check_range("planned_s", self.planned_s, 0, MAX_REST_S)
        _check_range("rested_s", self.rested_s, 0, MAX_REST_S)
        _check_range("ease_before", self.ease_before, EASE_MIN, EASE_MAX)
        _check_range("ease_after", self.ease_after, EASE_MIN, EASE_MAX)
        _check_range("utc_offset_s", self.utc_offset_s, -MAX_OFFSET_S, MAX_OFFSET_S)
        for name in ("id", "practice", "head_support", "arms", "legs", "eyes", "note"):
            _check_text(name, getattr(self, name))
        _check_range("marks", len(self.marks), 0, MAX_MARKS)

    @property
    def local_start(self) -> datetime:
        """The moment it began, on the clock of the place where it was rested."""
        return self.started_at.astimezone(timezone(timedelta(seconds=self.utc_offset_s)))


def utc(moment: datetime) -> datetime:
    """The same moment in UTC. Raises ValueError for a naive one."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return moment.astimezone(UTC)


def _check_moment(field: str, moment: datetime | None) -> None:
    if moment is None:
        return
    if moment.utcoffset() != timedelta(0):
        raise ValueError(f"{field} must be in UTC")
    _check_range(field, moment.year, FIRST_YEAR, LAST_YEAR)


def _check_range(field: str, number: int | None, low: int, high: int) -> None:
    if number is not None and not low <= number <= high:
        raise FieldError(field, Fault.RANGE, low, high)


def _check_text(field: str, text: str | None) -> None:
    if text is None:
        return
    if not text and field != "note":
        raise FieldError(field, Fault.EMPTY)
    if text.isascii():
        sound = "\0" not in text
    else:
        sound = not any(c == "\0" or "\ud800" <= c <= "\udfff" for c in text)
    if not sound:
        raise FieldError(field, Fault.CHARACTER)
