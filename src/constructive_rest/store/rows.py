"""A rest as plain values by column: the form in which tables and files hold it."""

from collections.abc import Mapping
from datetime import datetime

from constructive_rest.history.marks import read_marks, write_marks
from constructive_rest.history.record import Outcome, Rest, utc

Plain = str | int | None

COLUMNS = (
    "id",
    "practice",
    "started_at",
    "utc_offset_s",
    "planned_s",
    "rested_s",
    "outcome",
    "ease_before",
    "ease_after",
    "head_support",
    "arms",
    "legs",
    "eyes",
    "note",
    "updated_at",
    "deleted_at",
    "marks",
)
WHOLE_NUMBERS = frozenset({"utc_offset_s", "planned_s", "rested_s", "ease_before", "ease_after"})
MOMENTS = frozenset({"started_at", "updated_at", "deleted_at"})
OPTIONAL = frozenset(
    {"ease_before", "ease_after", "head_support", "arms", "legs", "eyes", "deleted_at"}
)
CAN_BE_LEFT_OUT = frozenset({"marks"})
"""What a file that a person has made need not name; empty text stands for it."""


class BadRowError(Exception):
    """Stored values that make no rest."""


def moment_text(moment: datetime) -> str:
    """ISO 8601 in UTC with microseconds: as text in the same order as in time."""
    return utc(moment).isoformat(timespec="microseconds")


def to_plain(rest: Rest) -> dict[str, Plain]:
    """The columns of a rest, in the order of the table."""
    return {
        "id": rest.id,
        "practice": rest.practice,
        "started_at": moment_text(rest.started_at),
        "utc_offset_s": rest.utc_offset_s,
        "planned_s": rest.planned_s,
        "rested_s": rest.rested_s,
        "outcome": rest.outcome.value,
        "ease_before": rest.ease_before,
        "ease_after": rest.ease_after,
        "head_support": rest.head_support,
        "arms": rest.arms,
        "legs": rest.legs,
        "eyes": rest.eyes,
        "note": rest.note,
        "updated_at": moment_text(rest.updated_at),
        "deleted_at": None if rest.deleted_at is None else moment_text(rest.deleted_at),
        "marks": write_marks(rest.marks),
    }


def from_plain(values: Mapping[str, object]) -> Rest:
    """A rest from its columns. Raises ValueError or OverflowError where they make none."""
    fields = dict(values)
    fields["outcome"] = Outcome(str(fields["outcome"]))
    fields["marks"] = read_marks(str(fields["marks"]))
    for name in MOMENTS:
        text = fields[name]
        fields[name] = None if text is None else utc(datetime.fromisoformat(str(text)))
    return Rest(**fields)  # type: ignore[arg-type]
