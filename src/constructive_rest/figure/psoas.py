"""The psoas on each side, the iliacus that joins it, and where both end.

The psoas rises from the bodies and discs of T12-L5 and the transverse processes of L1-L5, crosses
the pelvic brim in front of the hip joint, is joined by the iliacus from the hollow of the hip bone,
and ends on the lesser trochanter of the thigh bone (wikimsk.org/wiki/Psoas_Major; Gray, Anatomy of
the Human Body, 1918, IV.8a). Metres at a height of 1.70 m.
"""

from dataclasses import dataclass

import numpy as np

from constructive_rest.figure.hip_bones import femur, hip_bone
from constructive_rest.figure.interpolation import Array, columns, pchip, unit
from constructive_rest.figure.loft import Loft, Sweep, sweep
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.sides import Side

# station over the hip line, front, outward, radius
_STATIONS = columns(
    (
        (0.272, -0.014, 0.0230, 0.0040),
        (0.236, -0.006, 0.0300, 0.0088),
        (0.195, 0.004, 0.0365, 0.0132),
        (0.150, 0.014, 0.0430, 0.0165),
        (0.100, 0.030, 0.0520, 0.0180),
        (0.050, 0.046, 0.0630, 0.0162),
        (0.014, 0.050, 0.0700, 0.0130),
    )
)
_TENDON, _END = 0.0085, 0.0045
_DEPTH, _WIDTH = 0.85, 1.05
_RINGS = 40
_FAN = (0.12, 0.90, 9)
_MEET = (0.030, 0.052, 0.080)


@dataclass(frozen=True, slots=True)
class Muscle:
    """A spindle: its surface, its middle line (n, 3) and its radius there (n,), metres."""

    surface: Loft
    line: Array
    radii: Array


def psoas(figure: Mannequin, side: Side) -> Muscle:
    """The psoas on `side`, from T12 to the thigh bone."""
    k, torso = figure.body.scale, figure.torso
    hip = figure.legs[side].chain.root
    tip = femur(figure, side).lesser_trochanter
    frame = torso.frame(0.0)
    over_brim = [
        torso.point(float(s), float(f), float(o) * side.sign * _hips(figure, float(s)))
        for s, f, o, _ in _STATIONS
    ]
    tendon = hip * 0.45 + tip * 0.55 + frame.front * 0.020 * k
    line = np.array([*over_brim, tendon, tip])
    radii = np.array([*_STATIONS[:, 3], _TENDON, _END]) * k
    knots = np.concatenate([[0.0], np.cumsum(np.linalg.norm(np.diff(line, axis=0), axis=1))])
    along = np.linspace(0.0, knots[-1], _RINGS)
    line, radii = pchip(knots, line, along), pchip(knots, radii[:, None], along)[:, 0]
    reach = np.outer(radii, (_DEPTH, _DEPTH, _WIDTH))
    shape = Sweep(line, frame.front, frame.right, reach)
    return Muscle(sweep(shape, _RINGS, caps=(0.006 * k, 0.004 * k)), line, radii)


def fibres(muscle: Muscle, toward: Array, shares: tuple[float, ...]) -> list[Array]:
    """Lines along a spindle as they are seen from `toward`; `shares` -1 to 1 across it."""
    axis = unit(np.gradient(muscle.line, axis=0))
    across = unit(np.cross(axis, toward))
    return [muscle.line + across * (muscle.radii * share)[:, None] for share in shares]


def iliacus(figure: Mannequin, side: Side) -> Array:
    """The fan from the hollow of the hip bone to the psoas, as a grid (rows down, across, 3)."""
    wing = hip_bone(figure, side).wing
    columns_ = np.linspace(_FAN[0], _FAN[1], int(_FAN[2])) * (wing.shape[1] - 1)
    high = wing[-2][np.round(columns_).astype(int)]
    inward = figure.torso.frame(0.08).front * 0.008 * figure.body.scale
    top = high + inward
    meet = figure.torso.point(_MEET[0], _MEET[1], _MEET[2] * side.sign * figure.body.hip)
    spread = np.linspace(-1.0, 1.0, len(top))[:, None]
    narrow = meet + figure.torso.frame(0.0).right * 0.014 * figure.body.scale * spread * side.sign
    tip = femur(figure, side).lesser_trochanter
    rows = []
    for share in np.linspace(0.0, 1.0, 9):
        ease = share**0.8
        rows.append(top * (1 - ease) + narrow * ease + inward * np.sin(np.pi * share))
    for share in (0.35, 0.7, 1.0):
        rows.append(narrow * (1 - share) + (tip + (narrow - meet) * 0.15) * share)
    return np.array(rows)


def _hips(figure: Mannequin, station: float) -> float:
    """How much wider than the usual the pelvis is at `station`; the spine is as wide in all."""
    share = float(np.clip((0.17 - station) / 0.15, 0.0, 1.0))
    return 1.0 + (figure.body.hip - 1.0) * share
