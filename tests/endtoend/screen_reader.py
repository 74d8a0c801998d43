"""What a screen reader is told of the window."""

import json
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

READER = Path(__file__).with_name("atspi_reader.py")
SYSTEM_PYTHON = "/usr/bin/python3"
"""Debian's pyatspi belongs to the system's Python, not to a virtual environment's."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the screen, in px."""

    x: int
    y: int
    width: int
    height: int

    @property
    def center(self) -> tuple[int, int]:
        """The point to click on."""
        return self.x + self.width // 2, self.y + self.height // 2

    def grown(self, by: int) -> Self:
        """The same with `by` px more on every side; fewer where it is negative."""
        return type(self)(
            self.x - by, self.y - by, max(0, self.width + 2 * by), max(0, self.height + 2 * by)
        )

    def overlaps(self, other: "Box") -> bool:
        """Whether they share at least one pixel."""
        across = self.x < other.x + other.width and other.x < self.x + self.width
        down = self.y < other.y + other.height and other.y < self.y + self.height
        return across and down and min(self.area, other.area) > 0

    def holds(self, other: "Box") -> bool:
        """Whether the whole of `other` lies within."""
        across = self.x <= other.x and other.x + other.width <= self.x + self.width
        return across and self.y <= other.y and other.y + other.height <= self.y + self.height

    @property
    def area(self) -> int:
        """In square pixels."""
        return self.width * self.height


@dataclass(frozen=True, slots=True)
class Seen:
    """One object: `name` is its objectName or its class, `label` its accessible name."""

    name: str
    role: str
    label: str
    description: str
    box: Box
    states: frozenset[str]
    text: str
    value: float

    @property
    def is_named(self) -> bool:
        """Whether it has an objectName of ours, and not just a class's name or one of Qt's."""
        return self.name[:1].islower() and not self.name.startswith("qt_")


def seen_from(told: Mapping[str, object]) -> Seen:
    """One object from the words of the reader. Raises TypeError for what makes none."""
    box, states = told["box"], told["states"]
    if not isinstance(box, list) or not isinstance(states, list):
        raise TypeError(f"not an object: {told}")
    return Seen(
        name=str(told["name"]),
        role=str(told["role"]),
        label=str(told["label"]),
        description=str(told["description"]),
        box=Box(*box),
        states=frozenset(map(str, states)),
        text=str(told["text"]),
        value=float(str(told["value"])),
    )


class ScreenReader:
    """A process that reads windows for as long as it is kept."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            [SYSTEM_PYTHON, str(READER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=dict(environ),
            text=True,
            start_new_session=True,
        )

    def everything(self, pid: int) -> list[Seen]:
        """Every object of the process `pid` that shows."""
        return self._ask({"pid": pid, "names": None})

    def read(self, pid: int, names: Iterable[str]) -> dict[str, Seen]:
        """Those of `names` that show, at one moment."""
        return {one.name: one for one in self._ask({"pid": pid, "names": list(names)})}

    def close(self) -> None:
        """Stop reading."""
        self._process.kill()
        self._process.communicate()

    def _ask(self, request: Mapping[str, object]) -> list[Seen]:
        asking, answering = self._process.stdin, self._process.stdout
        if asking is None or answering is None:
            raise RuntimeError("the reader has no pipes")
        asking.write(f"{json.dumps(request)}\n")
        asking.flush()
        line = answering.readline()
        if not line:
            raise RuntimeError("the AT-SPI reader has ended")
        return [seen_from(told) for told in json.loads(line)]
