"""From contact targets to joints: two bones of fixed length that reach for a point."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np

from constructive_rest.figure.interpolation import Array, cross, perpendicular, unit

_FULL_STRETCH = 0.9995
_CLEAR = 0.03
_WIDEST, _STEPS = 1.7, 68
_TRIES = tuple(math.radians(turn * way) for turn in range(6, 145, 6) for way in (1, -1))


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

    @property
    def bulge(self) -> Array:
        """Where the middle joint stands off the line from root to end; square to that line."""
        return perpendicular(self.middle - self.root, self.end - self.root)


def two_bones(
    root: Array,
    target: Array,
    bones: tuple[float, float],
    bulge: Array,
    narrowest: float = 0.0,
) -> Chain:
    """A chain of two bones from `root` to `target`, its middle toward `bulge`.

    A target farther than the bones reach ends the chain on the way to it, nearly straight; one
    so near that the middle would bend to less than `narrowest` degrees, beyond it.
    """
    axis, along, rise, end = _triangle(root, target, bones, narrowest)
    return Chain(root, root + axis * along + perpendicular(bulge, axis) * rise, end)


def two_bones_resting(
    root: Array,
    target: Array,
    bones: tuple[float, float],
    outward: Array,
    height: float,
    inside: Callable[[Array, Array], Array],
    narrowest: float = 0.0,
) -> Chain:
    """Like `two_bones`, with the middle joint swivelled to rest at `height` metres.

    It stays on the `outward` side, and out of the torso: `inside` tells how many metres deep
    chains lie in it, given their middle joints and their end.
    """
    axis, along, rise, end = _triangle(root, target, bones, narrowest)
    first = perpendicular(outward, axis)
    swivels, cosines, sines = _swivels()
    turns = np.outer(cosines, first) + np.outer(sines, cross(axis, first))
    joints = root + axis * along + rise * turns
    hidden = inside(joints, end)
    inward = np.maximum(0.0, _CLEAR - (joints - root) @ unit(outward))
    above = joints[:, 1] - height
    cost = np.abs(above) * 6 + np.maximum(0.0, -above) * 30
    cost += 0.02 * np.abs(swivels) + 5 * inward + 60 * hidden
    return Chain(root, joints[int(np.argmin(cost))], end)


@cache
def _swivels() -> tuple[Array, Array, Array]:
    swivels = np.linspace(-_WIDEST, _WIDEST, 2 * _STEPS + 1)
    return swivels, np.cos(swivels), np.sin(swivels)


def swung(chain: Chain, turn: float) -> Chain:
    """The chain with its middle swung by `turn` radians about the line from root to end."""
    axis = unit(chain.end - chain.root)
    foot = chain.root + axis * float(np.dot(chain.middle - chain.root, axis))
    arm = chain.middle - foot
    turned = arm * math.cos(turn) + cross(axis, arm) * math.sin(turn)
    return Chain(chain.root, foot + turned, chain.end)


def swung_clear(chain: Chain, hidden: Callable[[Chain], float], bearable: float) -> Chain:
    """The chain swung as little as it takes for `hidden` (metres) to fall to `bearable`.

    Where no swing is enough, the one that hides least.
    """
    best, least = chain, hidden(chain)
    if least <= bearable:
        return chain
    for turn in _TRIES:
        tried = swung(chain, turn)
        depth = hidden(tried)
        if depth <= bearable:
            return tried
        if depth < least - 1e-4:
            best, least = tried, depth
    return best


def _triangle(
    root: Array, target: Array, bones: tuple[float, float], narrowest: float
) -> tuple[Array, float, float, Array]:
    first, second = bones
    reach = target - root
    nearest = abs(first - second) / _FULL_STRETCH
    if narrowest:
        cosine = math.cos(math.radians(narrowest))
        nearest = math.sqrt(first * first + second * second - 2 * first * second * cosine)
    distance = min(float(np.linalg.norm(reach)), (first + second) * _FULL_STRETCH)
    distance = max(distance, nearest)
    axis = unit(reach)
    along = (first * first - second * second + distance * distance) / (2 * distance)
    rise = math.sqrt(max(first * first - along * along, 0.0))
    return axis, along, rise, root + axis * distance
