"""What a rest keeps of its own course: when it was paused, and when something hurt."""

import re
from dataclasses import dataclass
from enum import StrEnum

MAX_MARKS = 200
"""More than anyone makes in a rest; beyond them a rest keeps the first ones."""
_LONGEST_S = 24 * 60 * 60
_MARK = re.compile(r"(?P<kind>[a-z]+)@(?P<at>[0-9]{1,5})(?:\+(?P<lasted>[0-9]{1,5}))?")


class MarkKind(StrEnum):
    """What happened."""

    PAUSE = "pause"
    HURT = "hurt"


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that happened `at_s` rested seconds into a rest, and how long it lasted.

    Both are whole seconds from 0 to 86,400; a moment lasts 0. Raises ValueError beyond.
    """

    kind: MarkKind
    at_s: int
    lasted_s: int = 0

    def __post_init__(self) -> None:
        for seconds in (self.at_s, self.lasted_s):
            if not 0 <= seconds <= _LONGEST_S:
                raise ValueError(f"a mark at {seconds} s: 0 to {_LONGEST_S} s are possible")


def write_marks(marks: tuple[Mark, ...]) -> str:
    """The marks as one line of text: `pause@312+45 hurt@600`; empty where there are none."""
    return " ".join(
        f"{mark.kind}@{mark.at_s}" + (f"+{mark.lasted_s}" if mark.lasted_s else "")
        for mark in marks
    )


def read_marks(text: str) -> tuple[Mark, ...]:
    """The marks that `write_marks` wrote. Raises ValueError for anything else."""
    words = text.split(" ") if text else []
    if len(words) > MAX_MARKS:
        raise ValueError(f"{len(words)} marks: {MAX_MARKS} at most are kept")
    return tuple(_read_mark(word) for word in words)


def _read_mark(word: str) -> Mark:
    found = _MARK.fullmatch(word)
    if found is None:
        raise ValueError(f"{word!r} is no mark like pause@312+45 or hurt@600")
    return Mark(MarkKind(found["kind"]), int(found["at"]), int(found["lasted"] or 0))
