"""Arms that cross lie one over the other instead of through each other."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from constructive_rest.figure.body import Body
from constructive_rest.figure.interpolation import Array, perpendicular, unit
from constructive_rest.figure.reaching import ArmLine, HandGoal, arm_girth, reach_arm
from constructive_rest.figure.sides import Side
from constructive_rest.figure.torso import Torso

# shares of the forearm, then metres beyond the wrist; how thick an arm is there, metres
_FOREARM = np.array((0.0, 0.15, 0.30, 0.45, 0.60, 0.75, 0.90))
_HAND = np.array((0.01, 0.04, 0.07, 0.10))
_THICK = np.array((0.037, 0.039, 0.038, 0.034, 0.029, 0.023, 0.019, 0.017, 0.016, 0.013, 0.010))
_BEARABLE, _FINGERTIPS = 0.003, 0.15
_TRIES = 3


def lay_over(
    body: Body, torso: Torso, goals: Mapping[Side, HandGoal], arms: Mapping[Side, ArmLine]
) -> Mapping[Side, ArmLine]:
    """Both arms, the higher hand lifted off the trunk until its arm lies over the other."""
    deep, _ = crossing(body, arms)
    if deep <= _BEARABLE:
        return arms
    out = torso.frame(0.30).front
    over = max(Side, key=lambda side: float(arms[side].chain.end @ out))
    goal, laid = goals[over], dict(arms)
    for _ in range(_TRIES):
        goal = _wrist_lifted(goal, out * deep, body.scale)
        laid[over] = reach_arm(body, torso, over, goal)
        deep, _ = crossing(body, laid)
        if deep <= _BEARABLE:
            break
    return laid


def _wrist_lifted(goal: HandGoal, way: Array, scale: float) -> HandGoal:
    """The wrist moved by `way` while the fingertips stay where they are."""
    fingers = unit(goal.fingers * _FINGERTIPS * scale - way)
    palm = perpendicular(goal.palm, fingers)
    return replace(goal, wrist=goal.wrist + way, fingers=fingers, palm=palm)


def crossing(body: Body, arms: Mapping[Side, ArmLine]) -> tuple[float, float]:
    """How deep forearms and hands lie in each other, metres; and how far apart else."""
    right, left = (_middle_line(body, arms[side]) for side in Side)
    away = np.linalg.norm(right[:, None] - left[None], axis=2)
    room = away - (_THICK[:, None] + _THICK[None]) * arm_girth(body)
    nearest = float(room.min())
    return max(0.0, -nearest), max(0.0, nearest)


def _middle_line(body: Body, arm: ArmLine) -> Array:
    chain = arm.chain
    fore = chain.middle + np.outer(_FOREARM, chain.end - chain.middle)
    hand = chain.end + np.outer(_HAND * body.scale, arm.fingers)
    return np.concatenate([fore, hand])
