"""Arms and legs that reach for what they touch."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from constructive_rest.figure import limits
from constructive_rest.figure.body import Body
from constructive_rest.figure.elbow_way import Reach
from constructive_rest.figure.hand import Grip, hand_points
from constructive_rest.figure.interpolation import (
    Array,
    cross,
    perpendicular,
    smooth_step,
    unit,
    vector,
)
from constructive_rest.figure.kinematics import Chain, swung_clear, two_bones, two_bones_resting
from constructive_rest.figure.pose import (
    ArmContact,
    HandOnFloor,
    HandOnThigh,
    HandOnTorso,
    LegContact,
)
from constructive_rest.figure.sides import Side
from constructive_rest.figure.torso import Torso

HAND_REACH = 0.062
ELBOW = 0.037
KNEE = 0.050
_SHOULDER = 0.044
_COMFORTABLY_FAR = 0.995
# a hand whose lowest point is nearer than this to what is under it lies on it, metres
_FREE = 0.05
_CLOTH, _PRESSES, _FEELER, _SETTLINGS = 0.006, 0.002, 0.030, 3
_SUNK = 0.002
_FAR_BEHIND = 0.84
# where along upper arm and forearm its thickness is asked to keep out of the trunk, metres
_UPPER_SHARES, _LOWER_SHARES = (0.6, 0.8, 1.0), (0.25, 0.5, 0.75)
_THICKNESS = np.array((0.041, 0.039, 0.037, 0.039, 0.034, 0.026))
# how far the shoulder joint travels with the collarbone, metres; Inman, Saunders and Abbott,
# J. Bone Joint Surg. 26 (1944): the collarbone rises and comes forward as the arm does
_COLLARBONE_FORWARD, _COLLARBONE_IN, _COLLARBONE_UP = 0.036, 0.026, 0.034


@dataclass(frozen=True, slots=True)
class HandGoal:
    """Where a hand is to be, metres and directions; the elbow points to `elbow`.

    Without one, the elbow comes to rest at `elbow_height`. A hand that `slides` gives up its
    place for its height where an arm is too short for both. Where the elbow's way is `planned`,
    it is kept to.
    """

    wrist: Array
    fingers: Array
    palm: Array
    curl: float
    rest: float
    elbow: Array | None
    elbow_height: float = 0.0
    slides: bool = False
    planned: bool = False


@dataclass(frozen=True, slots=True)
class FootGoal:
    """Where a foot is to be, metres and directions; the knee points to `knee`."""

    ankle: Array
    knee: Array
    toe: Array
    instep: Array
    rest: float


@dataclass(frozen=True, slots=True)
class ArmLine:
    """An arm's joints, where fingers and palm point, and the height of what the hand lies on."""

    chain: Chain
    fingers: Array
    palm: Array
    curl: float
    rest: float


@dataclass(frozen=True, slots=True)
class LegLine:
    """A leg's joints, the hinge of its knee, where toes and instep point, what it lies on."""

    chain: Chain
    hinge: Array
    toe: Array
    instep: Array
    rest: float


def foot_goal(body: Body, contact: LegContact) -> FootGoal:
    """What `contact` asks of the foot of this body."""
    toe = unit(contact.toe)
    return FootGoal(
        ankle=contact.ankle * body.scale * np.array((1.0, 1.0, body.hip)),
        knee=contact.knee,
        toe=toe,
        instep=perpendicular(contact.instep, toe),
        rest=contact.rest * body.scale,
    )


def reach_leg(body: Body, torso: Torso, side: Side, goal: FootGoal) -> LegLine:
    """The leg on `side` that reaches for `goal`."""
    hip = torso.point(0.0, 0.0, 0.085 * side.sign * body.hip)
    bones = body.thigh, body.shin
    chain = two_bones(hip, goal.ankle, bones, goal.knee, limits.NARROWEST_KNEE)
    axis = chain.end - chain.root
    hinge = cross(perpendicular(goal.knee, axis), -unit(axis))
    toe, instep = limits.held_foot(chain.lower, goal.toe, goal.instep)
    return LegLine(chain, hinge, toe, instep, goal.rest)


