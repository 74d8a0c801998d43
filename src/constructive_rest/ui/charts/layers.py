"""What is drawn in pixels behind and on the values of a plot: grid, band, bars."""

from collections.abc import Sequence
from dataclasses import dataclass

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

BAR_SHARE = 0.6
BAR_MIN_HEIGHT = 2.0


class Layer(pg.GraphicsObject):  # type: ignore[misc]
    """Something measured in pixels that lies in a plot and follows its range."""

    def __init__(self, plot: pg.ViewBox, depth: float) -> None:
        super().__init__()
        self._plot = plot
        self.setParentItem(plot)
        self.setZValue(depth)
        plot.sigRangeChanged.connect(self._follow)
        plot.sigResized.connect(self._follow)

    def boundingRect(self) -> QRectF:
        """The whole plot."""
        return QRectF(self._plot.rect())

    def x_px(self, value: float) -> float:
        """A place on the time axis, in pixels from the left."""
        low, high = self._plot.viewRange()[0]
        return float((value - low) / (high - low) * self.boundingRect().width())

    def y_px(self, value: float) -> float:
        """A value, in pixels from the top."""
        low, high = self._plot.viewRange()[1]
        return float((high - value) / (high - low) * self.boundingRect().height())

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Draw in pixels; subclasses say what."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        self.draw(painter)

    def draw(self, painter: QPainter) -> None:
        """Draw with neither pen nor brush set."""
        raise NotImplementedError

    def _follow(self) -> None:
        self.prepareGeometryChange()
        self.update()


class Grid(Layer):
    """Hairlines at a few values, and a band between two."""

    def __init__(self, plot: pg.ViewBox) -> None:
        super().__init__(plot, -20)
        self._lines: Sequence[float] = ()
        self._line_color = QColor()
        self._band: tuple[float, float] | None = None
        self._band_color = QColor()

    def show_lines(self, lines: Sequence[float], color: QColor) -> None:
        """Draw a line at each value."""
        self._lines, self._line_color = lines, color
        self.update()

    def show_band(self, band: tuple[float, float] | None, color: QColor) -> None:
        """Fill between two values, or nothing."""
        self._band, self._band_color = band, color
        self.update()

    def draw(self, painter: QPainter) -> None:
        """The band, and the lines on whole pixels."""
        width = self.boundingRect().width()
        for value in self._lines:
            line = QRectF(0, round(self.y_px(value)) - 1, width, 1)
            painter.fillRect(line, self._line_color)
        if self._band is not None:
            low, high = self._band
            top = self.y_px(high)
            painter.fillRect(QRectF(0, top, width, self.y_px(low) - top), self._band_color)


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar from 0 to `value`, at the middle `place` of its stretch of the time axis."""

    place: float
    value: float
    color: QColor


class Bars(Layer):
    """Bars with rounded tops; without a pen they are painted many times faster."""

    def __init__(self, plot: pg.ViewBox) -> None:
        super().__init__(plot, -10)
        self._bars: Sequence[Bar] = ()
        self._stretch = 1.0
        self._widest = 12.0
        self._radius = 4.0

    def show_bars(self, bars: Sequence[Bar], stretch: float, widest: float, radius: float) -> None:
        """Draw bars; each has `stretch` units of time to itself and is at most `widest` px wide."""
        self._bars, self._stretch, self._widest, self._radius = bars, stretch, widest, radius
        self.update()

    def draw(self, painter: QPainter) -> None:
        """All bars, from the left."""
        room = self.x_px(self._stretch) - self.x_px(0.0)
        width = min(self._widest, room * BAR_SHARE)
        for bar in self._bars:
            painter.setBrush(bar.color)
            painter.drawPath(self._shape(bar, width))

    def _shape(self, bar: Bar, width: float) -> QPainterPath:
        foot = self.y_px(0.0)
        top = min(self.y_px(bar.value), foot - BAR_MIN_HEIGHT)
        left, right = self.x_px(bar.place) - width / 2, self.x_px(bar.place) + width / 2
        radius = min(self._radius, width / 2, foot - top)
        path = QPainterPath()
        path.moveTo(left, foot)
        path.lineTo(left, top + radius)
        path.quadTo(left, top, left + radius, top)
        path.lineTo(right - radius, top)
        path.quadTo(right, top, right, top + radius)
        path.lineTo(right, foot)
        path.closeSubpath()
        return path
