"""Outlines and brush lines as paths."""

from typing import Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath

from constructive_rest.figure.brush import brush_outline
from constructive_rest.figure.layers import Line
from constructive_rest.figure.silhouette import Shape, rings


def shape_path(shape: Shape, smooth: bool = True) -> QPainterPath:
    """The path around `shape`; `smooth` curves through the middles of its edges."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for ring in rings(shape):
        _add_ring(path, ring.tolist(), smooth)
    return path


def line_path(line: Line) -> QPainterPath:
    """The outline of a brush line, which swells and thins."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    edge = brush_outline(line.points, line.width, line.start, line.end)
    _add_ring(path, edge.tolist(), smooth=True)
    return path


def _add_ring(path: QPainterPath, points: list[Any], smooth: bool) -> None:
    if not smooth:
        path.moveTo(QPointF(*points[0]))
        for point in points[1:]:
            path.lineTo(QPointF(*point))
        path.closeSubpath()
        return
    x, y = points[-1]
    path.moveTo((x + points[0][0]) / 2, (y + points[0][1]) / 2)
    for (x, y), (next_x, next_y) in zip(points, [*points[1:], points[0]], strict=True):
        path.quadTo(x, y, (x + next_x) / 2, (y + next_y) / 2)
    path.closeSubpath()
