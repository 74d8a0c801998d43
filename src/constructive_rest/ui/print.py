"""One drawn picture as a print on paper."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from constructive_rest.drawing.mark_painter import Words, paint_marks
from constructive_rest.drawing.renderer import Renderer
from constructive_rest.practice.plate import Mark
from constructive_rest.settings import Settings
from constructive_rest.ui.figure_slot import FigureSlot, scene_on
from constructive_rest.ui.guide_stage import mark_inks
from constructive_rest.ui.palette import Palette
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.alt_picture import AltPicture

CORNER = 16.0


class Print(AltPicture):
    """Shows one pose as the person has chosen it to be; framed in colour where it is marked."""

    def __init__(
        self,
        theme: Theme,
        renderer: Renderer,
        pose: str,
        mark: Mark | None = None,
        parts: Mapping[str, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.pose = pose
        self._theme = theme
        self._mark = mark
        self._parts = parts or {}
        self._settings = Settings()
        self._placed = False
        self.figure = FigureSlot(renderer, theme, self)
        self.figure.changed.connect(self.update)
        theme.changed.connect(self._want)

    def show_settings(self, settings: Settings) -> None:
        """Draw the body and its arrangement that are chosen in `settings`."""
        self._settings = settings
        self._want()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for a drawing of the new size."""
        super().resizeEvent(event)
        self._placed = True
        self._want()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper, drawing, frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        colors = self._theme.palette
        place = QRectF(self.rect())
        paper = QPainterPath()
        paper.addRoundedRect(place.adjusted(1, 1, -1, -1), CORNER, CORNER)
        painter.fillPath(paper, colors.surface)
        painter.save()
        painter.setClipPath(paper, Qt.ClipOperation.IntersectClip)
        self.figure.paint(painter, place.topLeft())
        self._paint_marks(painter, place)
        painter.restore()
        painter.setPen(frame(colors, self._mark))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(paper)

    def _paint_marks(self, painter: QPainter, place: QRectF) -> None:
        """The lines by which right can be told from wrong, or the names of parts."""
        marks = self.figure.marks(place.topLeft())
        if self._mark is not None:
            right = self._mark is Mark.RIGHT
            inks = mark_inks(self._theme.palette, right=right)
            paint_marks(painter, marks, inks, wrong=not right)
            return
        named = [mark for mark in marks if mark.label in self._parts]
        words = Words(self._parts, self._theme.sans(13))
        paint_marks(painter, named, mark_inks(self._theme.palette), words=words)

    def _want(self) -> None:
        if self._placed:
            scene = scene_on(self, self._theme, self.pose, self.size(), self._settings)
            self.figure.want(scene)
        self.update()


def frame(colors: Palette, mark: Mark | None) -> QPen:
    """The line round a print."""
    match mark:
        case Mark.RIGHT:
            return QPen(colors.primary, 2)
        case Mark.WRONG:
            return QPen(colors.danger, 2)
        case None:
            return QPen(colors.soft_edge, 1)
