"""How far the joints of a body turn.

Degrees from the anatomical position (upright, arms hanging, palms forward), after the American
Academy of Orthopaedic Surgeons, "Joint Motion: Method of Measuring and Recording" (1965), as
Norkin and White, "Measurement of Joint Motion", repeat them. Where weight or a floor presses a
joint further than muscles move it, the passive figure counts: a knee folds to 160 when someone
sits back on the heels, and ankle and midfoot together point to 80 when someone kneels.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from constructive_rest.figure.interpolation import Array, cross, perpendicular, unit
from constructive_rest.figure.kinematics import Chain
from constructive_rest.figure.torso import Frame


@dataclass(frozen=True, slots=True)
class Range:
    """From the lowest to the highest angle, degrees."""

    low: float
    high: float

    def hold(self, angle: float) -> float:
        """The nearest angle within the range."""
        return max(self.low, min(self.high, angle))


# + is the first of each pair: flexion/extension, abduction/adduction, outward/inward rotation
LIMITS: Mapping[str, Range] = {
    "hip flexion": Range(-20.0, 125.0),
    "hip abduction": Range(-30.0, 50.0),
    "knee flexion": Range(0.0, 160.0),
    "ankle dorsiflexion": Range(-80.0, 35.0),
    "shoulder elevation": Range(0.0, 180.0),
    "shoulder behind": Range(-90.0, 60.0),
    "shoulder across": Range(-180.0, 55.0),
    "elbow flexion": Range(0.0, 150.0),
    "wrist flexion": Range(-75.0, 80.0),
    "wrist ulnar deviation": Range(-25.0, 40.0),
    "neck flexion": Range(-70.0, 60.0),
    "neck leaning": Range(-45.0, 45.0),
    "neck rotation": Range(-80.0, 80.0),
    "trunk flexion": Range(-30.0, 85.0),
    "trunk leaning": Range(-35.0, 35.0),
    "trunk rotation": Range(-45.0, 45.0),
}
NARROWEST_KNEE = 180.0 - LIMITS["knee flexion"].high
NARROWEST_ELBOW = 180.0 - LIMITS["elbow flexion"].high


def between(below: Frame, above: Frame, part: str) -> Iterator[tuple[str, float]]:
    """How one piece of the spine is turned against the piece below it."""
    right, front, up = (
        float(np.dot(above.up, axis)) for axis in (below.right, below.front, below.up)
    )
    yield f"{part} flexion", _degrees(front, up)
    yield f"{part} leaning", math.degrees(math.asin(max(-1.0, min(1.0, right))))
    level = perpendicular(below.front, above.up)
    yield (
        f"{part} rotation",
        _degrees(
            float(np.dot(cross(above.up, level), above.front)), float(np.dot(level, above.front))
        ),
    )


def hip(thigh: Array, pelvis: Frame, sign: float) -> Iterator[tuple[str, float]]:
    """A thigh that points along `thigh`, on the side of `sign`."""
    yield "hip flexion", _degrees(float(thigh @ pelvis.front), float(-thigh @ pelvis.up))
    yield "hip abduction", _arc(float(thigh @ pelvis.right) * sign)


def knee(chain: Chain) -> Iterator[tuple[str, float]]:
    """A leg's bend."""
    yield "knee flexion", 180.0 - chain.inner_angle


def ankle(shin: Array, toe: Array) -> Iterator[tuple[str, float]]:
    """A foot against the shin; a foot square to it counts as 0."""
    yield "ankle dorsiflexion", _arc(float(np.dot(-shin, unit(toe))))


def shoulder(upper_arm: Array, ribs: Frame, sign: float) -> Iterator[tuple[str, float]]:
    """An upper arm against the ribs: how high, how far behind and across them it points."""
    elevation = math.acos(max(-1.0, min(1.0, float(-upper_arm @ ribs.up))))
    yield "shoulder elevation", math.degrees(elevation)
    yield "shoulder behind", _arc(float(-upper_arm @ ribs.front))
    yield "shoulder across", _arc(float(-upper_arm @ ribs.right) * sign)


def elbow(chain: Chain) -> Iterator[tuple[str, float]]:
    """An arm's bend."""
    yield "elbow flexion", 180.0 - chain.inner_angle


def wrist(forearm: Array, fingers: Array, palm: Array, sign: float) -> Iterator[tuple[str, float]]:
    """A hand against its forearm; `sign` is the side's."""
    thumb = cross(fingers, palm) * sign
    yield "wrist flexion", _degrees(float(-forearm @ palm), float(forearm @ fingers))
    yield "wrist ulnar deviation", _arc(float(forearm @ thumb))


def held_wrist(forearm: Array, fingers: Array, palm: Array, sign: float) -> tuple[Array, Array]:
    """Where fingers and palm point once the wrist is brought back within its limits."""
    angles = dict(wrist(forearm, fingers, palm, sign))
    flexion = LIMITS["wrist flexion"].hold(angles["wrist flexion"])
    aside = LIMITS["wrist ulnar deviation"].hold(angles["wrist ulnar deviation"])
    if flexion == angles["wrist flexion"] and aside == angles["wrist ulnar deviation"]:
        return fingers, palm
    bend, turn = math.radians(flexion), math.radians(aside)
    thumb = cross(fingers, palm) * sign
    wanted = (fingers * math.cos(bend) - palm * math.sin(bend)) * math.cos(turn)
    wanted = wanted + thumb * math.sin(turn)
    rotation = _least_rotation(wanted, forearm)
    return rotation @ fingers, rotation @ palm


def held_foot(shin: Array, toe: Array, instep: Array) -> tuple[Array, Array]:
    """Where toes and instep point once the ankle is brought back within its limits."""
    angle = dict(ankle(shin, toe))["ankle dorsiflexion"]
    excess = math.radians(LIMITS["ankle dorsiflexion"].hold(angle) - angle)
    if excess == 0.0:
        return toe, instep
    turned = toe * math.cos(excess) + instep * math.sin(excess)
    if dict(ankle(shin, turned))["ankle dorsiflexion"] < angle and excess > 0:
        turned = toe * math.cos(excess) - instep * math.sin(excess)
    return unit(turned), perpendicular(instep, turned)


def _least_rotation(start: Array, end: Array) -> Array:
    axis = cross(start, end)
    cosine = float(start @ end)
    skew = np.array(((0, -axis[2], axis[1]), (axis[2], 0, -axis[0]), (-axis[1], axis[0], 0)))
    matrix: Array = np.eye(3) + skew + skew @ skew / max(1.0 + cosine, 1e-9)
    return matrix


def _degrees(rise: float, run: float) -> float:
    return math.degrees(math.atan2(rise, run))


def _arc(sine: float) -> float:
    return math.degrees(math.asin(max(-1.0, min(1.0, sine))))
