"""The surfaces that a figure is made of, and the joints at which they grow into each other."""

from collections.abc import Mapping, Sequence

from constructive_rest.figure.camera import Camera
from constructive_rest.figure.loft import Loft
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.order import Joint, Surfaces
from constructive_rest.figure.sides import Side

TRUNK, SEAT, NECK, HEAD, LOCKS = "trunk", "seat", "neck", "head", "locks"
_HIP, _KNEE, _SHOULDER, _ELBOW, _CROTCH = 0.15, 0.11, 0.13, 0.075, 0.12
_IN_COLLAR = 0.28


def thigh(side: Side) -> str:
    """The name of a thigh."""
    return f"{side} thigh"


def shin(side: Side) -> str:
    """The name of a shin."""
    return f"{side} shin"


def foot(side: Side) -> str:
    """The name of a foot with its ankle."""
    return f"{side} foot"


def sleeve(side: Side) -> str:
    """The name of a sleeve."""
    return f"{side} sleeve"


def upper(side: Side) -> str:
    """The name of a bare upper arm."""
    return f"{side} upper arm"


def fore(side: Side) -> str:
    """The name of a forearm with its hand."""
    return f"{side} forearm"


def surfaces(figure: Mannequin, more: Mapping[str, Sequence[Loft]], camera: Camera) -> Surfaces:
    """All surfaces of `figure`, and `more` around it, as `camera` sees them."""
    neck = figure.neck.vertices
    lofts: dict[str, Sequence[Loft]] = {
        TRUNK: [figure.shirt],
        SEAT: figure.seat,
        NECK: [Loft(neck[round(len(neck) * _IN_COLLAR) :])],
        HEAD: figure.skull,
    }
    if figure.locks:
        lofts[LOCKS] = figure.locks
    for side in Side:
        arm, leg = figure.arms[side], figure.legs[side]
        lofts |= {
            thigh(side): [leg.thigh],
            shin(side): [leg.shin],
            foot(side): [leg.ankle, *leg.foot.lofts],
            sleeve(side): [arm.sleeve],
            upper(side): [arm.upper],
            fore(side): [arm.fore, *arm.hand.lofts],
        }
    return Surfaces(lofts | dict(more), _joints(figure), camera)


def _joints(figure: Mannequin) -> dict[tuple[str, str], Joint]:
    k, torso = figure.body.scale, figure.torso
    joints = {
        (thigh(Side.RIGHT), thigh(Side.LEFT)): Joint(torso.point(0.0), _CROTCH * k),
    }
    for side in Side:
        arm, leg = figure.arms[side].chain, figure.legs[side].chain
        joints |= {
            (thigh(side), SEAT): Joint(leg.root, _HIP * k),
            (thigh(side), TRUNK): Joint(leg.root, _HIP * k),
            (shin(side), thigh(side)): Joint(leg.middle, _KNEE * k),
            (sleeve(side), TRUNK): Joint(arm.root, _SHOULDER * k),
            (upper(side), TRUNK): Joint(arm.root, _SHOULDER * k),
            (fore(side), upper(side)): Joint(arm.middle, _ELBOW * k),
        }
    return joints