def hand_goal(
    body: Body, torso: Torso, legs: Mapping[Side, LegLine], side: Side, contact: ArmContact
) -> HandGoal:
    """What `contact` asks of the hand of this body, whose trunk and legs already lie."""
    match contact:
        case HandOnTorso():
            return _on_torso(body, torso, side, contact)
        case HandOnThigh():
            return _on_thigh(body, legs[side], side, contact)
        case HandOnFloor():
            return _at_place(body, side, contact)


def _at_place(body: Body, side: Side, contact: HandOnFloor) -> HandGoal:
    k, fingers = body.scale, unit(contact.fingers)
    palm = perpendicular(contact.palm, fingers)
    broad = body.shoulder if contact.elbow is None else 1.0
    wrist = contact.wrist * k * np.array((1.0, 1.0, broad))
    points, thick = hand_points(
        Grip(wrist, fingers, palm, cross(fingers, palm) * side.sign), contact.curl, k
    )
    above = float((points[:, 1] - thick).min()) - contact.rest * k
    if above < _FREE * k:
        wrist[1] -= above + _PRESSES * k
    return HandGoal(
        wrist=wrist,
        fingers=fingers,
        palm=palm,
        curl=contact.curl,
        rest=contact.rest * k,
        elbow=contact.elbow,
        elbow_height=contact.elbow_height * arm_girth(body),
        slides=True,
    )


def _on_torso(body: Body, torso: Torso, side: Side, contact: HandOnTorso) -> HandGoal:
    k, angle = body.scale, contact.angle * side.sign
    point, out = torso.surface(contact.station, angle)
    frame = torso.frame(contact.station)
    pointing = frame.up * contact.fingers_up + frame.right * contact.fingers_out * side.sign
    along = perpendicular(pointing, out)
    fingers = unit(along * HAND_REACH - out * contact.wrist_lift)
    wrist = point - fingers * HAND_REACH * k
    palm = perpendicular(-out, fingers)
    grip = Grip(wrist, fingers, palm, cross(fingers, palm) * side.sign)
    wrist = wrist + out * (contact.lift * k + _onto_shirt(torso, grip, contact.curl, out))
    height = contact.elbow_height * arm_girth(body)
    return HandGoal(wrist, fingers, palm, contact.curl, 0.0, contact.elbow, height)


def _onto_shirt(torso: Torso, grip: Grip, curl: float, out: Array) -> float:
    """How far a hand must move along `out` to lie on the shirt, metres."""
    k, moved = torso.body.scale, 0.0
    points, thick = hand_points(grip, curl, k)
    thick = thick + (_CLOTH + _FEELER) * k
    for _ in range(_SETTLINGS):
        deep = float(torso.depth_inside(points + out * moved, thick).max())
        moved += deep - (_FEELER + _PRESSES) * k
    return moved


def _on_thigh(body: Body, leg: LegLine, side: Side, contact: HandOnThigh) -> HandGoal:
    k, thigh = body.scale, leg.chain.upper
    front, out = cross(thigh, leg.hinge), leg.hinge * side.sign
    front = front if float(front @ leg.chain.bulge) > 0 else -front
    normal = front * np.cos(contact.angle) + out * np.sin(contact.angle)
    radius = 0.082 + (0.054 - 0.082) * smooth_step(np.array((contact.share - 0.2) / 0.7))
    thick = float(radius) * body.thigh_girth * body.girth + 0.004
    point = leg.chain.root + thigh * body.thigh * contact.share
    fingers = perpendicular(thigh + out * contact.fingers_out, normal)
    wrist = point + normal * (thick + contact.lift) * k - fingers * HAND_REACH * k
    return HandGoal(wrist, fingers, -normal, contact.curl, 0.0, contact.elbow)


def reach_arm(body: Body, torso: Torso, side: Side, goal: HandGoal) -> ArmLine:
    """The arm on `side` that reaches for `goal`, its elbow out of the trunk and off the floor."""
    shoulder = shoulder_joint(torso, side, goal.wrist)
    if goal.slides:
        goal = replace(goal, wrist=_within_reach(body, shoulder, goal.wrist))
    bones, narrowest = (body.upper_arm, body.forearm), limits.NARROWEST_ELBOW
    if goal.elbow is None:
        outward = torso.frame(0.46).right * side.sign
        hidden = partial(_depth, body, torso, shoulder)
        chain = two_bones_resting(
            shoulder, goal.wrist, bones, outward, goal.elbow_height, hidden, narrowest
        )
    else:
        chain = two_bones(shoulder, goal.wrist, bones, goal.elbow, narrowest)
        chain = chain if goal.planned else _clear(body, torso, chain)
    fingers, palm = limits.held_wrist(chain.lower, goal.fingers, goal.palm, side.sign)
    return ArmLine(chain, fingers, palm, goal.curl, goal.rest)


