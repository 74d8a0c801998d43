"""One picture as its file describes it: camera, framing, and what is drawn."""

from dataclasses import dataclass
from enum import StrEnum

from constructive_rest.figure.composition import Group
from constructive_rest.figure.furniture import Back, Chair
from constructive_rest.figure.interpolation import Array
from constructive_rest.figure.mark import Overlay
from constructive_rest.figure.reading import Table, read

AT_EASE = "easy"


class Align(StrEnum):
    """Where the picture stands in a box that is taller than it needs."""

    BOTTOM = "bottom"
    MIDDLE = "middle"


class Thing(StrEnum):
    """What a picture may hold."""

    MAT = "mat"
    SUPPORT = "support"
    STOOL = "stool"
    BELT = "belt"
    HEAD = "head"
    TRUNK = "trunk"
    ARMS = "arms"
    LEGS = "legs"
    INSIDE = "inside"


@dataclass(frozen=True, slots=True)
class Framing:
    """What must fit: `width` by `height` metres around `focus`.

    Without a height, as high as what is drawn. All for a body of 1.70 m.
    """

    width: float
    height: float | None
    focus: Array
    align: Align


@dataclass(frozen=True, slots=True)
class Plan:
    """A picture; `body`, `arms`, `legs` and `head` are None where the person's choice decides.

    Nobody chooses the `trunk`: it lies at ease where a picture does not say otherwise. `overlays`
    are what can be pointed out on it, `chair` is what is sat on or held.
    """

    yaw: float
    pitch: float
    framing: Framing
    draws: frozenset[Thing]
    body: str | None
    arms: str | None
    legs: str | None
    head: str | None
    trunk: str
    overlays: frozenset[Overlay] = frozenset()
    chair: Chair | None = None

    def groups(self, belt: bool) -> frozenset[Group]:
        """What of the figure to draw; the belt only where it is worn."""
        things = self.draws if belt else self.draws - {Thing.BELT}
        return frozenset(group for group in Group if Thing(group.value) in things)


def parse_plan(text: str, file: str) -> Plan:
    """The picture in the TOML `text`. Raises PoseError."""
    top = read(text, file)
    top.allow("draws", "overlays", "camera", "framing", "setup", "chair")
    camera = top.table("camera")
    camera.allow("yaw", "pitch")
    setup = top.table("setup") if top.has("setup") else Table({}, file)
    setup.allow("body", "arms", "legs", "head", "trunk")
    return Plan(
        yaw=camera.number("yaw", -180.0, 180.0),
        pitch=camera.number("pitch", -20.0, 90.0),
        framing=_framing(top.table("framing")),
        draws=frozenset(top.choices("draws", Thing)),
        body=setup.text("body") if setup.has("body") else None,
        arms=setup.text("arms") if setup.has("arms") else None,
        legs=setup.text("legs") if setup.has("legs") else None,
        head=setup.text("head") if setup.has("head") else None,
        trunk=setup.text("trunk") if setup.has("trunk") else AT_EASE,
        chair=_chair(top.table("chair")) if top.has("chair") else None,
        overlays=frozenset(top.choices("overlays", Overlay) if top.has("overlays") else ()),
    )


def _chair(table: Table) -> Chair:
    table.allow("x", "z", "back")
    return Chair(
        x=table.number("x", -1.0, 1.0),
        z=table.number("z", -1.0, 1.0),
        back=table.choice("back", Back),
    )


def _framing(table: Table) -> Framing:
    table.allow("width", "height", "focus", "align")
    return Framing(
        width=table.number("width", 0.1, 3.0),
        height=table.number("height", 0.1, 3.0) if table.has("height") else None,
        focus=table.point("focus"),
        align=table.choice("align", Align),
    )
