"""A body's joints in a posture, before any surface lies on them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from constructive_rest.figure import limits
from constructive_rest.figure.body import Body
from constructive_rest.figure.crossing import lay_over
from constructive_rest.figure.head import Head, lowest_of_skull
from constructive_rest.figure.interpolation import Array, unit, vector
from constructive_rest.figure.pose import Contacts, HeadContact, TrunkContact
from constructive_rest.figure.reaching import (
    ArmLine,
    LegLine,
    foot_goal,
    hand_goal,
    reach_arm,
    reach_leg,
)
from constructive_rest.figure.sides import Side
from constructive_rest.figure.torso import Frame, Torso

NECK = 0.54
PRESSED = 0.005


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Joints and directions, metres; `support` is the height of what the skull rests on.

    `rest` is the height of what the seat presses on.
    """

    body: Body
    torso: Torso
    head: Head
    arms: Mapping[Side, ArmLine]
    legs: Mapping[Side, LegLine]
    support: float
    rest: float

    def angles(self) -> Iterator[tuple[str, float]]:
        """Every joint's angles in degrees, named as in `limits.LIMITS`."""
        pelvis, ribs = self.torso.frame(0.0), self.torso.frame(0.40)
        yield from limits.between(pelvis, ribs, "trunk")
        head = self.head
        yield from limits.between(
            self.torso.frame(NECK), Frame(head.up, head.front, head.right), "neck"
        )
        for side, leg in self.legs.items():
            yield from limits.hip(leg.chain.upper, pelvis, side.sign)
            yield from limits.knee(leg.chain)
            yield from limits.ankle(leg.chain.lower, leg.toe)
        for side, arm in self.arms.items():
            yield from limits.shoulder(arm.chain.upper, ribs, side.sign)
            yield from limits.elbow(arm.chain)
            yield from limits.wrist(arm.chain.lower, arm.fingers, arm.palm, side.sign)


def solve(body: Body, contacts: Contacts) -> Skeleton:
    """The joints of `body` touching what `contacts` names."""
    torso = lay_trunk(body, contacts.trunk)
    head = hold_head(body, torso, contacts.head)
    legs = {
        side: reach_leg(body, torso, side, foot_goal(body, contacts.legs[side])) for side in Side
    }
    goals = {side: hand_goal(body, torso, legs, side, contacts.arms[side]) for side in Side}
    arms = {side: reach_arm(body, torso, side, goals[side]) for side in Side}
    return Skeleton(
        body=body,
        torso=torso,
        head=head,
        arms=lay_over(body, torso, goals, arms),
        legs=legs,
        support=support_height(head, contacts.head),
        rest=contacts.trunk.rest * body.scale,
    )


def lay_trunk(body: Body, trunk: TrunkContact) -> Torso:
    """The trunk as `trunk` has it."""
    place = trunk.pelvis * body.scale
    torso = turn_trunk(body, trunk, place)
    if trunk.settles:
        sunk = trunk.rest * body.scale - PRESSED * body.scale - torso.lowest()
        torso = turn_trunk(body, trunk, place + vector(0.0, sunk, 0.0))
    return torso


def turn_trunk(body: Body, trunk: TrunkContact, place: Array) -> Torso:
    """The trunk as `trunk` has it, with its pelvis at `place`."""
    pelvis, ribs = trunk.pelvis_lies.frame(), trunk.ribs_lie.frame()
    return Torso(body, place, pelvis.up, pelvis.front, ribs.up, ribs.front, trunk.bend)


def support_height(head: Head, contact: HeadContact) -> float:
    """How high the skull's support is, metres; 0 for a head that is held free."""
    k = head.body.scale
    if contact.level:
        return float(head.centre[1]) - lowest_of_skull(contact.crown, contact.face) * k
    return (contact.height or 0.0) * k


def hold_head(body: Body, torso: Torso, contact: HeadContact) -> Head:
    """The head on its support, or held free above the neck."""
    frame = torso.frame(NECK)
    root, reach = torso.point(NECK), contact.reach * body.scale
    if contact.height is not None:
        centre = root + frame.up * reach
        lies = lowest_of_skull(contact.crown, contact.face)
        centre[1] = (contact.height + lies) * body.scale
    else:
        along = frame.up if contact.level else unit(frame.up + unit(contact.crown))
        centre = root + along * reach
    return Head(body, centre, contact.crown, contact.face)
