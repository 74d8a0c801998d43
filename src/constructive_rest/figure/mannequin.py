"""A body in a posture: every joint and every surface."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from constructive_rest.figure.arm import Arm, build_arm
from constructive_rest.figure.body import Body, Hair
from constructive_rest.figure.hair import locks
from constructive_rest.figure.head import Head, back_of_skull, neck
from constructive_rest.figure.interpolation import Array, vector
from constructive_rest.figure.leg import Leg, build_leg
from constructive_rest.figure.loft import Loft
from constructive_rest.figure.pose import Contacts, TrunkContact
from constructive_rest.figure.sides import Side
from constructive_rest.figure.torso import Torso

FLOOR = 0.0


@dataclass(frozen=True, slots=True)
class Mannequin:
    """A lying body; `support` is the height in metres of what the skull rests on."""

    body: Body
    torso: Torso
    head: Head
    arms: Mapping[Side, Arm]
    legs: Mapping[Side, Leg]
    shirt: Loft
    seat: tuple[Loft, ...]
    neck: Loft
    skull: tuple[Loft, ...]
    locks: tuple[Loft, ...]
    support: float

    def lofts(self, arms: bool = True) -> list[Loft]:
        """Every surface of the body, or all but the arms."""
        found = [self.shirt, self.neck, *self.seat, *self.skull, *self.locks]
        for arm in self.arms.values() if arms else ():
            found += [arm.upper, arm.fore, arm.sleeve, *arm.hand.lofts]
        for leg in self.legs.values():
            found += [leg.thigh, leg.shin, leg.ankle, *leg.foot.lofts]
        return found


def build_mannequin(body: Body, contacts: Contacts) -> Mannequin:
    """The body lying on its back, head toward -x, touching what `contacts` names."""
    torso = _torso(body, contacts.trunk)
    support = contacts.head.height * body.scale
    head = _head(body, torso, contacts, support)
    frame = torso.frame(0.54)
    base = (torso.point(0.526, -0.003), torso.point(0.545, -0.005))
    return Mannequin(
        body=body,
        torso=torso,
        head=head,
        arms={s: build_arm(body, torso, s, contacts.arms[s], FLOOR) for s in Side},
        legs={s: build_leg(body, torso, s, contacts.legs[s], FLOOR) for s in Side},
        shirt=torso.tube((0.050, torso.collar), 0.006, 36, floor=FLOOR, hem_lean=0.020),
        seat=(
            torso.tube((-0.070, 0.115), 0.004, 20, floor=FLOOR, cap=0.010),
            *(torso.buttock(side.sign, FLOOR) for side in Side),
        ),
        neck=neck(head, base, frame.front, frame.right, FLOOR),
        skull=tuple(head.lofts(support + 0.001)),
        locks=locks(head, support, FLOOR) if body.hair is Hair.LONG else (),
        support=support,
    )


def _torso(body: Body, trunk: TrunkContact) -> Torso:
    pelvis = vector(0.0, trunk.pelvis_height * body.scale, 0.0)
    return Torso(body, pelvis, *_tipped(trunk.pelvis_tip), *_tipped(trunk.ribs_tip), trunk.bend)


def _tipped(degrees: float) -> tuple[Array, Array]:
    """Where head and front are of a trunk whose head end sinks by `degrees`."""
    cosine, sine = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return vector(-cosine, -sine, 0.0), vector(-sine, cosine, 0.0)


def _head(body: Body, torso: Torso, contacts: Contacts, support: float) -> Head:
    frame = torso.frame(0.54)
    centre = torso.point(0.54) + frame.up * contacts.head.reach * body.scale
    lies = back_of_skull(contacts.head.crown) * body.scale
    centre = np.array((centre[0], support + lies, centre[2]))
    return Head(body, centre, contacts.head.crown, contacts.head.face)
