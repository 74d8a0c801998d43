"""What the guide points out over its picture: the heel gap, the head's support, the midline."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from constructive_rest.practice.guide import GuideStep, Overlay
from constructive_rest.ui.figure_slot import FigureSlot
from constructive_rest.ui.palette import Palette, faded
from constructive_rest.ui.room import paint_glow
from constructive_rest.ui.theme import Theme

TICK = 6
CORNER = 16
BODY_CLEAR = 0.2
"""How far the midline keeps from head and pelvis, as a share of the way between the two."""
CONTACTS = ("head", "ribs", "pelvis", "feet")


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
    """Draw the overlay of `step` over a figure that was painted at `at`."""
    match step.overlay:
        case Overlay.GAP:
            _paint_bracket(painter, step.label, figure, at, theme)
        case Overlay.SUPPORT:
            _paint_caption(painter, step.label, figure, at, theme)
        case Overlay.CONTACTS:
            _paint_contacts(painter, figure, at, theme)
        case Overlay.MIDLINE:
            _paint_midline(painter, figure, at, theme)
        case None:
            pass


def _paint_bracket(
    painter: QPainter, label: str, figure: FigureSlot, at: QPointF, theme: Theme
) -> None:
    start, end = figure.anchor("gap_start", at), figure.anchor("gap_end", at)
    near = figure.anchor("mat_near", at)
    if start is None or end is None or near is None:
        return
    font = theme.sans(14, QFont.Weight.DemiBold)
    half = QFontMetricsF(font).horizontalAdvance(label) / 2 + 12
    y, middle = near.y() + 13, (start.x() + end.x()) / 2
    pen = QPen(theme.palette.accent, 1.75)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    for x, inner in ((start.x(), middle - half), (end.x(), middle + half)):
        painter.drawLine(QPointF(x, y - TICK), QPointF(x, y + TICK))
        if (inner - x) * (middle - x) > 0:
            painter.drawLine(QPointF(x, y), QPointF(inner, y))
    _paint_label(painter, label, QPointF(middle, y), font, theme)


def _paint_caption(
    painter: QPainter, label: str, figure: FigureSlot, at: QPointF, theme: Theme
) -> None:
    book, near = figure.anchor("book", at), figure.anchor("mat_near", at)
    if book is not None and near is not None:
        font = theme.sans(15, QFont.Weight.DemiBold)
        _paint_label(painter, label, QPointF(book.x(), near.y() + 13), font, theme)


def _paint_contacts(painter: QPainter, figure: FigureSlot, at: QPointF, theme: Theme) -> None:
    for name in CONTACTS:
        point = figure.anchor(name, at)
        if point is not None:
            paint_glow(painter, point, 46, theme.palette.sun_glow, 0.55)


def _paint_midline(painter: QPainter, figure: FigureSlot, at: QPointF, theme: Theme) -> None:
    """The line about which left and right are even, on the mat but not over the body."""
    names = ("mat_left", "head", "pelvis", "mat_right")
    points = [point for name in names if (point := figure.anchor(name, at)) is not None]
    if len(points) < len(names):
        return
    start, head, pelvis, end = points
    clear = (pelvis.x() - head.x()) * BODY_CLEAR
    pen = QPen(faded(theme.palette.accent, 0.9), 1.75, Qt.PenStyle.DashLine)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    y = head.y()
    painter.drawLine(QPointF(start.x() + 12, y), QPointF(head.x() - clear, y))
    painter.drawLine(QPointF(pelvis.x() + clear, y), QPointF(end.x() - 12, y))


def _paint_label(painter: QPainter, label: str, middle: QPointF, font: QFont, theme: Theme) -> None:
    painter.setFont(font)
    painter.setPen(theme.palette.ink)
    box = QRectF(middle.x() - 200, middle.y() - 14, 400, 28)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label)
