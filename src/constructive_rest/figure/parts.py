"""Where words about the inside of the body stand, and what each leader points at."""

from collections.abc import Iterator

import numpy as np

from constructive_rest.figure.diaphragm import dome
from constructive_rest.figure.hip_bones import femur, hip_bone
from constructive_rest.figure.interpolation import Array
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.mark import Form, Mark, Overlay
from constructive_rest.figure.psoas import psoas
from constructive_rest.figure.sides import Side
from constructive_rest.figure.spine import spine_point
from constructive_rest.figure.stage import Stage

LABELS = ("diaphragm", "psoas", "lumbar_spine", "pelvis", "thigh_bone")
_FROM_THE_SIDE = 0.5
# how far in the picture the words stand from what they name; metres at a height of 1.70 m, y down
_ASIDE = {
    "diaphragm": (-0.03, -0.17),
    "psoas": (0.03, -0.20),
    "thigh_bone": (-0.10, -0.24),
    "lumbar_spine": (-0.03, 0.20),
    "pelvis": (0.03, 0.20),
}
_COLUMN = 0.41
_LEFT = ("diaphragm", "psoas", "thigh_bone")


def parts(stage: Stage) -> Iterator[Mark]:
    """A leader for each of LABELS; no two cross."""
    figure, camera = stage.figure, stage.camera
    k = figure.body.scale
    from_side = camera.facing(figure.torso.frame(0.2).right) > _FROM_THE_SIDE
    places = _from_the_side(figure) if from_side else _from_the_front(figure)
    for label in LABELS:
        x, y = (float(value) for value in camera.project(places[label]))
        if from_side:
            words = (x + _ASIDE[label][0] * k, y + _ASIDE[label][1] * k)
        else:
            words = ((-_COLUMN if label in _LEFT else _COLUMN) * k, y)
        yield Mark(Overlay.PARTS, Form.LEADER, (words, (x, y)), label)


def _from_the_side(figure: Mannequin) -> dict[str, Array]:
    grid, bone = dome(figure), hip_bone(figure, Side.RIGHT)
    leg = figure.legs[Side.RIGHT]
    front = grid.shape[1] // 2
    return {
        "diaphragm": grid[grid.shape[0] * 2 // 3, front],
        "psoas": _along(psoas(figure, Side.RIGHT).line, 0.37),
        "thigh_bone": leg.chain.root * 0.45 + leg.chain.middle * 0.55,
        "lumbar_spine": spine_point(figure, 0.190) - figure.torso.frame(0.19).front * _back(figure),
        "pelvis": bone.parts[-1].vertices.mean(axis=(0, 1)),
    }


def _from_the_front(figure: Mannequin) -> dict[str, Array]:
    grid = dome(figure)
    right, left = Side.RIGHT, Side.LEFT
    bone = femur(figure, right).parts[-1].vertices
    return {
        "diaphragm": grid[3, grid.shape[1] * 5 // 8],
        "psoas": _along(psoas(figure, right).line, 0.45),
        "thigh_bone": bone[len(bone) * 2 // 5].mean(axis=0),
        "lumbar_spine": spine_point(figure, 0.190),
        "pelvis": hip_bone(figure, left).wing[-3, 16],
    }


def _back(figure: Mannequin) -> float:
    return 0.030 * figure.body.scale


def _along(line: Array, share: float) -> Array:
    point: Array = line[int(np.clip(share, 0.0, 1.0) * (len(line) - 1))]
    return point
