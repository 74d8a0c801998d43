"""Paints marks over a picture, on screen or paper: no thinner where the picture is small."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QRadialGradient,
)

from constructive_rest.figure.mark import Form, Mark

_LINE, _THREAD, _HALO = 2.25, 1.25, 2.0
_DASHES, _STITCHES = (2.6, 2.0), (3.2, 3.2)
_DOT, _TICK, _HEAD = 3.2, 6.0, 6.5
BELOW = 13.0
"""How far under its two points a bracket stands, px; words stand as far from their leader."""
_WORD_ROOM, _WORD_BOX = 12.0, QRectF(-200, -14, 400, 28)


@dataclass(frozen=True, slots=True)
class MarkInks:
    """Colours of marks: `line` says right, wrong or neither, `halo` parts it from the figure."""

    line: QColor
    thread: QColor
    halo: QColor
    patch: QColor
    glow: QColor
    words: QColor


@dataclass(frozen=True, slots=True)
class Words:
    """What stands at marks, by their labels, and how it is written."""

    text: Mapping[str, str]
    font: QFont


def paint_marks(
    painter: QPainter,
    marks: Iterable[Mark],
    inks: MarkInks,
    *,
    wrong: bool = False,
    words: Words | None = None,
) -> None:
    """Paint `marks`, whose points are where `painter` paints; a `wrong` line is broken."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for mark in marks:
        text = words.text.get(mark.label, "") if words else ""
        if mark.form is Form.LEADER and not text:
            continue
        _paint(painter, mark, inks, wrong)
        if mark.form is Form.BRACKET:
            _bracket(painter, mark, inks, wrong, _width(text, words))
        if text and words:
            _write(painter, mark, text, words.font, inks.words)
    painter.restore()


def _paint(painter: QPainter, mark: Mark, inks: MarkInks, wrong: bool) -> None:
    points = [QPointF(x, y) for x, y in mark.points]
    match mark.form:
        case Form.LINE:
            _stroke(painter, points, inks.halo, _LINE + 2 * _HALO)
            _stroke(painter, points, inks.line, _LINE, _DASHES if wrong else ())
        case Form.THREAD:
            _stroke(painter, points, inks.halo, _THREAD + _HALO)
            _stroke(painter, points, inks.thread, _THREAD, _STITCHES)
        case Form.ARROW:
            for color, width in ((inks.halo, _LINE + 2 * _HALO), (inks.thread, _LINE)):
                _stroke(painter, points, color, width)
                _stroke(painter, _head(points), color, width)
        case Form.DOT:
            painter.setPen(QPen(inks.halo, _HALO))
            painter.setBrush(inks.line)
            painter.drawEllipse(points[0], _DOT, _DOT)
        case Form.PATCH:
            _patch(painter, points, inks)
        case Form.HOLLOW:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(inks.halo)
            painter.drawPolygon(points)
            _stroke(painter, [*points, points[0]], inks.line, _THREAD * 1.4, _STITCHES)
        case Form.GLOW:
            _glow(painter, points, inks.glow)
        case Form.LEADER:
            _stroke(painter, points, inks.halo, _THREAD + _HALO)
            _stroke(painter, points, inks.thread, _THREAD)
            painter.setPen(QPen(inks.halo, _HALO / 2))
            painter.setBrush(inks.thread)
            painter.drawEllipse(points[-1], _DOT * 0.8, _DOT * 0.8)
        case Form.BRACKET:
            pass
        case _:
            assert_never(mark.form)


def _stroke(
    painter: QPainter,
    points: list[QPointF],
    color: QColor,
    width: float,
    pattern: tuple[float, ...] = (),
) -> None:
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if pattern else Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if pattern:
        pen.setDashPattern(pattern)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(points)


def _head(points: list[QPointF]) -> list[QPointF]:
    tip, before = points[-1], points[-2]
    way = math.atan2(tip.y() - before.y(), tip.x() - before.x())
    sides = [
        QPointF(tip.x() - _HEAD * math.cos(turn), tip.y() - _HEAD * math.sin(turn))
        for turn in (way - 0.6, way + 0.6)
    ]
    return [sides[0], tip, sides[1]]


def _patch(painter: QPainter, points: list[QPointF], inks: MarkInks) -> None:
    path = QPainterPath()
    path.addPolygon(QPolygonF(points))
    path.closeSubpath()
    for width, alpha in ((9.0, 0.18), (5.0, 0.24)):
        painter.strokePath(path, QPen(_thin(inks.glow, alpha), width, j=Qt.PenJoinStyle.RoundJoin))
    painter.fillPath(path, _thin(inks.patch, 0.8))
    painter.strokePath(path, QPen(inks.line, 1.0, j=Qt.PenJoinStyle.RoundJoin))


def _glow(painter: QPainter, points: list[QPointF], color: QColor) -> None:
    middle, rim = points
    radius = math.hypot(rim.x() - middle.x(), rim.y() - middle.y())
    light = QRadialGradient(middle, radius)
    for stop, share in ((0.0, 0.62), (0.3, 0.40), (0.6, 0.16), (0.85, 0.04), (1.0, 0.0)):
        light.setColorAt(stop, _thin(color, share))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(light)
    painter.drawEllipse(middle, radius, radius)


def _bracket(painter: QPainter, mark: Mark, inks: MarkInks, wrong: bool, room: float) -> None:
    start, end = (QPointF(x, y + BELOW) for x, y in mark.points)
    middle = (start.x() + end.x()) / 2
    for point in (start, end):
        tick = [point - QPointF(0, _TICK), point + QPointF(0, _TICK)]
        inner = middle - math.copysign(room / 2, middle - point.x())
        _stroke(painter, tick, inks.line, _LINE)
        if (inner - point.x()) * (middle - point.x()) > 0:
            _stroke(painter, [point, QPointF(inner, point.y())], inks.line, _LINE,
                    _DASHES if wrong else ())  # fmt: skip


def _write(painter: QPainter, mark: Mark, text: str, font: QFont, ink: QColor) -> None:
    """In the middle of a bracket, or beyond the start of a leader."""
    first, last = (QPointF(*mark.points[end]) for end in (0, -1))
    across, down = last.x() - first.x(), last.y() - first.y()
    side, at = Qt.AlignmentFlag.AlignHCenter, first - QPointF(0, math.copysign(BELOW, down))
    if mark.form is Form.BRACKET:
        at = QPointF((first.x() + last.x()) / 2, first.y() + BELOW)
    elif abs(across) > abs(down):
        reach = math.copysign(_WORD_BOX.width() / 2 + _WORD_ROOM / 2, across)
        side = Qt.AlignmentFlag.AlignRight if across > 0 else Qt.AlignmentFlag.AlignLeft
        at = first - QPointF(reach, 0)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(_WORD_BOX.translated(at), side | Qt.AlignmentFlag.AlignVCenter, text)


def _width(text: str, words: Words | None) -> float:
    if not text or words is None:
        return 0.0
    return QFontMetricsF(words.font).horizontalAdvance(text) + 2 * _WORD_ROOM


def _thin(color: QColor, alpha: float) -> QColor:
    result = QColor(color)
    result.setAlphaF(alpha * color.alphaF())
    return result
