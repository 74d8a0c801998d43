"""What becomes of two versions of the same rest."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from constructive_rest.history.record import Outcome, Rest
from constructive_rest.store.rows import COLUMNS, to_plain


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """How many rests a file brought that were new, newer than the stored ones, or neither."""

    added: int
    updated: int
    unchanged: int


def winner(one: Rest, other: Rest) -> Rest:
    """The version to keep: the one changed last; where both were changed at once, by content.

    Every rest has its place in one order, so the order of merging never matters.
    """
    return max(one, other, key=_rank)


def merged(stored: Mapping[str, Rest], brought: Iterable[Rest]) -> tuple[list[Rest], ImportSummary]:
    """What has to be written so that `stored` and `brought` are one, and its summary.

    `brought` holds each id once.
    """
    added: list[Rest] = []
    updated: list[Rest] = []
    unchanged = 0
    for rest in brought:
        known = stored.get(rest.id)
        if known is None:
            added.append(rest)
        elif winner(known, rest) != known:
            updated.append(rest)
        else:
            unchanged += 1
    return added + updated, ImportSummary(len(added), len(updated), unchanged)


def _rank(rest: Rest) -> tuple[object, ...]:
    """A rest in progress comes first among equals: someone is lying there."""
    plain = to_plain(rest)
    content = tuple((plain[name] is not None, plain[name]) for name in COLUMNS)
    return (rest.updated_at, rest.outcome is Outcome.RESTING, content)
