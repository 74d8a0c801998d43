"""Hip bones and thigh bones.

Each hip bone has a wing whose crest runs from behind, at the sacrum, to the front spine; below it
the socket, and a ring of pubis and ischium that ends in the sit bone. The thigh bone's round head
sits in the socket; the lesser trochanter stands out on its inner side, behind, below the neck
(Gray, Anatomy of the Human Body, 1918, II.6c.1 and 3). Metres at a height of 1.70 m.
"""

from dataclasses import dataclass

import numpy as np

from constructive_rest.figure.interpolation import Array, columns, pchip, perpendicular, unit
from constructive_rest.figure.loft import Loft, Sweep, sweep
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.sides import Side

# station over the hip line, front, right; from behind at the sacrum to the front
_CREST = columns(
    (
        (0.066, -0.054, 0.042),
        (0.106, -0.056, 0.050),
        (0.136, -0.044, 0.072),
        (0.150, -0.014, 0.099),
        (0.146, 0.020, 0.115),
        (0.122, 0.046, 0.115),
        (0.088, 0.060, 0.105),
    )
)
_BRIM = columns(
    (
        (0.048, -0.046, 0.046), (0.044, -0.036, 0.056), (0.034, -0.018, 0.070),
        (0.024, 0.000, 0.078), (0.024, 0.020, 0.082), (0.030, 0.042, 0.084),
        (0.044, 0.058, 0.090),
    )
)  # fmt: skip
_PUBIS = columns(((0.010, 0.016, 0.070), (0.010, 0.044, 0.050), (-0.004, 0.060, 0.014)))
_RAMUS = columns(
    (
        (-0.016, 0.060, 0.010),
        (-0.042, 0.040, 0.026),
        (-0.066, 0.004, 0.048),
        (-0.072, -0.018, 0.056),
    )
)
_ISCHIUM = columns(((-0.070, -0.022, 0.058), (-0.040, -0.024, 0.066), (0.002, -0.010, 0.076)))
_COLUMNS, _ROWS = 19, 9
_HOLLOW = 0.005
LESSER_TROCHANTER = (0.062, -0.012, 0.006)
"""Down the thigh, to its front and outward from the middle of the hip joint."""
# along the shaft, reach to the front, to the back, sideways
_SHAFT = columns(
    (
        (0.06, 0.0170, 0.0170, 0.0185),
        (0.14, 0.0150, 0.0150, 0.0160),
        (0.30, 0.0132, 0.0135, 0.0135),
        (0.55, 0.0130, 0.0132, 0.0132),
        (0.78, 0.0145, 0.0155, 0.0170),
        (0.91, 0.0190, 0.0230, 0.0270),
        (0.98, 0.0235, 0.0280, 0.0340),
    )
)


@dataclass(frozen=True, slots=True)
class HipBone:
    """One hip bone: its wing as a grid (rows from brim to crest, columns to the front, 3)."""

    wing: Array
    parts: tuple[Loft, ...]


@dataclass(frozen=True, slots=True)
class Femur:
    """One thigh bone and where the psoas ends on it."""

    parts: tuple[Loft, ...]
    lesser_trochanter: Array


def hip_bone(figure: Mannequin, side: Side) -> HipBone:
    """The hip bone on `side`."""
    along = np.linspace(0.0, 1.0, _COLUMNS)
    knots = np.linspace(0.0, 1.0, len(_CREST))
    crest, brim = (pchip(knots, line, along) for line in (_CREST, _BRIM))
    rise = np.linspace(0.0, 1.0, _ROWS)[:, None, None]
    table = brim[None] * (1 - rise) + crest[None] * rise
    table[..., 2] += _HOLLOW * np.sin(np.pi * rise[..., 0])
    k = figure.body.scale
    hip = figure.legs[side].chain.root
    frame = figure.torso.frame(0.0)
    rim = sweep(
        Sweep(
            hip + np.outer((-0.020, -0.010, 0.0, 0.012), frame.right * side.sign) * k,
            frame.front,
            frame.up,
            np.outer((0.020, 0.031, 0.034, 0.030), (k, k, k)),
        ),
        6,
    )
    rods = [
        _rod(figure, side, _PUBIS, 0.0105),
        _rod(figure, side, _RAMUS, 0.0075),
        _rod(figure, side, _ISCHIUM, 0.0155),
    ]
    return HipBone(place(figure, side, table), (rim, *rods))


