"""A long way between two postures, by the postures that a body passes through on it."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

import numpy as np

from constructive_rest.figure.body import Body
from constructive_rest.figure.interpolation import Array
from constructive_rest.figure.loft import MOVING, Detail
from constructive_rest.figure.mannequin import Mannequin, flesh
from constructive_rest.figure.motion import End, Motion, end_at
from constructive_rest.figure.pose import Contacts
from constructive_rest.figure.skeleton import Skeleton

# no stretch passes faster than one over so many metres
_SHORTEST = 0.15


class Route:
    """The way of `body` through `stations`, two or more, each stretch in time with its length.

    Easing is the caller's. What a stretch needs is worked out when it is reached.
    """

    def __init__(self, body: Body, stations: Sequence[Contacts]) -> None:
        stretches = list(pairwise(end_at(body, contacts) for contacts in stations))
        self._motion = cache(lambda number: Motion(*stretches[number]))
        lengths = np.array([_length(start, end) for start, end in stretches])
        self._reached = np.concatenate([[0.0], np.cumsum(lengths) / lengths.sum()])

    @property
    def reached(self) -> Sequence[float]:
        """The shares 0–1 of the way at which the stations are reached, both ends included."""
        return [float(share) for share in self._reached]

    def at(self, share: float, detail: Detail = MOVING) -> Mannequin:
        """The body `share` 0–1 of the way."""
        return flesh(self.skeleton(share), detail)

    def skeleton(self, share: float) -> Skeleton:
        """The joints `share` 0–1 of the way, without any surface."""
        number = int(np.searchsorted(self._reached, share, side="right")) - 1
        number = min(max(number, 0), len(self._reached) - 2)
        start, end = self._reached[number], self._reached[number + 1]
        motion: Motion = self._motion(number)
        return motion.skeleton(float((share - start) / (end - start)))


def _length(start: End, end: End) -> float:
    """How far the joint travels that travels farthest, metres."""
    first, second = (_joints(each.skeleton) for each in (start, end))
    return max(_SHORTEST, float(np.linalg.norm(second - first, axis=-1).max()))


def _joints(skeleton: Skeleton) -> Array:
    chains = [arm.chain for arm in skeleton.arms.values()]
    chains += [leg.chain for leg in skeleton.legs.values()]
    return np.array([(chain.middle, chain.end) for chain in chains])
