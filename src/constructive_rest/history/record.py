"""One rest as it is remembered."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum

EASE_MIN = 0
EASE_MAX = 10
MAX_REST_S = 24 * 60 * 60


class Outcome(StrEnum):
    """How a rest came to its end; `RESTING` while it has not."""

    RESTING = "resting"
    COMPLETED = "completed"
    ENDED_EARLY = "ended_early"
    INTERRUPTED = "interrupted"
    UNANSWERED = "unanswered"


@dataclass(frozen=True, slots=True)
class Rest:
    """A rest, finished or in progress.

    Times are aware and in UTC; `utc_offset_s` is the local offset of that place and day, in
    seconds east of Greenwich. `planned_s` and `rested_s` are whole seconds. Ease runs from 0 to
    10, and None means that nobody was asked or nobody answered, which is never the same as 0.

    Raises ValueError where a value lies outside its range.
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

    def __post_init__(self) -> None:
        for name in ("started_at", "updated_at", "deleted_at"):
            moment = getattr(self, name)
            if moment is not None and moment.utcoffset() != timedelta(0):
                raise ValueError(f"{name} must be in UTC")
        for name in ("planned_s", "rested_s"):
            if not 0 <= getattr(self, name) <= MAX_REST_S:
                raise ValueError(f"{name} must lie between 0 and {MAX_REST_S} seconds")
        for name in ("ease_before", "ease_after"):
            ease = getattr(self, name)
            if ease is not None and not EASE_MIN <= ease <= EASE_MAX:
                raise ValueError(f"{name} must lie between {EASE_MIN} and {EASE_MAX}")
        if not -18 * 3600 <= self.utc_offset_s <= 18 * 3600:
            raise ValueError("utc_offset_s must lie within 18 hours of UTC")

    @property
    def local_start(self) -> datetime:
        """The moment it began, on the clock of the place where it was rested."""
        return self.started_at.astimezone(timezone(timedelta(seconds=self.utc_offset_s)))


def utc(moment: datetime) -> datetime:
    """The same moment in UTC. Raises ValueError for a naive one."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs its time zone")
    return moment.astimezone(UTC)
