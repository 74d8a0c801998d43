"""What the guide points out on a figure, in print: the marks of the screen, in few points.

Qt writes a translucent stroke as an outline of some hundred points, and a gradient without its
transparency; so what is soft lies here in flat steps, as the shade of the figure does.
"""

import shapely
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from constructive_rest.drawing.mark_painter import BELOW, MarkInks, Words, paint_marks
from constructive_rest.drawing.paper.document import Figure
from constructive_rest.drawing.paper.typesetting import (
    ACCENT,
    DOTS_PER_MM,
    INK,
    Kind,
    Typesetter,
)
from constructive_rest.figure import marks
from constructive_rest.figure.framing import Placing
from constructive_rest.figure.mark import Form, Mark, Overlay
from constructive_rest.figure.silhouette import Shape
from constructive_rest.figure.stage import Stage

PRINT = "#F8F3E9"
"""The ground of a small print, and the halo that parts a line from the figure."""
_GLOW = "#F6C877"
_PIXEL_MM = 0.17
_DETAIL = 0.5
_PATCH_STEPS = ((4.5, 0.18), (2.5, 0.24), (0.0, 0.80))
_GLOW_STEPS, _GLOW_SHARE, _GLOW_FALL = 18, 0.05, 1.2
_WORD_BOX = QRectF(-100, -8, 200, 16)
_INKS = MarkInks(
    line=QColor(ACCENT),
    thread=QColor(INK),
    halo=QColor(PRINT),
    patch=QColor(_GLOW),
    glow=QColor(_GLOW),
    words=QColor(INK),
)


def pointed(
    figure: Figure, stage: Stage, placing: Placing, type_: Typesetter, painter: QPainter
) -> None:
    """Prints every pointer of `figure`, at the size that screen pixels have in print."""
    pixel = _PIXEL_MM * DOTS_PER_MM
    on_page = Placing(placing.scale / pixel, placing.x / pixel, placing.y / pixel)
    labels = {Overlay(pointer.overlay): pointer.label for pointer in figure.pointers}
    drawn = [mark for mark in marks.marks(stage) if mark.overlay in labels]
    placed = [mark.placed(on_page.place) for mark in drawn]
    font = type_.font(Kind.LABEL)
    font.setPixelSize(round(font.pixelSize() / pixel))
    painter.save()
    painter.scale(pixel, pixel)
    for mark in placed:
        _soft(painter, mark)
    solid = [mark for mark in placed if mark.form not in (Form.GLOW, Form.PATCH)]
    beside = {mark.label: labels[mark.overlay] for mark in solid if mark.form is Form.LEADER}
    paint_marks(painter, solid, _INKS, words=Words(beside, font))
    painter.setFont(font)
    painter.setPen(_INKS.words)
    for mark in placed:
        if mark.form is Form.BRACKET:
            _under(painter, mark, labels[mark.overlay])
    painter.restore()


def _soft(painter: QPainter, mark: Mark) -> None:
    if mark.form is Form.GLOW:
        _glow(painter, mark)
    elif mark.form is Form.PATCH:
        _patch(painter, mark)


def _patch(painter: QPainter, mark: Mark) -> None:
    outline = shapely.Polygon(mark.points)
    painter.setPen(Qt.PenStyle.NoPen)
    for grown, share in _PATCH_STEPS:
        painter.setBrush(_thin(share))
        painter.drawPolygon(_corners(outline.buffer(grown, quad_segs=2)))
    painter.setPen(QPen(_INKS.line, 1.0, j=Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(_corners(outline))


def _corners(shape: Shape) -> QPolygonF:
    ring = shape.simplify(_DETAIL).exterior.coords[:-1]
    return QPolygonF([QPointF(round(x, 1), round(y, 1)) for x, y in ring])


def _glow(painter: QPainter, mark: Mark) -> None:
    middle, rim = (QPointF(*point) for point in mark.points)
    radius = QLineF(middle, rim).length()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_thin(_GLOW_SHARE))
    for step in range(_GLOW_STEPS):
        reach = radius * (1 - (step + 0.5) / _GLOW_STEPS) ** _GLOW_FALL
        painter.drawEllipse(middle, reach, reach)


def _under(painter: QPainter, mark: Mark, words: str) -> None:
    """Under a bracket: in print most are narrower than their words."""
    (left, top), (right, _) = mark.points
    at = QPointF((left + right) / 2, top + 2 * BELOW)
    painter.drawText(_WORD_BOX.translated(at), Qt.AlignmentFlag.AlignCenter, words)


def _thin(share: float) -> QColor:
    color = QColor(_GLOW)
    color.setAlphaF(share)
    return color
