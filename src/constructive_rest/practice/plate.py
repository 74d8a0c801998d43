"""A picture as the guide and its pages name it: what is drawn, what is said under it."""

from dataclasses import dataclass
from enum import StrEnum

from constructive_rest.practice.table import Table

LONGEST_CAPTION = 62
"""Characters of a caption."""


class Mark(StrEnum):
    """Whether a picture shows how it should be, or how it should not."""

    RIGHT = "right"
    WRONG = "wrong"


class Shape(StrEnum):
    """The form of a print: lying down is wide, standing is tall."""

    WIDE = "wide"
    SQUARE = "square"
    TALL = "tall"


@dataclass(frozen=True, slots=True)
class Plate:
    """One picture with its caption; `picture` names a pose."""

    picture: str
    caption: str
    mark: Mark | None = None
    shape: Shape = Shape.WIDE


def read_plates(table: Table, key: str) -> tuple[Plate, ...]:
    """The plates under `key`, in order; none where the key is absent. Raises ContentError."""
    return tuple(_plate(plate) for plate in table.tables(key))


def _plate(table: Table) -> Plate:
    plate = Plate(
        picture=table.text("picture"),
        caption=table.text("caption", LONGEST_CAPTION),
        mark=table.choice("mark", Mark) if "mark" in table else None,
        shape=table.choice("shape", Shape) if "shape" in table else Shape.WIDE,
    )
    table.close()
    return plate
