"""One plot over time: a view with words at its sides, still under the mouse."""

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from constructive_rest.ui.charts.axis import Axis
from constructive_rest.ui.charts.layers import Grid

EDGE = 8.0
"""Pixels between the values at an end of a scale and the plot's border, for the marks' own size."""


class TimePlot(pg.GraphicsView):  # type: ignore[misc]
    """A view box with its axes; mouse, wheel and keyboard pass it by."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, background=None)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0)
        self.box.disableAutoRange()
        self.left, self.right = Axis("left", self.box), Axis("right", self.box)
        self.bottom = Axis("bottom", self.box)
        self.grid = Grid(self.box)
        self._time: tuple[float, float] | None = (0.0, 1.0)
        self._values = (0.0, 1.0)
        self._foot = EDGE
        self._sides = 0
        frame = pg.GraphicsLayout(border=None)
        frame.layout.setContentsMargins(0, 0, 0, 0)
        frame.layout.setSpacing(0)
        for item, row, column in (
            (self.left, 0, 0),
            (self.box, 0, 1),
            (self.right, 0, 2),
            (self.bottom, 1, 1),
        ):
            frame.addItem(item, row, column)
        self.setCentralItem(frame)
        self.box.sigResized.connect(self._fit)

    def set_sides(self, left: float, right: float, bottom: float) -> None:
        """The axes' sizes in px."""
        self._sides = round(left) + round(right)
        self.left.setWidth(round(left))
        self.right.setWidth(round(right))
        self.bottom.setHeight(round(bottom))

    def set_time(self, first: float, last: float) -> None:
        """Show these days, and half of one on both sides."""
        self._time = (first, last)
        self._fit()

    def follow(self, other: "TimePlot") -> None:
        """Share the time axis of another plot."""
        self._time = None
        self.box.setXLink(other.box)

    def set_values(self, low: float, high: float, foot: float = EDGE) -> None:
        """Show these values; `foot` px are kept free under the lowest."""
        self._values = (low, high)
        self._foot = foot
        self._fit()

    def show_items(self, items: Sequence[pg.GraphicsObject]) -> None:
        """Draw these in place of those before, from the back to the front."""
        self.box.clear()
        for item in items:
            self.box.addItem(item, ignoreBounds=True)

    def set_ground(self, color: QColor) -> None:
        """The colour behind everything."""
        self.setBackground(color)

    def to_pixels(self, place: float, value: float) -> QPointF:
        """Where a value lies in this widget, in px."""
        return QPointF(self.mapFromScene(self.box.mapViewToScene(QPointF(place, value))))

    def plot_width(self) -> float:
        """The width between the axes, in px."""
        return max(1.0, float(self.width()) - self._sides)

    def _fit(self) -> None:
        """The reach, and the free edge that the marks need, in the units of the scales."""
        low, high = self._values
        unit = (high - low) / max(1.0, self.box.height() - EDGE - self._foot)
        self.box.setYRange(low - self._foot * unit, high + EDGE * unit, padding=0)
        if self._time is None:
            return
        first, last = self._time
        width = max(1.0, self.box.width())
        edge = max(0.5, EDGE * (last - first) / max(1.0, width - 2 * EDGE))
        self.box.setXRange(first - edge, last + edge, padding=0)
