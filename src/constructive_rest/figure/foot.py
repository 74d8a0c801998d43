"""The foot: heel, arch, ball and five toes."""

from dataclasses import dataclass

import numpy as np

from constructive_rest.figure.interpolation import Array, columns
from constructive_rest.figure.loft import Loft, Mesh, Sweep, Sweeps, sweep, sweep_alike

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
_TOES = columns(
    (
        (-0.0300, 0.201, 0.0125),
        (-0.0095, 0.196, 0.0088),
        (0.0070, 0.189, 0.0082),
        (0.0220, 0.180, 0.0078),
        (0.0350, 0.169, 0.0074),
    )
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
    lines = _toe_lines(stance, k, mesh.floor)
    toes = _toes(lines, stance, k, mesh)
    return Foot([body, *toes], tuple(lines), stance.ankle, stance.toe, stance.instep, stance.outer)


def _toe_lines(stance: Stance, k: float, floor: float) -> Array:
    """The middle lines (5, 4, 3) of the toes; where the heel is lifted, they bend to stay down."""
    outward, reach, radius = _TOES.T
    along = np.stack(
        (np.full(5, 0.135), np.full(5, 0.160), reach - radius * 1.6, reach - radius * 0.7)
    )
    height = np.stack(
        (np.full(5, -0.050), np.full(5, -0.053), -0.066 + radius, -0.066 + radius * 0.95)
    )
    across = np.outer((0.75, 0.9, 1.0, 1.0), outward)
    points: Array = stance.ankle + k * (
        np.multiply.outer(along.T, stance.toe)
        + np.multiply.outer(height.T, stance.instep)
        + np.multiply.outer(across.T, stance.outer)
    )
    points[..., 1] = np.maximum(points[..., 1], (floor + radius * k)[:, None])
    return points


def _toes(lines: Array, stance: Stance, k: float, mesh: Mesh) -> tuple[Loft, ...]:
    radius = _TOES[:, 2] * k
    radii = np.multiply.outer(radius, np.outer((0.8, 0.95, 1.0, 0.92), (1.0, 1.0, 1.05)))
    shapes = Sweeps(lines, stance.instep, stance.outer, radii)
    return sweep_alike(shapes, 9, caps=(None, radius * 0.8), mesh=mesh)
