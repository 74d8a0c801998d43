"""The body's surface part by part and with few points: what is drawn while the figure moves."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from constructive_rest.figure.body import Hair
from constructive_rest.figure.clothing import belt_loops
from constructive_rest.figure.interpolation import Array
from constructive_rest.figure.loft import RING, Loft
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.sides import Side

_KEPT = 0.5
_FEWEST = 4
_HALF = 0.5
_HAIR_ROWS = (0, 2, 4, 7, 10, 14)


class Patch(StrEnum):
    """A part of the surface that is drawn in one piece; sided ones carry a side in their key."""

    LOCKS = "locks"
    FOOT = "foot"
    SHIN = "shin"
    THIGH = "thigh"
    SEAT = "seat"
    BELT = "belt"
    SHIRT = "shirt"
    HEAD = "head"
    HAIR = "hair"
    UPPER_ARM = "upper_arm"
    SLEEVE = "sleeve"
    FOREARM = "forearm"


Key = tuple[Patch, Side | None]


@dataclass(frozen=True, slots=True)
class Rings:
    """Tubes of rings (n, RING, 3) in metres; `last` holds the number of each tube's last ring."""

    vertices: Array
    last: tuple[int, ...]

    def matches(self, other: "Rings") -> bool:
        """Whether every point has its counterpart in `other`."""
        return self.last == other.last and self.vertices.shape == other.vertices.shape


Surface = Mapping[Key, Rings]


def surface_of(figure: Mannequin, *, belt: bool) -> Surface:
    """The surface of `figure`, with the belt where it is worn."""
    patches = {key: _thinned(lofts) for key, lofts in _lofts(figure)}
    columns = np.linspace(0, 72, RING, endpoint=False).round().astype(int)
    hair = figure.head.hair(figure.support)[list(_HAIR_ROWS)][:, columns]
    patches[Patch.HAIR, None] = Rings(hair, (len(hair) - 1,))
    if belt:
        patches[Patch.BELT, None] = Rings(belt_loops(figure, RING), (1,))
    return patches


def between(first: Surface, second: Surface, share: float) -> Surface:
    """Every point on the straight way from `first` to `second`, 0–1.

    What only one of them has grows out of its own middle, or shrinks into it.
    """
    if share <= 0.0 or share >= 1.0:
        return second if share >= 1.0 else first
    mixed = {}
    for key in dict.fromkeys((*first, *second)):
        known = first.get(key) or second[key]
        start, end = first.get(key), second.get(key)
        if start is not None and end is not None and not start.matches(end):
            known, start, end = (end, None, end) if share > _HALF else (start, start, None)
        nothing = _shrunk(known.vertices)
        rings = _mixed(
            start.vertices if start is not None else nothing,
            end.vertices if end is not None else nothing,
            share,
        )
        mixed[key] = Rings(rings, known.last)
    return mixed


def _shrunk(vertices: Array) -> Array:
    """All points in their middle."""
    return np.broadcast_to(vertices.mean(axis=(0, 1)), vertices.shape)


def _mixed(first: Array, second: Array, share: float) -> Array:
    mixed: Array = first * (1.0 - share) + second * share
    return mixed


def _lofts(figure: Mannequin) -> Iterator[tuple[Key, list[Loft]]]:
    hair = list(figure.locks)
    if figure.body.hair is Hair.BUN:
        hair.append(figure.head.bun())
    if hair:
        yield (Patch.LOCKS, None), hair
    for side, leg in figure.legs.items():
        yield (Patch.FOOT, side), [leg.ankle, *leg.foot.lofts]
        yield (Patch.SHIN, side), [leg.shin]
        yield (Patch.THIGH, side), [leg.thigh]
    yield (Patch.SEAT, None), list(figure.seat)
    yield (Patch.SHIRT, None), [figure.shirt]
    yield (Patch.HEAD, None), [*figure.skull, figure.neck]
    for side, arm in figure.arms.items():
        yield (Patch.UPPER_ARM, side), [arm.upper]
        yield (Patch.SLEEVE, side), [arm.sleeve]
        yield (Patch.FOREARM, side), [arm.fore, *arm.hand.lofts]


def _thinned(lofts: Iterable[Loft]) -> Rings:
    rings, last, count = [], [], 0
    for loft in lofts:
        kept = loft.vertices[_kept(len(loft.vertices))]
        rings.append(kept)
        count += len(kept)
        last.append(count - 1)
    return Rings(np.concatenate(rings), tuple(last))


def _kept(rings: int) -> list[int]:
    """Which of so many rings stand for all of them, both ends included."""
    count = min(rings, max(_FEWEST, round(rings * _KEPT)))
    return [round(step * (rings - 1) / (count - 1)) for step in range(count)]
