"""The surface all along a way, from few postures that are worked out whole.

Between two of those, every limb is carried along by its own bones, which are exact at each
moment; only what lies loose between them (trunk, head, hair, a limb's turn about its own axis)
goes straight. So no limb grows or shrinks on the way.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np

from constructive_rest.figure.interpolation import Array, cross, unit
from constructive_rest.figure.loft import MOVING
from constructive_rest.figure.mannequin import FLOOR, flesh
from constructive_rest.figure.route import Route
from constructive_rest.figure.skeleton import Skeleton
from constructive_rest.figure.surface import Key, Patch, Rings, Surface, between, surface_of

SHORT, LONG = 10, 4
"""Into how many steps a way without stations is divided, and each stretch of one with stations."""


class Bone(NamedTuple):
    """What carries a part: the joint where it begins and the unit direction it points in."""

    joint: Array
    along: Array


class _Pose(NamedTuple):
    surface: Surface
    bones: Mapping[Key, Bone]


class Keyframes:
    """The surfaces of `route`; `belts` tells whether a belt is worn at its start and its end."""

    def __init__(self, route: Route, belts: tuple[bool, bool]) -> None:
        self._route, self._belts = route, belts
        stretches = len(route.reached) - 1
        self._count = SHORT if stretches == 1 else LONG * stretches
        self._known: dict[int, _Pose] = {}

    def at(self, share: float) -> Surface:
        """The surface `share` 0–1 of the way."""
        place = min(max(share, 0.0), 1.0) * self._count
        before = min(int(place), self._count - 1)
        first, second = self._pose(before), self._pose(before + 1)
        rest = place - before
        if rest in {0.0, 1.0}:
            return (second if rest else first).surface
        bones = dict(_bones(self._route.skeleton(share)))
        start, end = (_carried(pose, bones) for pose in (first, second))
        return _above_floor(between(start, end, rest), bones)

    def _pose(self, number: int) -> _Pose:
        if number not in self._known:
            share = number / self._count
            skeleton = self._route.skeleton(share)
            figure = flesh(skeleton, MOVING)
            bare, belted = (surface_of(figure, belt=belt) for belt in self._belts)
            self._known[number] = _Pose(between(bare, belted, share), dict(_bones(skeleton)))
        return self._known[number]


def _bones(skeleton: Skeleton) -> Iterator[tuple[Key, Bone]]:
    for side, leg in skeleton.legs.items():
        yield (Patch.THIGH, side), Bone(leg.chain.root, leg.chain.upper)
        yield (Patch.SHIN, side), Bone(leg.chain.middle, leg.chain.lower)
        yield (Patch.FOOT, side), Bone(leg.chain.end, leg.toe)
    for side, arm in skeleton.arms.items():
        for patch in (Patch.UPPER_ARM, Patch.SLEEVE):
            yield (patch, side), Bone(arm.chain.root, arm.chain.upper)
        yield (Patch.FOREARM, side), Bone(arm.chain.middle, arm.chain.lower)


def _carried(pose: _Pose, bones: Mapping[Key, Bone]) -> Surface:
    """The surface with every limb moved from its own bones to `bones`."""
    moved = dict(pose.surface)
    for key, bone in bones.items():
        own, rings = pose.bones[key], pose.surface[key]
        turn = _least_turn(own.along, bone.along)
        moved[key] = Rings((rings.vertices - own.joint) @ turn.T + bone.joint, rings.last)
    return moved


def _above_floor(surface: Surface, bones: Mapping[Key, Bone]) -> Surface:
    for key in bones:
        height = surface[key].vertices[..., 1]
        np.maximum(height, FLOOR, out=height)
    return surface


def _least_turn(start: Array, end: Array) -> Array:
    """The rotation (3, 3) about the axis square to both directions."""
    start, end = unit(start), unit(end)
    axis = cross(start, end)
    skew = np.array(((0, -axis[2], axis[1]), (axis[2], 0, -axis[0]), (-axis[1], axis[0], 0)))
    turn: Array = np.eye(3) + skew + skew @ skew / max(1.0 + float(start @ end), 1e-9)
    return turn
