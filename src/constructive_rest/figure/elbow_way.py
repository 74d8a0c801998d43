"""The way an elbow takes while its hand travels: round the trunk and over the floor, in one sweep.

Each moment alone often allows two clear places for an elbow, far from each other. So the whole
way is planned at once: of all ways over a row of moments, the one that hides least and swings
least.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from constructive_rest.figure.interpolation import Array, cross, perpendicular, slerp, unit, vector

MOMENTS = 20
_TURNS = np.linspace(0.0, 2.0 * np.pi, 40, endpoint=False)
_HIDDEN, _SWING = 90.0, 6.0
_UP, _AHEAD = vector(0.0, 1.0, 0.0), vector(1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Reach:
    """One moment: from shoulder to wrist, and how deep (n,) an arm with each elbow (n, 3) lies."""

    shoulder: Array
    wrist: Array
    hidden: Callable[[Array], Array]


@dataclass(frozen=True, slots=True)
class ElbowWay:
    """Where the elbow points at evenly spaced moments."""

    directions: Sequence[Array]

    def at(self, share: float) -> Array:
        """Where it points `share` 0–1 of the way."""
        place = share * (len(self.directions) - 1)
        before = min(int(place), len(self.directions) - 2)
        return slerp(self.directions[before], self.directions[before + 1], place - before)


def plan(
    reaches: Sequence[Reach], bones: tuple[float, float], start: Array, end: Array
) -> ElbowWay:
    """The way from pointing to `start` to pointing to `end`, through one moment after the other."""
    choices = [start[None], *(_around(reach) for reach in reaches), end[None]]
    spent = np.zeros(1)
    came_from: list[Array] = []
    for before, after, reach in zip(choices[:-1], choices[1:], (*reaches, None), strict=True):
        swing = np.arccos(np.clip(before @ after.T, -1.0, 1.0)) ** 2
        total = spent[:, None] + _SWING * swing
        came_from.append(np.argmin(total, axis=0))
        spent = total.min(axis=0)
        if reach is not None:
            spent = spent + _HIDDEN * reach.hidden(_elbows(reach, after, bones))
    chosen = [0]
    for back in reversed(came_from):
        chosen.append(int(back[chosen[-1]]))
    way = [options[index] for options, index in zip(choices, reversed(chosen), strict=True)]
    return ElbowWay(way)


def _around(reach: Reach) -> Array:
    """Directions (n, 3) square to the line from shoulder to wrist."""
    axis = unit(reach.wrist - reach.shoulder)
    first = perpendicular(_UP if abs(float(axis @ _UP)) < 0.9 else _AHEAD, axis)
    turned: Array = np.outer(np.cos(_TURNS), first) + np.outer(np.sin(_TURNS), cross(axis, first))
    return turned


def _elbows(reach: Reach, directions: Array, bones: tuple[float, float]) -> Array:
    way = reach.wrist - reach.shoulder
    first, second = bones
    distance = min(max(float(np.linalg.norm(way)), abs(first - second) + 1e-3), first + second)
    along = (first * first - second * second + distance * distance) / (2 * distance)
    rise = np.sqrt(max(first * first - along * along, 0.0))
    elbows: Array = reach.shoulder + unit(way) * along + directions * rise
    return elbows
