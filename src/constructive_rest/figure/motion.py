"""A body on its way from one posture to another."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from constructive_rest.figure.body import Body
from constructive_rest.figure.crossing import lay_over
from constructive_rest.figure.elbow_way import MOMENTS, ElbowWay, Reach, plan
from constructive_rest.figure.head import Head
from constructive_rest.figure.interpolation import Array, cross, perpendicular, slerp, unit, vector
from constructive_rest.figure.mannequin import FLOOR
from constructive_rest.figure.pose import (
    ArmContact,
    Contacts,
    HandOnFloor,
    HandOnThigh,
    HandOnTorso,
)
from constructive_rest.figure.reaching import (
    KNEE,
    ArmLine,
    FootGoal,
    HandGoal,
    LegLine,
    foot_goal,
    hand_goal,
    reach_arm,
    reach_for_elbow,
    reach_leg,
)
from constructive_rest.figure.sides import Side
from constructive_rest.figure.skeleton import (
    NECK,
    Skeleton,
    hold_head,
    solve,
)
from constructive_rest.figure.torso import Bend, Frame, Torso

_UP = vector(0.0, 1.0, 0.0)
# a hand or foot that travels rises by this share of its way, up to so many metres
_ARC, _HIGHEST_ARC, _STILL = 0.30, 0.10, 0.004
_SUNK = 0.004
_TRIES = 3


@dataclass(frozen=True, slots=True)
class End:
    """One end of the way of `body`: what it touches, and the joints there."""

    body: Body
    contacts: Contacts
    skeleton: Skeleton
    feet: Mapping[Side, FootGoal]
    elbows: Mapping[Side, Array]
    hands: Mapping[Side, HandGoal]


class Motion:
    """The way of a body from `start` to `end`, feet and hands lifted over it.

    What touches the same in both stays where it is. Easing is the caller's.
    """

    def __init__(self, start: End, end: End) -> None:
        self._body = start.body
        self._start, self._end = start, end
        self._lies_still = start.contacts.trunk is end.contacts.trunk
        trunks = start.contacts.trunk, end.contacts.trunk
        self._lies = (
            tuple(trunk.pelvis_lies.frame() for trunk in trunks),
            tuple(trunk.ribs_lie.frame() for trunk in trunks),
        )
        self._keeps_shape = start.contacts.trunk.bend == end.contacts.trunk.bend
        skeletons = (start.skeleton, end.skeleton)
        self._lowest = min(-_SUNK, *(each.torso.lowest() - each.rest for each in skeletons))
        self._lowest_knee = min(KNEE * self._body.scale, *map(_lowest_knee, skeletons))
        self._elbows: Mapping[Side, ElbowWay] = {}
        self._elbows = self._planned()

    def skeleton(self, share: float) -> Skeleton:
        """The joints `share` 0–1 of the way, without any surface."""
        if share <= 0.0:
            return self._start.skeleton
        if share >= 1.0:
            return self._end.skeleton
        lift = 0.0
        for _ in range(_TRIES):
            skeleton = self._solved(share, lift)
            missing = self._missing_height(skeleton)
            if missing < 1e-4:
                break
            lift += missing
        return skeleton

    def _planned(self) -> Mapping[Side, ElbowWay]:
        """The way of both elbows, once for the whole motion."""
        body = self._body
        moving = [side for side in Side if not self._stays(side)]
        reaches: dict[Side, list[Reach]] = {side: [] for side in Side}
        for share in np.linspace(0.0, 1.0, MOMENTS)[1:-1] if moving else ():
            torso = self._trunk(float(share), 0.0)
            legs = {side: self._leg(torso, side, float(share)) for side in Side}
            for side in moving:
                goal = self._hand(torso, legs, side, float(share))
                reaches[side].append(reach_for_elbow(body, torso, side, goal))
        bones = (body.upper_arm, body.forearm)
        start, end = self._start.elbows, self._end.elbows
        return {side: plan(reaches[side], bones, start[side], end[side]) for side in Side}

    def _stays(self, side: Side) -> bool:
        """Whether an arm has nothing to do on the whole way."""
        first, second = (end.contacts.arms[side] for end in (self._start, self._end))
        return self._lies_still and first is second and not isinstance(first, HandOnThigh)

    def _solved(self, share: float, lift: float) -> Skeleton:
        start, end = self._start, self._end
        torso = self._trunk(share, lift)
        legs = {side: self._leg(torso, side, share) for side in Side}
        rests = start.skeleton.rest, end.skeleton.rest
        return Skeleton(
            body=self._body,
            torso=torso,
            head=self._head(torso, share),
            arms=self._arms(torso, legs, share),
            legs=legs,
            support=_between(start.skeleton.support, end.skeleton.support, share),
            rest=rests[0] if rests[0] == rests[1] else FLOOR,
        )

    def _missing_height(self, skeleton: Skeleton) -> float:
        """How many metres trunk and knees have sunk deeper into the floor than at either end."""
        trunk = self._lowest - skeleton.torso.lowest()
        knees = self._lowest_knee - _lowest_knee(skeleton)
        return max(0.0, trunk, knees * 1.2)

    def _trunk(self, share: float, lift: float) -> Torso:
        if self._lies_still and lift == 0.0:
            return self._start.skeleton.torso
        body = self._body
        start, end = (end.contacts.trunk for end in (self._start, self._end))
        first, second = (end.skeleton.torso.point(0.0) for end in (self._start, self._end))
        place = first * (1 - share) + second * share + _UP * lift
        lies, ribs = (_turned(before, after, share) for before, after in self._lies)
        bend = Bend(*(
            _between(getattr(start.bend, name), getattr(end.bend, name), share)
            for name in ("lumbar", "shrug", "roll")
        ))  # fmt: skip
        return Torso(body, place, lies.up, lies.front, ribs.up, ribs.front, bend)

    def _head(self, torso: Torso, share: float) -> Head:
        ways = []
        for end in (self._start, self._end):
            held, there = end.skeleton.head, end.skeleton.torso
            if end.contacts.head.height is None and not end.contacts.head.level:
                there = torso
                held = hold_head(self._body, torso, end.contacts.head)
            frame = Frame(held.up, held.front, held.right)
            ways.append((held.centre - there.point(NECK), frame))
        (first, lies), (second, will_lie) = ways
        reach = _between(float(np.linalg.norm(first)), float(np.linalg.norm(second)), share)
        turned = _turned(lies, will_lie, share)
        centre = torso.point(NECK) + slerp(first, second, share) * reach
        return Head(self._body, centre, turned.up, turned.front)

    def _leg(self, torso: Torso, side: Side, share: float) -> LegLine:
        start, end = self._start.feet[side], self._end.feet[side]
        way = end.ankle - start.ankle
        ankle = start.ankle + way * share + _UP * _arc(way, share)
        goal = FootGoal(
            ankle=ankle,
            knee=slerp(start.knee, end.knee, share),
            toe=slerp(start.toe, end.toe, share),
            instep=slerp(start.instep, end.instep, share),
            rest=min(start.rest, end.rest),
        )
        goal = replace(goal, instep=perpendicular(goal.instep, goal.toe))
        return reach_leg(self._body, torso, side, goal)

    def _arms(
        self, torso: Torso, legs: Mapping[Side, LegLine], share: float
    ) -> Mapping[Side, ArmLine]:
        goals = {side: self._hand(torso, legs, side, share) for side in Side}
        arms = {side: reach_arm(self._body, torso, side, goals[side]) for side in Side}
        return lay_over(self._body, torso, goals, arms)

    def _hand(
        self, torso: Torso, legs: Mapping[Side, LegLine], side: Side, share: float
    ) -> HandGoal:
        contacts = [end.contacts.arms[side] for end in (self._start, self._end)]
        first, second = (self._touching(end, torso, legs, side) for end in (self._start, self._end))
        way = second.wrist - first.wrist
        wrist = first.wrist + way * share
        outward = slerp(_away(contacts[0], first), _away(contacts[1], second), share)
        fingers = slerp(first.fingers, second.fingers, share)
        palm = perpendicular(slerp(first.palm, second.palm, share), fingers)
        wrist = wrist + outward * _arc(way, share)
        wrist = wrist + outward * self._sunk(torso, wrist, fingers)
        return HandGoal(
            wrist=wrist,
            fingers=fingers,
            palm=palm,
            curl=_between(first.curl, second.curl, share),
            rest=min(first.rest, second.rest),
            elbow=self._elbows[side].at(share) if self._elbows else None,
            slides=first.slides and second.slides,
            planned=True,
        )

    def _touching(
        self, end: End, torso: Torso, legs: Mapping[Side, LegLine], side: Side
    ) -> HandGoal:
        """Where a hand of this moment's body would touch what it touches at `end`."""
        match end.contacts.arms[side]:
            case HandOnTorso(station=station) if self._keeps_shape:
                return _carried(end.hands[side], end.skeleton.torso, torso, station)
            case HandOnFloor():
                return end.hands[side]
            case contact:
                return hand_goal(self._body, torso, legs, side, contact)

    def _sunk(self, torso: Torso, wrist: Array, fingers: Array) -> float:
        """How many metres a hand must rise to lie on the trunk instead of in it."""
        k = self._body.scale
        hand = wrist + np.outer((0.0, 0.045, 0.09), fingers) * k
        return float(torso.depth_inside(hand).max()) * 1.1


