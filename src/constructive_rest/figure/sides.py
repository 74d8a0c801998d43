"""Right and left."""

from enum import StrEnum


class Side(StrEnum):
    """One half of the body, as the body itself would name it."""

    RIGHT = "right"
    LEFT = "left"

    @property
    def sign(self) -> float:
        """+1 on the right, where z is positive; -1 on the left."""
        return 1.0 if self is Side.RIGHT else -1.0

    @property
    def other(self) -> "Side":
        """The other half."""
        return Side.LEFT if self is Side.RIGHT else Side.RIGHT
