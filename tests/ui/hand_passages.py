"""Passages that are drawn by hand: an opening and frames come when a test says so."""

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QPointF
from PySide6.QtGui import QColor, QPolygonF

from constructive_rest.drawing.easing import in_out_cubic
from constructive_rest.drawing.passage import FRAMES, Fit, Frame, Opening
from constructive_rest.drawing.passages import Passages
from constructive_rest.drawing.picture import Scene

INK = QColor("#aa2200")


@dataclass
class Asked:
    """One passage that was asked for."""

    start: Scene
    end: Scene
    after: Frame | None = None


@dataclass
class Journal:
    """What was asked of the passages, in order."""

    moves: list[Asked] = field(default_factory=list)
    readied: list[Scene] = field(default_factory=list)
    stops: int = 0


class HandPassages(Passages):
    """Passages without a process."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent, command=("false",))
        self.journal = Journal()
        self.able = True

    @property
    def possible(self) -> bool:
        return self.able

    def get_ready(self, scene: Scene) -> None:
        self.journal.readied.append(scene)

    def move(self, start: Scene, end: Scene, after: Frame | None = None) -> None:
        self.journal.moves.append(Asked(start, end, after))

    def stop(self) -> None:
        self.journal.stops += 1

    def open(self) -> None:
        """The passage that was asked for last begins."""
        asked = self.journal.moves[-1]
        self.opened.emit(Opening(len(self.journal.moves), fit_of(asked.start), fit_of(asked.end)))

    def bring(self, *places: int) -> None:
        """Frames of it come."""
        for place in places:
            eased = in_out_cubic(place / FRAMES)
            self.came.emit(Frame(len(self.journal.moves), place, eased, [(INK, [SQUARE])]))


def fit_of(scene: Scene) -> Fit:
    """100 px a metre for 400 px of width, the origin in the middle, the floor at three quarters."""
    return Fit(scene.width / 4, scene.width / 2, scene.height / 2, scene.height * 0.75, scene.width)


SQUARE = QPolygonF([QPointF(-1, -1), QPointF(1, -1), QPointF(1, 1), QPointF(-1, 1)])
"""Two metres wide around the origin."""
