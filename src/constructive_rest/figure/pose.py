"""What a posture touches: contact targets from which kinematics finds every joint.

Lengths are metres for a body of 1.70 m; they are scaled to the body that is drawn.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from constructive_rest.figure.interpolation import Array
from constructive_rest.figure.reading import Table, read
from constructive_rest.figure.sides import Side
from constructive_rest.figure.torso import Bend

_MIRROR = np.array((1.0, 1.0, -1.0))
_Contact = TypeVar("_Contact")


@dataclass(frozen=True, slots=True)
class HandOnTorso:
    """A hand that lies on the torso: `station` metres above the hip line, `angle` from the front.

    `fingers_up` and `fingers_out` give where the fingers point; `lift` is the palm's height over
    the skin, `wrist_lift` how much higher the wrist is; `curl` bends each finger joint, degrees.
    """

    station: float
    angle: float
    fingers_up: float
    fingers_out: float
    lift: float
    wrist_lift: float
    elbow_height: float
    curl: float


@dataclass(frozen=True, slots=True)
class HandOnFloor:
    """A hand that lies on the floor: where its wrist is, where fingers and palm face."""

    wrist: Array
    fingers: Array
    palm: Array
    elbow_height: float
    curl: float


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
    """The height of what the skull rests on, where the crown and the face point.

    `reach` is how far the ears lie from the neck's root, along the body.
    """

    height: float
    reach: float
    crown: Array
    face: Array


@dataclass(frozen=True, slots=True)
class TrunkContact:
    """The height of the hips, how pelvis and ribs tip (degrees), how low back and shoulders bend.

    A pelvis tips + when it tucks under, ribs tip + when their lower edge rises. `bend` is metres.
    """

    pelvis_height: float
    pelvis_tip: float
    ribs_tip: float
    bend: Bend


ArmContact = HandOnTorso | HandOnFloor


@dataclass(frozen=True, slots=True)
class Contacts:
    """One posture: everything that touches something."""

    trunk: TrunkContact
    head: HeadContact
    arms: Mapping[Side, ArmContact]
    legs: Mapping[Side, LegContact]


@dataclass(frozen=True, slots=True)
class ContactBook:
    """Every way to lay trunk, head, arms and legs, by its key."""

    trunks: Mapping[str, TrunkContact]
    heads: Mapping[str, HeadContact]
    arms: Mapping[str, Mapping[Side, ArmContact]]
    legs: Mapping[str, Mapping[Side, LegContact]]

    def contacts(self, arms: str, legs: str, head: str, trunk: str) -> Contacts:
        """One posture put together. Raises KeyError for a key that the book does not hold."""
        return Contacts(self.trunks[trunk], self.heads[head], self.arms[arms], self.legs[legs])


def parse_contacts(text: str, file: str) -> ContactBook:
    """The contact targets of the TOML in `text`. Raises PoseError."""
    book = read(text, file)
    book.allow("trunk", "head", "arms", "legs")
    return ContactBook(
        trunks={key: _trunk(table) for key, table in book.table("trunk").tables()},
        heads={key: _head(table) for key, table in book.table("head").tables()},
        arms={key: _both(table, _arm) for key, table in book.table("arms").tables()},
        legs={key: _both(table, _leg) for key, table in book.table("legs").tables()},
    )


def _both(table: Table, parse: Callable[[Table, Side], _Contact]) -> Mapping[Side, _Contact]:
    """Both sides: written apart under `right` and `left`, or once for the right and mirrored."""
    apart = table.has(Side.RIGHT)
    if apart:
        table.allow(*Side)
    return {side: parse(table.table(side) if apart else table, side) for side in Side}


def _trunk(table: Table) -> TrunkContact:
    table.allow("pelvis_height", "pelvis_tip", "ribs_tip", "lumbar", "shrug", "roll")
    return TrunkContact(
        pelvis_height=table.number("pelvis_height", 0.05, 0.2),
        pelvis_tip=table.number("pelvis_tip", -25.0, 25.0),
        ribs_tip=table.number("ribs_tip", -15.0, 15.0),
        bend=Bend(
            lumbar=table.number("lumbar", -0.03, 0.08),
            shrug=table.number("shrug", 0.0, 0.08),
            roll=table.number("roll", 0.0, 0.06),
        ),
    )


def _head(table: Table) -> HeadContact:
    table.allow("height", "reach", "crown", "face")
    return HeadContact(
        height=table.number("height", 0.0, 0.12),
        reach=table.number("reach", 0.08, 0.16),
        crown=table.point("crown"),
        face=table.point("face"),
    )


def _arm(table: Table, side: Side) -> ArmContact:
    mirror = _MIRROR if side is Side.LEFT else np.ones(3)
    elbow_height = table.number("elbow_height", 0.02, 0.3)
    curl = table.number("curl", 0.0, 60.0)
    if table.has("wrist"):
        table.allow("wrist", "fingers", "palm", "elbow_height", "curl")
        wrist, fingers, palm = (table.point(key) * mirror for key in ("wrist", "fingers", "palm"))
        return HandOnFloor(wrist, fingers, palm, elbow_height, curl)
    table.allow(
        "station", "angle", "fingers_up", "fingers_out", "lift", "wrist_lift",
        "elbow_height", "curl",
    )  # fmt: skip
    return HandOnTorso(
        station=table.number("station", -0.05, 0.5),
        angle=table.number("angle", -1.6, 1.6),
        fingers_up=table.number("fingers_up", -1.0, 1.0),
        fingers_out=table.number("fingers_out", -1.0, 1.0),
        lift=table.number("lift", 0.0, 0.08),
        wrist_lift=table.number("wrist_lift", -0.05, 0.05),
        elbow_height=elbow_height,
        curl=curl,
    )


def _leg(table: Table, side: Side) -> LegContact:
    table.allow("ankle", "knee", "toe", "instep", "rest")
    mirror = _MIRROR if side is Side.LEFT else np.ones(3)
    return LegContact(
        ankle=table.point("ankle") * mirror,
        knee=table.point("knee") * mirror,
        toe=table.point("toe") * mirror,
        instep=table.point("instep") * mirror,
        rest=table.number("rest", 0.0, 0.6, default=0.0),
    )
