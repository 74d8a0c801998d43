"""The figure while it moves from one picture to the next, in flat tones."""

from collections import deque

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QPainter

from constructive_rest.drawing.passage import DURATION_MS, FRAMES, Frame, Opening
from constructive_rest.drawing.passages import Passages
from constructive_rest.drawing.picture import Picture, Scene
from constructive_rest.ui.figure_place import Place, View, view_at

PATIENCE_MS = 1500
"""How long a frame may keep the figure waiting before it goes on without."""
SHADED_UNTIL = 0.16
"""The share of the time over which the shading of the picture it leaves fades out."""
NEARLY_THERE = 0.9
"""The share of the time after which the next picture may fade in."""


class MovingFigure(QObject):
    """Plays one passage at a time; frames that come late are left out.

    `changed` is emitted when it must be painted again, `arriving` once, when it is nearly where it
    is going, and `failed` when it will not get there.
    """

    changed = Signal()
    arriving = Signal()
    failed = Signal()

    def __init__(self, passages: Passages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._passages = passages
        self._active = False
        self._scenes: tuple[Scene, Scene] | None = None
        self._leaving: Picture | None = None
        self._opening: Opening | None = None
        self._frames: deque[Frame] = deque()
        self._frame: Frame | None = None
        self._start: View | None = None
        self._view: View | None = None
        self._from = self._place = Place(QRectF(), hung=False)
        self._arrived = False
        self._time = QVariantAnimation(self)
        self._time.setDuration(DURATION_MS)
        self._time.setStartValue(0.0)
        self._time.setEndValue(1.0)
        self._time.valueChanged.connect(self._advance)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._give_up)
        passages.opened.connect(self._open)
        passages.came.connect(self._take)
        passages.failed.connect(self._give_up)

    @property
    def active(self) -> bool:
        """Whether the figure is on its way, or was and has not been relieved by a picture."""
        return self._active

    @property
    def possible(self) -> bool:
        """Whether it can move at all."""
        return self._passages.possible

    @property
    def frame(self) -> Frame | None:
        """The frame that is shown; None before the first."""
        return self._frame

    @property
    def near(self) -> bool:
        """Whether it is nearly where it is going."""
        return self._active and self._arrived

    def get_ready(self, scene: Scene) -> None:
        """A passage from `scene` is likely soon."""
        if not self._active:
            self._passages.get_ready(scene)

    def begin(
        self, start: Scene, end: Scene, leaving: Picture | None, before: Place, after: Place
    ) -> None:
        """Move from `start`, whose picture `leaving` is in the place `before`, to `end`.

        What moves already goes on from where it is.
        """
        underway = self._frame if self._active else None
        if underway is not None:
            self._start, self._leaving = self._view, None
        elif self._active and self._scenes is not None:
            start = self._scenes[0]
        else:
            self._start, self._leaving, self._from = None, leaving, before
        self._scenes = start, end
        self._active, self._arrived, self._opening = True, False, None
        self._place = after
        self._frames.clear()
        self._time.stop()
        self._patience.start()
        self._passages.move(start, end, underway)

    def stop(self) -> None:
        """Show nothing more of the passage."""
        if self._active:
            self._passages.stop()
        self._active = self._arrived = False
        self._scenes = self._opening = self._leaving = None
        self._frame = self._start = self._view = None
        self._frames.clear()
        self._time.stop()
        self._patience.stop()

    def view(self, place: Place) -> View | None:
        """How the figure lies on the page on its way to `place`; None before its first frame."""
        if place != self._place and not self._place.rect.isEmpty():
            if self._start is not None:
                self._start = self._start.moved(self._place.rect, place.rect)
            self._place = place
        if self._frame is None or self._start is None:
            return None
        if self._opening is not None:
            self._view = self._start.toward(view_at(place, self._opening.end), self._frame.eased)
        return self._view

    def waiting_in(self) -> tuple[Picture | None, Place]:
        """What stands still until the first frame has come, and where."""
        return self._leaving, self._from

    def paint(self, painter: QPainter, view: View, arriving: Picture | None, seen: float) -> None:
        """Draw the figure as `view` has it, and over it the picture to come, `seen` 0–1."""
        if self._frame is None:
            return
        painter.save()
        painter.translate(view.origin)
        painter.scale(view.scale, view.scale)
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, polygons in self._frame.shapes:
            painter.setBrush(colour)
            for polygon in polygons:
                painter.drawPolygon(polygon, Qt.FillRule.WindingFill)
        painter.restore()
        if self._opening is None:
            return
        shaded = 1.0 - self._frame.place / FRAMES / SHADED_UNTIL
        if self._leaving is not None and shaded > 0.0:
            _paint_still(painter, self._leaving, *view.picture(self._opening.start), shaded)
        if arriving is not None:
            _paint_still(painter, arriving, *view.picture(self._opening.end), seen)

    def _open(self, opening: Opening) -> None:
        self._opening = opening
        if self._start is None:
            self._start = view_at(self._from, opening.start)

    def _take(self, frame: Frame) -> None:
        self._frames.append(frame)
        self._patience.start()
        if frame.place == 0:
            self._time.start()
        self._advance()

    def _advance(self) -> None:
        if self._opening is None:
            return
        now = self._time.currentValue() or 0.0
        due = None
        while self._frames and self._frames[0].place <= now * FRAMES:
            due = self._frames.popleft()
        if due is None:
            return
        self._frame = due
        if due.place == FRAMES:
            self._patience.stop()
        self.changed.emit()
        if due.place >= NEARLY_THERE * FRAMES and not self._arrived:
            self._arrived = True
            self.arriving.emit()

    def _give_up(self) -> None:
        if self._active:
            self.stop()
            self.failed.emit()


def _paint_still(
    painter: QPainter, picture: Picture, corner: QPointF, width: float, opacity: float
) -> None:
    size = picture.image.deviceIndependentSize()
    painter.setOpacity(opacity)
    painter.drawImage(QRectF(corner, size * (width / size.width())), picture.image)
    painter.setOpacity(1.0)
