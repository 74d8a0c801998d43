"""Where weight rests: the parts of the surface that lie pressed on floor, support or seat."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import shapely

from constructive_rest.figure.camera import Camera
from constructive_rest.figure.foot import Foot
from constructive_rest.figure.interpolation import Array, vector
from constructive_rest.figure.loft import Loft
from constructive_rest.figure.mannequin import FLOOR, Mannequin
from constructive_rest.figure.sides import Side

_PRESSED, _GROWN = 0.004, 0.006
_UPPER_BACK, _LOWEST_RIB = 0.46, 0.27
_BESIDE_SPINE, _AROUND_ELBOW = 0.012, 0.060
_HEEL_ENDS, _BALL = 0.022, (0.085, 0.175)
_CORNERS, _ON_A_SEAT = 3, 0.2
_FAR_SIDE = 0.6


class Place(StrEnum):
    """What of the body rests."""

    HEAD = "head"
    UPPER_BACK = "upper_back"
    ELBOW = "elbow"
    PELVIS = "pelvis"
    CALF = "calf"
    HEEL = "heel"
    BALL = "ball"


# an elbow is a point that the forearm turns on: it counts as resting a little sooner
_NEAR = {Place.ELBOW: 0.008, Place.HEEL: 0.0018, Place.BALL: 0.0018}


@dataclass(frozen=True, slots=True)
class Patch:
    """One place that carries weight: its outline (n, 3) lies level on what it rests on, metres."""

    place: Place
    outline: Array
    side: Side | None = None

    def hidden(self, camera: Camera) -> bool:
        """Whether the body itself lies before it, as it does before its far side."""
        away = vector(0.0, 0.0, -1.0) * (self.side.sign if self.side else 0.0)
        return camera.facing(away) > _FAR_SIDE


def patches(figure: Mannequin) -> tuple[Patch, ...]:
    """Every place of `figure` that rests on something."""
    return tuple(_found(figure))


def _found(figure: Mannequin) -> Iterator[Patch]:
    k = figure.body.scale
    yield from _patch(Place.HEAD, None, _points(figure.skull[:1]), figure.support + 0.001, k)
    back = _points([figure.shirt])
    for side in Side:
        yield from _patch(Place.UPPER_BACK, side, _blade(figure, back, side), FLOOR, k)
        yield from _patch(Place.ELBOW, side, _elbow(figure, side), FLOOR, k)
        yield from _patch(Place.PELVIS, side, _seat(figure, side), FLOOR, k)
        leg = figure.legs[side]
        shin = _points([leg.shin])
        height = float(shin[:, 1].min())
        if height > _ON_A_SEAT:
            yield from _patch(Place.CALF, side, shin, height, k)
            continue
        for place, sole in _soles(leg.foot, k):
            yield from _patch(place, side, sole, FLOOR, k)


def _points(lofts: "list[Loft] | tuple[Loft, ...]") -> Array:
    points: Array = np.concatenate([loft.vertices.reshape(-1, 3) for loft in lofts])
    return points


def _patch(
    place: Place, side: Side | None, points: Array, height: float, k: float
) -> Iterator[Patch]:
    """What of `points` lies pressed at `height`; nothing where too little does."""
    resting = points[np.abs(points[:, 1] - height) < _NEAR.get(place, _PRESSED) * k]
    if len(resting) < _CORNERS:
        return
    hull = shapely.multipoints(resting[:, [0, 2]]).convex_hull
    edge = np.asarray(hull.buffer(_GROWN * k, quad_segs=4).simplify(0.001).exterior.coords)[:-1]
    outline = np.stack([edge[:, 0], np.full(len(edge), height), edge[:, 1]], axis=1)
    yield Patch(place, outline, side)


def _blade(figure: Mannequin, back: Array, side: Side) -> Array:
    """The half of the upper back on `side`, a little away from the spine."""
    torso, k = figure.torso, figure.body.scale
    ribs = torso.frame(_UPPER_BACK)
    offset = back - torso.point(_LOWEST_RIB)
    beside = (back - torso.point(_UPPER_BACK)) @ ribs.right * side.sign
    half: Array = back[(offset @ ribs.up > 0.0) & (beside > _BESIDE_SPINE * k)]
    return half


def _elbow(figure: Mannequin, side: Side) -> Array:
    arm = figure.arms[side]
    points = _points([arm.upper, arm.fore])
    away = np.linalg.norm(points - arm.chain.middle, axis=1)
    near: Array = points[away < _AROUND_ELBOW * figure.body.scale]
    return near


def _seat(figure: Mannequin, side: Side) -> Array:
    points = _points(figure.seat)
    beside = (points - figure.torso.point(0.0)) @ figure.torso.frame(0.0).right * side.sign
    half: Array = points[beside > _BESIDE_SPINE * figure.body.scale]
    return half


def _soles(foot: Foot, k: float) -> Iterator[tuple[Place, Array]]:
    points = _points(foot.lofts[:1])
    along = (points - foot.ankle) @ foot.toe / k
    yield Place.HEEL, points[along < _HEEL_ENDS]
    yield Place.BALL, points[(along > _BALL[0]) & (along < _BALL[1])]
