"""One leg: thigh and shin in trousers, bare ankle and foot."""

from dataclasses import dataclass

import numpy as np

from constructive_rest.figure.body import Body
from constructive_rest.figure.foot import Foot, Stance, build_foot
from constructive_rest.figure.interpolation import Array, columns, cross, pchip, unit
from constructive_rest.figure.kinematics import Chain
from constructive_rest.figure.loft import Loft, Mesh, Sweep, sweep
from constructive_rest.figure.reaching import LegLine
from constructive_rest.figure.sides import Side

# along the bone, reach to the front, to the back, sideways; metres at a height of 1.70 m
_THIGH = columns(
    (
        (-0.05, 0.070, 0.070, 0.076),
        (0.08, 0.083, 0.080, 0.084),
        (0.22, 0.085, 0.079, 0.085),
        (0.42, 0.079, 0.072, 0.078),
        (0.62, 0.067, 0.062, 0.068),
        (0.80, 0.056, 0.054, 0.058),
        (0.92, 0.054, 0.051, 0.055),
        (1.00, 0.053, 0.048, 0.053),
    )
)
_SHIN = columns(
    (
        (0.00, 0.047, 0.046, 0.052),
        (0.10, 0.047, 0.056, 0.053),
        (0.22, 0.043, 0.066, 0.056),
        (0.34, 0.040, 0.068, 0.056),
        (0.48, 0.037, 0.060, 0.050),
        (0.62, 0.034, 0.047, 0.043),
        (0.76, 0.031, 0.037, 0.036),
        (0.88, 0.030, 0.033, 0.032),
        (1.00, 0.031, 0.034, 0.033),
    )
)
_CLOTH = 0.004


@dataclass(frozen=True, slots=True)
class Leg:
    """A leg's joints, surfaces and directions: `thigh_front`, `shin_front` and the hinge's axis."""

    chain: Chain
    thigh: Loft
    shin: Loft
    ankle: Loft
    foot: Foot
    thigh_front: Array
    shin_front: Array
    hinge: Array


def build_leg(body: Body, side: Side, line: LegLine, mesh: Mesh) -> Leg:
    """The leg on `side` around the bones of `line`."""
    chain, hinge = line.chain, line.hinge
    thigh_front, shin_front = (unit(cross(hinge, bone)) for bone in (chain.upper, chain.lower))
    lying = mesh.on(line.rest)
    outer = cross(line.toe, line.instep) * side.sign
    stance = Stance(chain.end, line.toe, line.instep, outer)
    return Leg(
        chain=chain,
        thigh=_thigh(body, chain, thigh_front, hinge, mesh),
        shin=_shin(body, chain, shin_front, hinge, lying),
        ankle=_ankle(body, chain, shin_front, hinge, lying),
        foot=build_foot(stance, body.foot, lying),
        thigh_front=thigh_front,
        shin_front=shin_front,
        hinge=hinge,
    )


def _thigh(body: Body, chain: Chain, front: Array, hinge: Array, mesh: Mesh) -> Loft:
    k, along = body.scale, _THIGH[:, 0]
    bow = 0.006 * np.sin(np.clip(along, 0.0, 1.0) * np.pi) * k
    centres = chain.root + np.outer(along * body.thigh, chain.upper) + np.outer(bow, front)
    radii = (_THIGH[:, 1:] * body.thigh_girth * body.girth + _CLOTH) * k
    shape = Sweep(centres, front, hinge, radii, knots=along)
    return sweep(shape, 22, caps=(0.05 * k, 0.052 * k), floor=mesh.floor, detail=mesh.detail)


def _shin(body: Body, chain: Chain, front: Array, hinge: Array, mesh: Mesh) -> Loft:
    k, along = body.scale, np.linspace(0.0, body.cuff, 16)
    radii = pchip(_SHIN[:, 0], _SHIN[:, 1:], along) * calf_girth(body)
    radii = (radii + (_CLOTH + 0.006 * along)[:, None]) * k
    centres = chain.middle + np.outer(along * body.shin, chain.lower)
    return sweep(
        Sweep(centres, front, hinge, radii),
        16,
        caps=(0.045 * k, 0.0),
        floor=mesh.floor,
        detail=mesh.detail,
    )


def _ankle(body: Body, chain: Chain, front: Array, hinge: Array, mesh: Mesh) -> Loft:
    k, along = body.scale, np.linspace(body.cuff - 0.03, 1.0, 12)
    radii = pchip(_SHIN[:, 0], _SHIN[:, 1:], along) * calf_girth(body) * k
    centres = chain.middle + np.outer(along * body.shin, chain.lower)
    return sweep(
        Sweep(centres, front, hinge, radii),
        12,
        caps=(0.0, 0.028 * k),
        floor=mesh.floor,
        detail=mesh.detail,
    )


def calf_girth(body: Body) -> float:
    """What a shin's thickness is multiplied with."""
    return body.calf_girth * (body.girth + 1) / 2
