"""What lies before what, told from the points of the parts alone, for any camera."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from constructive_rest.figure.interpolation import Array

_CELL = 0.05
_NOTHING = -1e3


@dataclass(frozen=True, slots=True)
class Seen:
    """A part in the picture: `points` (n, 2) in metres, and how near each is to the viewer."""

    points: Array
    nearness: Array


def back_to_front(parts: Sequence[Seen]) -> list[int]:
    """The numbers of `parts` in an order in which they can be drawn.

    Of two parts that share cells of the picture, the one whose surface is nearer to the viewer in
    most of them comes later; parts that share none keep their order.
    """
    behind = np.maximum(_votes(parts), 0.0)
    burden, order = behind.sum(axis=0), []
    for _ in parts:
        free = int(burden.argmin())
        order.append(free)
        burden -= behind[free]
        burden[free] = np.inf
    return order


def _votes(parts: Sequence[Seen]) -> Array:
    """At [i, j], in how many more cells part i lies behind part j than before it."""
    cells = [np.floor(part.points / _CELL).astype(int) for part in parts]
    low = np.min([each.min(axis=0) for each in cells], axis=0)
    high = np.max([each.max(axis=0) for each in cells], axis=0)
    across, down = (high - low + 1).tolist()
    fronts = np.full((len(parts), across * down), _NOTHING)
    for front, part, each in zip(fronts, parts, cells, strict=True):
        column, row = (each - low).T
        np.maximum.at(front, column * down + row, part.nearness)
    covered = fronts > _NOTHING
    shared = covered[:, None] & covered[None]
    votes: Array = np.sum(np.sign(fronts[None] - fronts[:, None]) * shared, axis=-1)
    return votes
