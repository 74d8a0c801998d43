"""What a rest is made of: a practice has phases, a phase has cues. Values only."""

from dataclasses import dataclass
from enum import StrEnum

from constructive_rest.practice.setup import Arms, Eyes, HeadSupport, Legs


class Glow(StrEnum):
    """The part of the figure that is lit while a phase lasts."""

    WHOLE = "whole"
    HEAD = "head"
    RIBS = "ribs"
    PELVIS = "pelvis"
    HIPS = "hips"
    FEET = "feet"


@dataclass(frozen=True, slots=True)
class Cue:
    """One sentence, spoken and shown once.

    `from_minutes` is the shortest rest, in minutes, in which it is heard; `eyes` is the choice
    its wording supposes, None where it suits both. `on_side` replaces the text for somebody who
    lies on the side; empty where the text suits every way to lie.
    """

    text: str
    from_minutes: int
    eyes: Eyes | None = None
    on_side: str = ""

    def belongs(self, planned_ms: int, eyes: Eyes) -> bool:
        """Whether it is heard in a rest of `planned_ms` with the eyes held so."""
        return self.from_minutes * 60_000 <= planned_ms and self.eyes in (None, eyes)


@dataclass(frozen=True, slots=True)
class Phase:
    """One part of a rest.

    `seconds` holds its length for each of the practice's `lengths_min`; `gap_s` the least and
    the most seconds from one of its cues to the next.
    """

    key: str
    name: str
    glow: Glow
    seconds: tuple[int, ...]
    cues: tuple[Cue, ...]
    gap_s: tuple[int, int] = (20, 60)


@dataclass(frozen=True, slots=True)
class WalkDownStep:
    """One sentence on the way from the desk to the floor; `when` is the choice it belongs to."""

    text: str
    when: Arms | Legs | HeadSupport | None = None


@dataclass(frozen=True, slots=True)
class Comfort:
    """One sentence for somebody whom something hurts; `unless` is the choice that it is already."""

    text: str
    unless: Arms | Legs | HeadSupport | None = None


@dataclass(frozen=True, slots=True)
class Practice:
    """A rest of any length between the first and the last of `lengths_min` (minutes, rising)."""

    key: str
    name: str
    lengths_min: tuple[int, ...]
    phases: tuple[Phase, ...]
    walk_down: tuple[WalkDownStep, ...]
    comforts: tuple[Comfort, ...]
