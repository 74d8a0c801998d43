"""One arm: sleeve, upper arm, forearm and hand."""

from dataclasses import dataclass

import numpy as np

from constructive_rest.figure.body import Body
from constructive_rest.figure.hand import Grip, Hand, build_hand
from constructive_rest.figure.interpolation import (
    Array,
    columns,
    cross,
    pchip,
    perpendicular,
    unit,
)
from constructive_rest.figure.kinematics import Chain
from constructive_rest.figure.loft import Loft, Mesh, Sweep, sweep
from constructive_rest.figure.reaching import ArmLine, arm_girth
from constructive_rest.figure.sides import Side
from constructive_rest.figure.torso import Torso

# along the bone, reach to the front and sideways, to the back; metres at a height of 1.70 m
_UPPER_ARM = columns(
    (
        (-0.02, 0.0470, 0.0480),
        (0.10, 0.0485, 0.0480),
        (0.25, 0.0465, 0.0450),
        (0.45, 0.0440, 0.0430),
        (0.65, 0.0410, 0.0400),
        (0.85, 0.0390, 0.0380),
        (1.00, 0.0370, 0.0370),
    )
)
# along the bone, half thickness, half width
_FOREARM = columns(
    (
        (0.00, 0.0370, 0.0370),
        (0.15, 0.0410, 0.0410),
        (0.30, 0.0400, 0.0405),
        (0.55, 0.0330, 0.0360),
        (0.80, 0.0245, 0.0300),
        (1.00, 0.0185, 0.0265),
    )
)


@dataclass(frozen=True, slots=True)
class Arm:
    """An arm's joints and surfaces."""

    chain: Chain
    upper: Loft
    fore: Loft
    sleeve: Loft
    hand: Hand


def build_arm(body: Body, torso: Torso, side: Side, line: ArmLine, mesh: Mesh) -> Arm:
    """The arm on `side` around the bones of `line`."""
    chain, palm = line.chain, line.palm
    girth = arm_girth(body)
    front = _front_of_upper_arm(chain, torso)
    grip = Grip(chain.end, line.fingers, palm, cross(line.fingers, palm) * side.sign)
    return Arm(
        chain=chain,
        upper=_upper_arm(body, chain, front, girth, mesh),
        fore=_forearm(body, chain, front, -palm, girth, mesh),
        sleeve=_sleeve(body, chain, front, girth, mesh),
        hand=build_hand(grip, line.curl, body.scale, mesh.on(line.rest)),
    )


def _front_of_upper_arm(chain: Chain, torso: Torso) -> Array:
    frame = torso.frame(0.46)
    steep = abs(float(np.dot(frame.front, chain.upper))) >= 0.9
    return perpendicular(frame.up if steep else frame.front, chain.upper)


def _upper_arm(body: Body, chain: Chain, front: Array, girth: float, mesh: Mesh) -> Loft:
    along = np.linspace(max(body.sleeve - 0.045, -0.02), 1.0, 14)
    shape = _upper_sweep(body, chain, front, along, girth, np.zeros(14))
    return sweep(shape, 14, caps=(0.0, 0.036 * body.scale), floor=mesh.floor, detail=mesh.detail)


def _sleeve(body: Body, chain: Chain, front: Array, girth: float, mesh: Mesh) -> Loft:
    along = np.linspace(-0.02, body.sleeve, 12)
    ease = (0.004 + 0.0085 * np.clip(along / body.sleeve, 0.0, 1.0)) * body.scale
    shape = _upper_sweep(body, chain, front, along, girth, ease)
    return sweep(shape, 12, caps=(0.045 * body.scale, 0.0), floor=mesh.floor, detail=mesh.detail)


def _upper_sweep(
    body: Body, chain: Chain, front: Array, along: Array, girth: float, ease: Array
) -> Sweep:
    table = pchip(_UPPER_ARM[:, 0], _UPPER_ARM, along)
    radii = table[:, [1, 2, 1]] * girth + ease[:, None]
    centres = chain.root + np.outer(along * body.upper_arm, chain.upper)
    return Sweep(centres, front, cross(chain.upper, front), radii, knots=along)


def _forearm(
    body: Body, chain: Chain, front: Array, back_of_hand: Array, girth: float, mesh: Mesh
) -> Loft:
    """The forearm turns from the upper arm's front to the back of the hand, as it does in life."""
    along, axis = _FOREARM[:, 0], chain.lower
    at_wrist = perpendicular(back_of_hand, axis)
    at_elbow = perpendicular(front, axis)
    if np.dot(at_elbow, at_wrist) < 0:
        at_elbow = -at_elbow
    fronts = unit(np.outer(1 - along, at_elbow) + np.outer(along, at_wrist))
    shape = Sweep(
        chain.middle + np.outer(along * body.forearm, axis),
        fronts,
        cross(axis, fronts),
        _FOREARM[:, [1, 1, 2]] * girth,
        knots=along,
    )
    return sweep(
        shape,
        18,
        caps=(0.036 * body.scale, 0.004 * body.scale),
        floor=mesh.floor,
        detail=mesh.detail,
    )