def _within_reach(body: Body, shoulder: Array, wrist: Array) -> Array:
    """The nearest place at the same height that the arm reaches, if there is one."""
    reach = (body.upper_arm + body.forearm) * _COMFORTABLY_FAR
    way = wrist - shoulder
    level = math.hypot(way[0], way[2])
    left = reach * reach - way[1] * way[1]
    if left <= 0.0 or level * level <= left:
        return wrist
    share = math.sqrt(left) / level
    nearer: Array = shoulder + way * np.array((share, 1.0, share))
    return nearer


def arm_girth(body: Body) -> float:
    """What an arm's thickness is multiplied with."""
    return body.arm_girth * (body.girth + 1) / 2 * body.scale


def shoulder_joint(torso: Torso, side: Side, wrist: Array) -> Array:
    """The shoulder joint, moved by the collarbone as the arm points forward or up."""
    at_ease = torso.shoulder(side.sign)
    frame, k = torso.frame(0.46), torso.body.scale
    way = wrist - at_ease
    arm = torso.body.upper_arm + torso.body.forearm
    forward = smooth_step(np.array((float(way @ frame.front) / arm - 0.30) / 0.5))
    up = smooth_step(np.array((float(way @ frame.up) / arm + 0.05) / 0.9))
    moved: Array = at_ease + k * (
        (frame.front * _COLLARBONE_FORWARD - frame.right * side.sign * _COLLARBONE_IN)
        * float(forward)
        + frame.up * _COLLARBONE_UP * float(up)
    )
    return _lain_on(torso, moved)


def _lain_on(torso: Torso, joint: Array) -> Array:
    """A shoulder that is lain on gives way: inward, and forward by as much."""
    missing = _SHOULDER * arm_girth(torso.body) - float(joint[1])
    if missing <= 0.0:
        return joint
    front = torso.frame(0.46).front
    level = unit(front * (1.0, 0.0, 1.0))
    moved: Array = joint + vector(0.0, missing, 0.0) + level * missing * 0.7
    return moved


def _clear(body: Body, torso: Torso, chain: Chain) -> Chain:
    lowest = ELBOW * 0.9 * arm_girth(body)

    def hidden(tried: Chain) -> float:
        in_trunk = float(_depth(body, torso, tried.root, tried.middle[None], tried.end)[0])
        return max(in_trunk, lowest - float(tried.middle[1]))

    return swung_clear(chain, hidden, _SUNK)


def reach_for_elbow(body: Body, torso: Torso, side: Side, goal: HandGoal) -> Reach:
    """What the way of an elbow is planned by: where its arm hangs, and what it must keep out of."""
    shoulder = shoulder_joint(torso, side, goal.wrist)
    lowest = ELBOW * 0.9 * arm_girth(body)
    behind = -torso.frame(0.46).front

    def hidden(elbows: Array) -> Array:
        under = np.maximum(0.0, lowest - elbows[:, 1])
        upper = (elbows - shoulder) / body.upper_arm
        backward = np.maximum(0.0, upper @ behind - _FAR_BEHIND) * body.upper_arm
        return _depth(body, torso, shoulder, elbows, goal.wrist) + under + backward

    return Reach(shoulder, goal.wrist, hidden)


def _depth(body: Body, torso: Torso, shoulder: Array, elbows: Array, wrist: Array) -> Array:
    """How deep an arm lies in the trunk, metres, for each of some elbows (n, 3)."""
    upper = elbows - shoulder
    lower = wrist - elbows
    points = [shoulder + upper * share for share in _UPPER_SHARES]
    points += [elbows + lower * share for share in _LOWER_SHARES]
    thick = np.repeat(_THICKNESS * arm_girth(body), len(elbows))
    deep = torso.depth_inside(np.concatenate(points), thick)
    deepest: Array = deep.reshape(len(points), -1).max(axis=0)
    return deepest
