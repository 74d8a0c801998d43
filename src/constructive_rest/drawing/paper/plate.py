"""One picture of the guide printed as vectors: layers in metres, ink in whole printer dots.

Whole dots keep the file small: a page holds some ten thousand of them.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import numpy as np
import shapely
from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from constructive_rest.figure.framing import Placing
from constructive_rest.figure.interpolation import Array
from constructive_rest.figure.silhouette import Shape, rings

_BEYOND_THE_BOX = 0.10
_TINY_DOTS = 3.0
_SHARP = 0.75
_CORNER_DOTS = 6.0


class Plate:
    """Draws on `painter`, which counts in dots, what lies in `box`: left, top, right, bottom.

    `detail` is how far, in dots, a printed outline may stray from the drawn one.
    """

    def __init__(
        self,
        painter: QPainter,
        placing: Placing,
        box: tuple[float, float, float, float],
        detail: float,
    ) -> None:
        self._painter = painter
        self.placing = placing
        self.detail = detail / placing.scale
        left, top, right, bottom = box
        corner = ((left - placing.x) / placing.scale, (top - placing.y) / placing.scale)
        other = ((right - placing.x) / placing.scale, (bottom - placing.y) / placing.scale)
        margin = _BEYOND_THE_BOX
        self.seen = shapely.box(
            corner[0] - margin, corner[1] - margin, other[0] + margin, other[1] + margin
        )
        self.covered: Shape = shapely.Polygon()

    def cut(self, shape: Shape) -> Shape:
        """What of `shape` is seen, in as few points as print needs."""
        return shape.intersection(self.seen).simplify(self.detail)

    def area(self, shape: Shape) -> float:
        """How large `shape` is in print, square dots."""
        return float(shape.area) * self.placing.scale**2

    def cover(self, shape: Shape) -> None:
        """Notes that `shape` was printed."""
        self.covered = self.covered.union(shape.buffer(self.detail / 2, quad_segs=1))

    def fill(
        self, shape: Shape, colour: QColor, pen: QPen | None = None, *, smooth: bool = True
    ) -> None:
        """Prints `shape`, and its outline where there is a pen."""
        path = self._path(shape, smooth, closed=pen is not None)
        if path.isEmpty():
            return
        self._painter.setPen(pen if pen is not None else Qt.PenStyle.NoPen)
        self._painter.setBrush(colour.toRgb())
        self._painter.drawPath(path)

    @contextmanager
    def within(self, shape: Shape, *, smooth: bool = True) -> Iterator[None]:
        """Keeps what is printed inside of `shape`."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.save()
        path = self._path(shape, smooth)
        if path.isEmpty():
            path.addRect(0, 0, 1, 1)
        self._painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        try:
            yield
        finally:
            self._painter.restore()

    def outline(self, shape: Shape, colour: QColor, width: float) -> None:
        """Draws along the edge of `shape`, `width` metres wide."""
        self._painter.setPen(self.pen(colour, width))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawPath(self._path(shape, smooth=True, closed=True))

    def pen(self, colour: QColor, width: float) -> QPen:
        """A pen `width` metres wide."""
        dots = width * self.placing.scale
        return QPen(
            QBrush(colour.toRgb()), dots, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap,
            Qt.PenJoinStyle.RoundJoin,
        )  # fmt: skip

    def _path(self, shape: Shape, smooth: bool, *, closed: bool = False) -> QPainterPath:
        """A filled area ends by itself where it began; only a pen needs to be led back."""
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.OddEvenFill)
        smallest = (_TINY_DOTS / self.placing.scale) ** 2
        for part in _polygons(shape):
            if part.area < smallest:
                continue
            for ring in rings(part, self.detail):
                placed = ring * self.placing.scale + (self.placing.x, self.placing.y)
                _add_ring(path, placed, smooth)
                if closed:
                    path.closeSubpath()
        return path


def _polygons(shape: Shape) -> Iterable[Shape]:
    """The areas of `shape`; cuts leave lines and points behind, which are not printed."""
    for part in getattr(shape, "geoms", [shape]):
        if part.geom_type == "Polygon" and not part.is_empty:
            yield part


def _add_ring(path: QPainterPath, points: Array, smooth: bool) -> None:
    if not smooth:
        path.moveTo(*_whole(points[0]))
        for point in points[1:]:
            if _whole(point) != _dot(path):
                path.lineTo(*_whole(point))
        return
    before, after = _bends(points)
    path.moveTo(*_whole(after[-1]))
    for point, start, end in zip(points, before, after, strict=True):
        if _whole(start) != _dot(path):
            path.lineTo(*_whole(start))
        path.cubicTo(*_whole(_toward(start, point)), *_whole(_toward(end, point)), *_whole(end))


def _bends(points: Array) -> tuple[Array, Array]:
    """Where the curve around each corner begins and ends.

    A gentle corner bends from middle to middle of its edges; a sharp one keeps its shape.
    """
    coming = points - np.roll(points, 1, axis=0)
    going = np.roll(points, -1, axis=0) - points
    long_before = np.hypot(*coming.T)[:, None] + 1e-9
    long_after = np.hypot(*going.T)[:, None] + 1e-9
    straight = np.sum(coming / long_before * going / long_after, axis=1, keepdims=True)
    reach = np.where(straight < _SHARP, _CORNER_DOTS, np.inf)
    before = points - coming * np.minimum(0.5, reach / long_before)
    after = points + going * np.minimum(0.5, reach / long_after)
    return before, after


def _toward(start: Array, point: Array) -> Array:
    """The control of a cubic curve that is the quadratic one around `point`."""
    control: Array = start + (point - start) * (2 / 3)
    return control


def _whole(point: Array) -> tuple[int, int]:
    return round(float(point[0])), round(float(point[1]))


def _dot(path: QPainterPath) -> tuple[int, int]:
    at = path.currentPosition()
    return round(at.x()), round(at.y())
