"""The foot: heel, arch, ball and five toes."""

from dataclasses import dataclass

import numpy as np

from constructive_rest.figure.interpolation import Array, columns
from constructive_rest.figure.loft import Loft, Mesh, Sweep, sweep

# along the foot from the ankle, top, sole, half width, shift to the outside
_FOOT = columns(
    (
        (-0.055, -0.0300, -0.0520, 0.0160, 0.000),
        (-0.050, -0.0100, -0.0610, 0.0260, 0.000),
        (-0.036, 0.0160, -0.0655, 0.0310, 0.000),
        (-0.015, 0.0360, -0.0660, 0.0330, 0.000),
        (0.015, 0.0340, -0.0650, 0.0340, 0.000),
        (0.050, 0.0140, -0.0635, 0.0360, 0.001),
        (0.085, -0.0100, -0.0635, 0.0400, 0.002),
        (0.115, -0.0260, -0.0650, 0.0445, 0.003),
        (0.140, -0.0360, -0.0660, 0.0465, 0.003),
        (0.160, -0.0435, -0.0660, 0.0450, 0.002),
        (0.172, -0.0480, -0.0655, 0.0420, 0.001),
    )
)
# outward of the middle, reach from the ankle, radius; big toe first
_TOES = (
    (-0.0300, 0.201, 0.0125),
    (-0.0095, 0.196, 0.0088),
    (0.0070, 0.189, 0.0082),
    (0.0220, 0.180, 0.0078),
    (0.0350, 0.169, 0.0074),
)
_FOOT_AT_170 = 0.258


@dataclass(frozen=True, slots=True)
class Foot:
    """Surfaces, the toes' middle lines, and where toes, instep and outer edge point."""

    lofts: list[Loft]
    toe_lines: tuple[Array, ...]
    ankle: Array
    toe: Array
    instep: Array
    outer: Array


@dataclass(frozen=True, slots=True)
class Stance:
    """How a foot stands: its ankle and where toes, instep and outer edge point."""

    ankle: Array
    toe: Array
    instep: Array
    outer: Array


def build_foot(stance: Stance, length: float, mesh: Mesh) -> Foot:
    """A foot `length` metres long from heel to toe."""
    k = length / _FOOT_AT_170
    along, top, sole, width, shift = _FOOT.T
    centres = stance.ankle + k * (
        np.outer(along, stance.toe)
        + np.outer((top + sole) / 2, stance.instep)
        + np.outer(shift, stance.outer)
    )
    half = (top - sole) / 2
    centres[:, 1] = np.maximum(centres[:, 1], mesh.floor + half * k * abs(stance.instep[1]))
    shape = Sweep(
        centres, stance.instep, stance.outer, np.stack([half, half, width], axis=1) * k, knots=along
    )
    body = sweep(
        shape, 24, caps=(0.004, 0.006), floor=mesh.floor, detail=mesh.detail, squareness=0.85
    )
    lines = tuple(_toe_line(stance, toe, k, mesh.floor) for toe in _TOES)
    toes = [_toe(line, stance, toe[2] * k, mesh) for line, toe in zip(lines, _TOES, strict=True)]
    return Foot([body, *toes], lines, stance.ankle, stance.toe, stance.instep, stance.outer)


def _toe_line(stance: Stance, toe: tuple[float, float, float], k: float, floor: float) -> Array:
    """The middle line of a toe; where the heel is lifted, it bends to stay on the floor."""
    outward, reach, radius = toe
    along = np.array((0.135, 0.160, reach - radius * 1.6, reach - radius * 0.7))
    height = np.array((-0.050, -0.053, -0.066 + radius, -0.066 + radius * 0.95))
    across = np.array((0.75, 0.9, 1.0, 1.0)) * outward
    points: Array = stance.ankle + k * (
        np.outer(along, stance.toe)
        + np.outer(height, stance.instep)
        + np.outer(across, stance.outer)
    )
    points[:, 1] = np.maximum(points[:, 1], floor + radius * k)
    return points


def _toe(line: Array, stance: Stance, radius: float, mesh: Mesh) -> Loft:
    radii = np.outer((0.8, 0.95, 1.0, 0.92), (radius, radius, radius * 1.05))
    shape = Sweep(line, stance.instep, stance.outer, radii)
    return sweep(shape, 9, caps=(0.0, radius * 0.8), floor=mesh.floor, detail=mesh.detail)
