"""A body in a posture: every joint and every surface."""

from collections.abc import Mapping
from dataclasses import dataclass

from constructive_rest.figure.arm import Arm, build_arm
from constructive_rest.figure.body import Body, Hair
from constructive_rest.figure.hair import locks
from constructive_rest.figure.head import Head, neck
from constructive_rest.figure.leg import Leg, build_leg
from constructive_rest.figure.loft import FULL, Detail, Loft, Mesh
from constructive_rest.figure.pose import Contacts
from constructive_rest.figure.sides import Side
from constructive_rest.figure.skeleton import NECK, Skeleton, solve
from constructive_rest.figure.torso import Torso

FLOOR = 0.0


@dataclass(frozen=True, slots=True)
class Mannequin:
    """A body; `support` is the height in metres of what the skull rests on."""

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
    """The body touching what `contacts` names."""
    return flesh(solve(body, contacts))


def flesh(skeleton: Skeleton, detail: Detail = FULL) -> Mannequin:
    """Every surface around the joints of `skeleton`."""
    body, torso, head, support = skeleton.body, skeleton.torso, skeleton.head, skeleton.support
    mesh = Mesh(FLOOR, detail)
    sitting = mesh.on(skeleton.rest)
    frame = torso.frame(NECK)
    base = (torso.point(0.526, -0.003), torso.point(0.545, -0.005))
    return Mannequin(
        body=body,
        torso=torso,
        head=head,
        arms={side: build_arm(body, torso, side, skeleton.arms[side], mesh) for side in Side},
        legs={side: build_leg(body, side, skeleton.legs[side], sitting) for side in Side},
        shirt=torso.tube((0.050, torso.collar), 0.006, 36, mesh=sitting, hem_lean=0.020),
        seat=(
            torso.tube((-0.070, 0.115), 0.004, 20, mesh=sitting, cap=0.010),
            *(torso.buttock(side.sign, sitting) for side in Side),
        ),
        neck=neck(head, base, frame.front, frame.right, mesh),
        skull=tuple(head.lofts(support + 0.001, detail)),
        locks=locks(head, support, mesh) if body.hair is Hair.LONG else (),
        support=support,
    )