def end_at(body: Body, contacts: Contacts) -> End:
    """The end at which `body` touches what `contacts` names."""
    skeleton = solve(body, contacts)
    return End(
        body=body,
        contacts=contacts,
        skeleton=skeleton,
        feet={side: foot_goal(body, contacts.legs[side]) for side in Side},
        elbows={side: skeleton.arms[side].chain.bulge for side in Side},
        hands={
            side: hand_goal(body, skeleton.torso, skeleton.legs, side, contacts.arms[side])
            for side in Side
        },
    )


def _carried(goal: HandGoal, start: Torso, now: Torso, station: float) -> HandGoal:
    """Where a hand lies on the trunk as it lies `now`, given where it lay on it at the `start`."""
    if now is start:
        return goal
    before, after = (
        np.stack([f.up, f.front, f.right]) for f in (start.frame(station), now.frame(station))
    )
    turn = after.T @ before
    wrist = now.point(station) + turn @ (goal.wrist - start.point(station))
    return replace(goal, wrist=wrist, fingers=turn @ goal.fingers, palm=turn @ goal.palm)


def _lowest_knee(skeleton: Skeleton) -> float:
    return min(float(leg.chain.middle[1]) for leg in skeleton.legs.values())


def _away(contact: ArmContact, goal: HandGoal) -> Array:
    """Where a hand leaves what it lies on."""
    return _UP if isinstance(contact, HandOnFloor) else -goal.palm


