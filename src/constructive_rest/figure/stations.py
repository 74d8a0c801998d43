"""Which postures a body passes through on a long way: nobody stands up from the back at once."""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Ways:
    """Which trunks are one movement apart, as neighbours on a line; all of `lying` count as one."""

    lying: Sequence[str] = ()
    lines: Sequence[Sequence[str]] = ()

    def between(self, start: str, end: str) -> list[str]:
        """What a body passes through from one trunk to another."""
        first, last = (self.lying[0] if key in self.lying else key for key in (start, end))
        return between(self.lines, first, last)


def between(lines: Sequence[Sequence[str]], start: str, end: str) -> list[str]:
    """The fewest stations between `start` and `end`, of which each line joins neighbours.

    Empty where no line leads there.
    """
    joined: dict[str, dict[str, None]] = {}
    for line in lines:
        for first, second in pairwise(line):
            joined.setdefault(first, {})[second] = None
            joined.setdefault(second, {})[first] = None
    came_from: dict[str, str | None] = {start: None}
    waiting = deque([start])
    while waiting and end not in came_from:
        here = waiting.popleft()
        for there in joined.get(here, {}):
            if there not in came_from:
                came_from[there] = here
                waiting.append(there)
    return _passed(came_from, end)


def _passed(came_from: Mapping[str, str | None], end: str) -> list[str]:
    passed: list[str] = []
    here = came_from.get(end)
    while here is not None:
        passed.append(here)
        here = came_from[here]
    return passed[-2::-1] if passed else passed
