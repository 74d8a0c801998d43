"""From contact targets to joints: two bones of fixed length that reach for a point."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from constructive_rest.figure.interpolation import Array, perpendicular, unit

_FULL_STRETCH = 0.9995
_SWIVELS = np.linspace(-1.7, 1.7, 137)
_CLEAR = 0.03


@dataclass(frozen=True, slots=True)
class Chain:
    """Three joints of a limb: shoulder, elbow, wrist, or hip, knee, ankle. Metres."""

    root: Array
    middle: Array
    end: Array

    @property
    def upper(self) -> Array:
        """The direction of the first bone."""
        return unit(self.middle - self.root)

    @property
    def lower(self) -> Array:
        """The direction of the second bone."""
        return unit(self.end - self.middle)

    @property
    def inner_angle(self) -> float:
        """The angle inside the middle joint in degrees; 180 is straight."""
        cosine = float(np.dot(-self.upper, self.lower))
        return math.degrees(math.acos(max(-1.0, min(1.0, cosine))))


def two_bones(root: Array, target: Array, first: float, second: float, bulge: Array) -> Chain:
    """A chain of bones `first` and `second` from `root` to `target`, its middle toward `bulge`.

    A target farther than the bones reach ends the chain on the way to it, nearly straight.
    """
    axis, along, rise, end = _triangle(root, target, first, second)
    return Chain(root, root + axis * along + perpendicular(bulge, axis) * rise, end)


def two_bones_resting(
    root: Array,
    target: Array,
    bones: tuple[float, float],
    outward: Array,
    height: float,
    inside: Callable[[Array], Array],
) -> Chain:
    """Like `two_bones`, with the middle joint swivelled to rest at `height` metres.

    It stays on the `outward` side, and out of the torso: `inside` tells how many metres deep
    each of some points lies in it.
    """
    axis, along, rise, end = _triangle(root, target, bones[0], bones[1])
    first = perpendicular(outward, axis)
    turns = np.outer(np.cos(_SWIVELS), first) + np.outer(np.sin(_SWIVELS), np.cross(axis, first))
    joints = root + axis * along + rise * turns
    hidden = inside(joints) + inside((joints + root) / 2) + inside((joints + end) / 2)
    inward = np.maximum(0.0, _CLEAR - (joints - root) @ unit(outward))
    above = joints[:, 1] - height
    cost = np.abs(above) * 6 + np.maximum(0.0, -above) * 30
    cost += 0.02 * np.abs(_SWIVELS) + 5 * inward + 40 * hidden
    return Chain(root, joints[int(np.argmin(cost))], end)


def _triangle(
    root: Array, target: Array, first: float, second: float
) -> tuple[Array, float, float, Array]:
    reach = target - root
    distance = min(float(np.linalg.norm(reach)), (first + second) * _FULL_STRETCH)
    distance = max(distance, abs(first - second) / _FULL_STRETCH)
    axis = unit(reach)
    along = (first * first - second * second + distance * distance) / (2 * distance)
    rise = math.sqrt(max(first * first - along * along, 0.0))
    return axis, along, rise, root + axis * distance