def _between(first: float, second: float, share: float) -> float:
    return first + (second - first) * share


def _arc(way: Array, share: float) -> float:
    """How high a hand or foot is lifted on its way; one that stays is not."""
    length = math.sqrt(float(way @ way))
    if length < _STILL:
        return 0.0
    return min(length * _ARC, _HIGHEST_ARC) * math.sin(math.pi * share)


def _turned(start: Frame, end: Frame, share: float) -> Frame:
    """The frame `share` of the way, turned about one axis."""
    first, second = (np.stack([f.up, f.front, f.right], axis=1) for f in (start, end))
    whole = second @ first.T
    angle = math.acos(max(-1.0, min(1.0, (float(np.trace(whole)) - 1.0) / 2.0)))
    if angle < 1e-6:
        return start
    axis = unit(vector(
        whole[2, 1] - whole[1, 2], whole[0, 2] - whole[2, 0], whole[1, 0] - whole[0, 1]
    ))  # fmt: skip
    turned = [_rotated(direction, axis, angle * share) for direction in first.T]
    return Frame(*turned)


def _rotated(direction: Array, axis: Array, angle: float) -> Array:
    turned: Array = (
        direction * math.cos(angle)
        + cross(axis, direction) * math.sin(angle)
        + axis * float(axis @ direction) * (1.0 - math.cos(angle))
    )
    return turned
