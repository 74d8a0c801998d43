"""Named points of a picture, for what the interface draws over it."""

from collections.abc import Mapping

import numpy as np

from constructive_rest.figure.interpolation import Array, vector
from constructive_rest.figure.sides import Side
from constructive_rest.figure.stage import Stage

_TOUCHING = 0.03


def points(stage: Stage) -> Mapping[str, Array]:
    """Every anchor in space, metres.

    `floor` lies on the mat's far edge, where the room's floor line belongs; `feet` lies
    between both feet, `gap_start` and `gap_end` are where the pelvis and the heel touch the floor.
    """
    figure, mat = stage.figure, stage.mat
    near = figure.legs[Side.RIGHT]
    middle = (mat.head_end + mat.foot_end) / 2
    return {
        "floor": vector(middle, 0.0, -mat.half_width),
        "mat_left": vector(mat.head_end, 0.0, 0.0),
        "mat_right": vector(mat.foot_end, 0.0, 0.0),
        "mat_near": vector(middle, 0.0, mat.half_width),
        "head": figure.head.centre,
        "book": stage.support_top(),
        "ribs": figure.torso.surface(0.28, 0.55)[0],
        "pelvis": figure.torso.point(0.035, 0.03, 0.06),
        "hip": near.chain.root,
        "knee": near.chain.middle,
        "feet": _between_feet(stage),
        "gap_start": _seat_edge(stage),
        "gap_end": _heel(stage),
    }


def project(stage: Stage) -> Mapping[str, tuple[float, float]]:
    """Every anchor in the picture plane, metres."""
    placed = {}
    for name, point in points(stage).items():
        x, y = stage.camera.project(point)
        placed[name] = (float(x), float(y))
    return placed


def _between_feet(stage: Stage) -> Array:
    k = stage.figure.body.scale
    insteps = [
        leg.foot.ankle + (leg.foot.toe * 0.08 - leg.foot.instep * 0.026) * k
        for leg in stage.figure.legs.values()
    ]
    middle: Array = np.mean(insteps, axis=0)
    return middle


def _seat_edge(stage: Stage) -> Array:
    ends = [float(loft.vertices[..., 0].max()) for loft in stage.figure.seat]
    return vector(max(ends), 0.0, stage.mat.half_width)


def _heel(stage: Stage) -> Array:
    heel = stage.figure.legs[Side.RIGHT].foot.lofts[0].vertices.reshape(-1, 3)
    touching = heel[heel[:, 1] < _TOUCHING]
    lowest = touching if len(touching) else heel
    return vector(float(lowest[:, 0].min()), 0.0, stage.mat.half_width)
