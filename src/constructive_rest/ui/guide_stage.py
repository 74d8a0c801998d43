"""What the guide points out over its picture, and the paper of a picture on the wall."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen

from constructive_rest.drawing.mark_painter import MarkInks, Words, paint_marks
from constructive_rest.figure.mark import Overlay
from constructive_rest.practice.guide import GuideStep
from constructive_rest.ui.figure_slot import FigureSlot
from constructive_rest.ui.palette import Palette, faded
from constructive_rest.ui.theme import Theme

CORNER = 16


def mark_inks(palette: Palette, *, right: bool | None = None) -> MarkInks:
    """The colours of marks in one light: for how it should be, how it should not, or neither."""
    told = {True: palette.primary, False: palette.danger, None: palette.accent}
    return MarkInks(
        line=told[right],
        thread=palette.ink,
        halo=faded(palette.surface, 0.72),
        patch=palette.sun_glow,
        glow=palette.sun_glow,
        words=palette.ink,
    )


def paint_print(painter: QPainter, place: QRectF, figure: FigureSlot, palette: Palette) -> None:
    """The figure as a print on the wall, where it is not seen from the side."""
    paper = QPainterPath()
    paper.addRoundedRect(place, CORNER, CORNER)
    painter.fillPath(paper, faded(palette.surface, 0.82))
    painter.save()
    painter.setClipPath(paper, Qt.ClipOperation.IntersectClip)
    figure.paint(painter, place.topLeft())
    painter.restore()
    painter.setPen(QPen(palette.soft_edge, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place, CORNER, CORNER)


def paint_overlay(
    painter: QPainter, step: GuideStep, figure: FigureSlot, at: QPointF, theme: Theme
) -> None:
    """Draw what `step` points out over a figure that was painted at `at`."""
    wanted = _overlays(step)
    marks = [mark for mark in figure.marks(at) if mark.overlay in wanted]
    words = Words({mark.label: step.label for mark in marks if mark.label}, _font(theme))
    paint_marks(painter, marks, mark_inks(theme.palette), words=words)


def _overlays(step: GuideStep) -> frozenset[Overlay]:
    return frozenset({Overlay(step.overlay)} if step.overlay else ())


def _font(theme: Theme) -> QFont:
    return theme.sans(14, QFont.Weight.DemiBold)
