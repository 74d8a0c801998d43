"""Every way to lay trunk, head, arms and legs, as the file of contacts holds it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from constructive_rest.figure.interpolation import Array
from constructive_rest.figure.pose import (
    ArmContact,
    Contacts,
    HandOnFloor,
    HandOnThigh,
    HandOnTorso,
    HeadContact,
    LegContact,
    Lie,
    TrunkContact,
)
from constructive_rest.figure.reading import Table, read
from constructive_rest.figure.sides import Side
from constructive_rest.figure.stations import Ways
from constructive_rest.figure.torso import Bend

_MIRROR = np.array((1.0, 1.0, -1.0))
Keys = tuple[str, str, str, str]
_Contact = TypeVar("_Contact")


@dataclass(frozen=True, slots=True)
class ContactBook:
    """Every way to lay trunk, head, arms and legs, by its key."""

    trunks: Mapping[str, TrunkContact]
    heads: Mapping[str, HeadContact]
    arms: Mapping[str, Mapping[Side, ArmContact]]
    legs: Mapping[str, Mapping[Side, LegContact]]
    ways: Ways

    def contacts(self, arms: str, legs: str, head: str, trunk: str) -> Contacts:
        """One posture put together. Raises KeyError for a key that the book does not hold."""
        return Contacts(self.trunks[trunk], self.heads[head], self.arms[arms], self.legs[legs])

    def way(self, start: Keys, end: Keys) -> list[Contacts]:
        """Every posture from `start` to `end`, both included. Raises KeyError as `contacts` does.

        The keys are those of arms, legs, head and trunk.
        """
        passed = self.ways.between(start[-1], end[-1])
        return [self.contacts(*keys) for keys in (start, *((name,) * 4 for name in passed), end)]


def parse_contacts(text: str, file: str) -> ContactBook:
    """The contact targets of the TOML in `text`. Raises PoseError."""
    book = read(text, file)
    book.allow("trunk", "head", "arms", "legs", "ways")
    return ContactBook(
        trunks={key: _trunk(table) for key, table in book.table("trunk").tables()},
        heads={key: _head(table) for key, table in book.table("head").tables()},
        arms={key: _both(table, _arm) for key, table in book.table("arms").tables()},
        legs={key: _both(table, _leg) for key, table in book.table("legs").tables()},
        ways=_ways(book.table("ways")) if book.has("ways") else Ways(),
    )


def _ways(table: Table) -> Ways:
    table.allow("lying", "lines")
    return Ways(table.texts("lying"), table.text_rows("lines"))


def _both(table: Table, parse: Callable[[Table, Side], _Contact]) -> Mapping[Side, _Contact]:
    """Both sides: written apart under `right` and `left`, or once for the right and mirrored."""
    apart = table.has(Side.RIGHT)
    if apart:
        table.allow(*Side)
    return {
        side: parse(table.table(side) if apart else table, Side.RIGHT if apart else side)
        for side in Side
    }


def _trunk(table: Table) -> TrunkContact:
    table.allow("pelvis", "rest", "settles", "pelvis_lies", "ribs_lie", "lumbar", "shrug", "roll")
    pelvis_lies = _lie(table.table("pelvis_lies")) if table.has("pelvis_lies") else Lie()
    return TrunkContact(
        pelvis=table.point("pelvis"),
        pelvis_lies=pelvis_lies,
        ribs_lie=_lie(table.table("ribs_lie")) if table.has("ribs_lie") else pelvis_lies,
        bend=Bend(
            lumbar=table.number("lumbar", -0.03, 0.08, default=0.0),
            shrug=table.number("shrug", 0.0, 0.08, default=0.0),
            roll=table.number("roll", 0.0, 0.06, default=0.0),
        ),
        rest=table.number("rest", 0.0, 0.6, default=0.0),
        settles=table.flag("settles"),
    )


def _lie(table: Table) -> Lie:
    table.allow("rise", "roll", "turn")
    return Lie(
        rise=table.number("rise", -90.0, 180.0, default=0.0),
        roll=table.number("roll", -180.0, 180.0, default=0.0),
        turn=table.number("turn", -180.0, 180.0, default=0.0),
    )


def _head(table: Table) -> HeadContact:
    table.allow("height", "level", "reach", "crown", "face")
    return HeadContact(
        height=table.number("height", 0.0, 0.20) if table.has("height") else None,
        reach=table.number("reach", 0.08, 0.16),
        crown=table.point("crown"),
        face=table.point("face"),
        level=table.flag("level"),
    )


def _arm(table: Table, side: Side) -> ArmContact:
    mirror = _MIRROR if side is Side.LEFT else np.ones(3)
    elbow = table.point("elbow") * mirror if table.has("elbow") else None
    curl = table.number("curl", 0.0, 60.0)
    if table.has("share"):
        return _on_thigh(table, curl, table.point("elbow") * mirror)
    height = table.number("elbow_height", 0.02, 0.3) if elbow is None else 0.0
    if table.has("wrist"):
        table.allow("wrist", "fingers", "palm", "elbow_height", "elbow", "curl", "rest")
        wrist, fingers, palm = (table.point(key) * mirror for key in ("wrist", "fingers", "palm"))
        rest = table.number("rest", 0.0, 1.0, default=0.0)
        return HandOnFloor(wrist, fingers, palm, height, curl, elbow, rest)
    table.allow(
        "station", "angle", "fingers_up", "fingers_out", "lift", "wrist_lift",
        "elbow_height", "elbow", "curl",
    )  # fmt: skip
    return HandOnTorso(
        station=table.number("station", -0.05, 0.5),
        angle=table.number("angle", -1.6, 1.6),
        fingers_up=table.number("fingers_up", -1.0, 1.0),
        fingers_out=table.number("fingers_out", -1.0, 1.0),
        lift=table.number("lift", 0.0, 0.08),
        wrist_lift=table.number("wrist_lift", -0.05, 0.05),
        elbow_height=height,
        curl=curl,
        elbow=elbow,
    )


def _on_thigh(table: Table, curl: float, elbow: Array) -> HandOnThigh:
    table.allow("share", "angle", "fingers_out", "lift", "elbow", "curl")
    return HandOnThigh(
        share=table.number("share", 0.1, 1.0),
        angle=table.number("angle", -1.6, 1.6),
        fingers_out=table.number("fingers_out", -1.0, 1.0),
        lift=table.number("lift", 0.0, 0.08),
        curl=curl,
        elbow=elbow,
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
