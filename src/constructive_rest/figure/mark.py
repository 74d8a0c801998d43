"""What is pointed out on a picture: lines, patches and places for words, as plain values.

Light enough for every process: whoever paints or prints them needs no geometry.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

Point = tuple[float, float]


class Overlay(StrEnum):
    """What a group of marks points out; picture and content files name it."""

    CONTACTS = "contacts"
    GAP = "gap"
    SUPPORT = "support"
    MIDLINE = "midline"
    ARMS = "arms"
    KNEES = "knees"
    FACE = "face"
    LOW_BACK = "low_back"
    ATTENTION = "attention"
    PARTS = "parts"


class Form(StrEnum):
    """How a mark is drawn.

    `LINE` tells right or wrong and `THREAD` what it is measured by; a `BRACKET` spans two points,
    an `ARROW` points at its last, a `DOT` is one point. A `PATCH` is an outline to fill where
    something rests, a `HOLLOW` one where nothing does, a `GLOW` its middle and a point of its rim.
    A `LEADER` runs from where words stand to what they name; without words it is not drawn.
    """

    LINE = "line"
    THREAD = "thread"
    BRACKET = "bracket"
    ARROW = "arrow"
    DOT = "dot"
    PATCH = "patch"
    HOLLOW = "hollow"
    GLOW = "glow"
    LEADER = "leader"


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark of the picture plane, metres, or of a picture, pixels; y down.

    `label` is the key of the words that stand at it; empty where none do.
    """

    overlay: Overlay
    form: Form
    points: tuple[Point, ...]
    label: str = ""

    def placed(self, place: Callable[[Point], Point]) -> "Mark":
        """The same mark with every point moved by `place`."""
        return replace(self, points=tuple(place(point) for point in self.points))
