"""How the body is arranged for one rest: the choices a person makes by picture."""

from dataclasses import dataclass
from enum import StrEnum


class Arms(StrEnum):
    """Where the hands lie. The first one is what the guide shows first."""

    RIBS = "ribs"
    SIDES = "sides"
    CHEST = "chest"
    HIPS = "hips"


class Legs(StrEnum):
    """How the legs are held; with `SIDE` the whole body lies on its side."""

    FLOOR = "floor"
    CHAIR = "chair"
    BELT = "belt"
    TOGETHER = "together"
    SIDE = "side"


class HeadSupport(StrEnum):
    """What lies under the bony back of the skull."""

    BOOK = "book"
    TOWEL = "towel"
    NONE = "none"


class Eyes(StrEnum):
    """Whether the eyes stay open; the wording of cues follows it."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Setup:
    """One complete arrangement of the body."""

    arms: Arms = Arms.RIBS
    legs: Legs = Legs.FLOOR
    head_support: HeadSupport = HeadSupport.BOOK
    eyes: Eyes = Eyes.OPEN

    @property
    def on_side(self) -> bool:
        """Whether the body lies on its side, where no choice of arms or head support applies."""
        return self.legs is Legs.SIDE
