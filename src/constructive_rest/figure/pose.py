"""What a posture touches: contact targets from which kinematics finds every joint.

Lengths are metres for a body of 1.70 m; they are scaled to the body that is drawn.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from constructive_rest.figure.interpolation import Array
from constructive_rest.figure.sides import Side
from constructive_rest.figure.torso import Bend, Frame


@dataclass(frozen=True, slots=True)
class Lie:
    """How pelvis or ribs are turned, in degrees; all 0 is on the back, the head toward -x.

    `rise` lifts the head end: 90 is upright, facing +x; below 0 it sinks. `roll` turns about
    the long axis: 90 is on the right side, facing +z, and 180 face down. `turn` swings the whole
    about the vertical: upright, 90 faces +z.
    """

    rise: float = 0.0
    roll: float = 0.0
    turn: float = 0.0

    def frame(self) -> Frame:
        """Where head, front and right point."""
        roll, rise, turn = (math.radians(value) for value in (self.roll, self.rise, self.turn))
        about_length = np.array(
            (
                (1, 0, 0),
                (0, math.cos(roll), -math.sin(roll)),
                (0, math.sin(roll), math.cos(roll)),
            )
        )
        about_side = np.array(
            (
                (math.cos(rise), math.sin(rise), 0),
                (-math.sin(rise), math.cos(rise), 0),
                (0, 0, 1),
            )
        )
        about_upright = np.array(
            (
                (math.cos(turn), 0, -math.sin(turn)),
                (0, 1, 0),
                (math.sin(turn), 0, math.cos(turn)),
            )
        )
        whole = about_upright @ about_side @ about_length
        return Frame(-whole[:, 0], whole[:, 1], whole[:, 2])


@dataclass(frozen=True, slots=True)
class HandOnTorso:
    """A hand that lies on the torso: `station` metres above the hip line, `angle` from the front.

    `fingers_up` and `fingers_out` give where the fingers point; `lift` is the hand's height over
    the shirt, `wrist_lift` how much higher the wrist is; `curl` bends each finger joint, degrees.
    The elbow comes to rest at `elbow_height`, or points to `elbow` where that is given.
    """

    station: float
    angle: float
    fingers_up: float
    fingers_out: float
    lift: float
    wrist_lift: float
    elbow_height: float
    curl: float
    elbow: Array | None = None


@dataclass(frozen=True, slots=True)
class HandOnThigh:
    """A hand that lies on its side's thigh: `share` of the way to the knee.

    `angle` goes round the thigh in radians, 0 in front, + outward; the fingers point along the
    thigh and `fingers_out` outward.
    """

    share: float
    angle: float
    fingers_out: float
    lift: float
    curl: float
    elbow: Array


@dataclass(frozen=True, slots=True)
class HandOnFloor:
    """A hand at a place: where its wrist is, where fingers and palm face.

    It lies on what is `rest` metres high, 0 the floor, or hangs free.
    """

    wrist: Array
    fingers: Array
    palm: Array
    elbow_height: float
    curl: float
    elbow: Array | None = None
    rest: float = 0.0


@dataclass(frozen=True, slots=True)
class LegContact:
    """Where the ankle is, where the knee wants to go, where toes and instep face.

    `rest` is the height of what shin and foot lie on: 0 the floor.
    """

    ankle: Array
    knee: Array
    toe: Array
    instep: Array
    rest: float


@dataclass(frozen=True, slots=True)
class HeadContact:
    """The height of what the skull rests on (None: it is held free), where crown and face point.

    `reach` is how far the ears lie from the neck's root, along the body. A `level` head goes on
    in the line of the trunk, and what it rests on is as high as that asks.
    """

    height: float | None
    reach: float
    crown: Array
    face: Array
    level: bool = False


@dataclass(frozen=True, slots=True)
class TrunkContact:
    """Where the middle of the hip line is, how pelvis and ribs lie, how back and shoulders bend.

    `rest` is the height of what the seat presses on: 0 the floor, or a chair. `bend` is metres.
    A trunk that `settles` lies as high above it as its own thickness asks, whatever `pelvis` says.
    """

    pelvis: Array
    pelvis_lies: Lie
    ribs_lie: Lie
    bend: Bend = field(default_factory=Bend)
    rest: float = 0.0
    settles: bool = False


ArmContact = HandOnTorso | HandOnThigh | HandOnFloor


@dataclass(frozen=True, slots=True)
class Contacts:
    """One posture: everything that touches something."""

    trunk: TrunkContact
    head: HeadContact
    arms: Mapping[Side, ArmContact]
    legs: Mapping[Side, LegContact]
