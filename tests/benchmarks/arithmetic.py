"""From measured pairs to a table: the program against its floor, each time in the same minute."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, isinf
from statistics import median

HEADINGS = ("what", "unit", "floor", "program", "ratio", "pairs", "against")
GAP = "  "


@dataclass(frozen=True, slots=True)
class Pair:
    """One measurement of the floor and one of the program, right after each other."""

    floor: float
    program: float

    @property
    def ratio(self) -> float:
        """How many times the floor; infinite above a floor of nothing, and 1 where both are."""
        if self.floor:
            return self.program / self.floor
        return inf if self.program else 1.0


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that was measured. Raises ValueError without a pair."""

    what: str
    unit: str
    against: str
    pairs: tuple[Pair, ...]

    def __post_init__(self) -> None:
        if not self.pairs:
            raise ValueError(f"{self.what}: nothing was measured")

    @property
    def floor(self) -> float:
        """The median of the floor."""
        return median(pair.floor for pair in self.pairs)

    @property
    def program(self) -> float:
        """The median of the program."""
        return median(pair.program for pair in self.pairs)

    @property
    def ratio(self) -> float:
        """The median of the pairs' ratios, from which the drift of the machine has gone."""
        return median(pair.ratio for pair in self.pairs)


def table(rows: Sequence[Row]) -> str:
    """All rows under their headings, in columns: words to the left, numbers to the right."""
    lines = [HEADINGS, *(_cells(row) for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    words = {HEADINGS.index(name) for name in ("what", "unit", "against")}
    return "\n".join(
        GAP.join(
            cell.ljust(width) if number in words else cell.rjust(width)
            for number, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def _cells(row: Row) -> tuple[str, ...]:
    ratio = "–" if isinf(row.ratio) else f"{row.ratio:.2f}"
    numbers = (_short(row.floor), _short(row.program), ratio, str(len(row.pairs)))
    return (row.what, row.unit, *numbers, row.against)


def _short(number: float) -> str:
    """Three digits that count, more where the whole part has more."""
    digits = max(0, 2 - len(str(int(abs(number)))) + 1) if abs(number) >= 1 else 3
    return f"{number:.{digits}f}"