def place(figure: Mannequin, side: Side, table: Array) -> Array:
    """Points of the pelvis (…, 3) by station, front and outward; as wide as the hips are."""
    body = figure.body
    crest = np.clip((table[..., 0] - 0.04) / 0.10, 0.0, 1.0)
    narrow = (body.hip * 0.4 + body.waist * 0.6) * (1 + body.girth) / 2
    scaled = table.copy()
    scaled[..., 2] *= side.sign * (body.hip * (1 - crest) + narrow * crest)
    flat = [figure.torso.point(*(float(x) for x in row)) for row in scaled.reshape(-1, 3)]
    return np.array(flat).reshape(table.shape)


def femur(figure: Mannequin, side: Side) -> Femur:
    """The thigh bone on `side`."""
    k, leg = figure.body.scale, figure.legs[side]
    hip, down, front = leg.chain.root, leg.chain.upper, leg.thigh_front
    out = perpendicular(leg.hinge * side.sign, down)

    def at(along: float, forward: float, outward: float) -> Array:
        point: Array = hip + (down * along + front * forward + out * outward) * k
        return point

    tip = at(*LESSER_TROCHANTER)
    head = _ball(hip, down, front, out, 0.0235 * k)
    greater = at(0.020, -0.004, 0.046)
    neck = _tube(
        (hip, at(0.016, 0.0, 0.024), at(0.034, 0.0, 0.040)), front, (0.017, 0.0145, 0.020), k
    )
    knob = _tube((greater - down * 0.012 * k, greater + down * 0.03 * k), front, (0.013, 0.016), k)
    spur = _tube((at(0.058, -0.006, 0.030), tip), front, (0.012, 0.0075), k)
    return Femur((head, neck, knob, spur, _shaft(figure, side, out, at(0.030, 0.0, 0.040))), tip)


def _shaft(figure: Mannequin, side: Side, out: Array, top: Array) -> Loft:
    leg, k = figure.legs[side], figure.body.scale
    along = _SHAFT[:, 0]
    way = (along - along[0]) / (1.0 - along[0])
    end = leg.chain.middle - leg.chain.upper * 0.004 * k
    bow = 0.007 * np.sin(np.pi * way) * k
    centres = top + np.outer(way, end - top) + np.outer(bow, leg.thigh_front)
    shape = Sweep(centres, leg.thigh_front, out, _SHAFT[:, 1:] * k, knots=along)
    return sweep(shape, 24, caps=(0.012 * k, 0.016 * k))


def _rod(figure: Mannequin, side: Side, table: Array, radius: float) -> Loft:
    return _tube(place(figure, side, table), figure.torso.frame(0.0).up, (radius,) * len(table),
                 figure.body.scale)  # fmt: skip


def _tube(
    points: "tuple[Array, ...] | Array", front: Array, radii: tuple[float, ...], k: float
) -> Loft:
    centres = np.array(points)
    axis = unit(centres[-1] - centres[0])
    ahead = perpendicular(front, axis)
    reach = np.outer(radii, (k, k, k))
    ends = (radii[0] * 0.8 * k, radii[-1] * 0.8 * k)
    return sweep(Sweep(centres, ahead, np.cross(axis, ahead), reach), 10, caps=ends)


def _ball(middle: Array, axis: Array, front: Array, side: Array, radius: float) -> Loft:
    across = np.linspace(-0.99, 0.99, 9)
    round_ = np.sqrt(1 - across * across) * radius
    centres = middle + np.outer(across * radius, axis)
    return sweep(Sweep(centres, front, side, np.stack([round_] * 3, axis=1)), 9)
