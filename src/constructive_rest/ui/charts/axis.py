"""Axes that carry only the few words that a plot needs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

_OVERHANG = 80
_GAP = 8
_TICK = 6


@dataclass(frozen=True, slots=True)
class Mark:
    """A word at a value of an axis; `tick` asks for a short line towards it."""

    value: float
    text: str
    color: QColor
    font: QFont
    tick: QColor | None = None


class Axis(pg.AxisItem):  # type: ignore[misc]
    """Words along one side of a plot.

    It paints straight to the screen: pyqtgraph's own axis goes through a QPicture, which Qt 6.11
    misplaced on Wayland (pyqtgraph pull request 3471).
    """

    def __init__(self, side: Literal["left", "right", "bottom"], plot: pg.ViewBox) -> None:
        super().__init__(side)
        self._side = side
        self._plot = plot
        self._marks: Sequence[Mark] = ()
        self.linkToView(plot)

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Write these words; on the right they step aside for one another."""
        self._marks = marks
        self.update()

    def boundingRect(self) -> QRectF:
        """The axis, and room for the words at its ends."""
        return QRectF(self.rect()).adjusted(-_OVERHANG, -_OVERHANG, _OVERHANG, _OVERHANG)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """All words."""
        if self._side == "bottom":
            self._paint_along(painter)
        else:
            self._paint_beside(painter)

    def _paint_along(self, painter: QPainter) -> None:
        plot = self._plot.rect()
        low, high = self._plot.viewRange()[0]
        for mark in self._marks:
            x = (mark.value - low) / (high - low) * plot.width()
            if mark.tick is not None:
                painter.fillRect(QRectF(round(x) - 1, 0, 1, _TICK), mark.tick)
            box = QRectF(x - _OVERHANG, _TICK, 2 * _OVERHANG, self.rect().height() - _TICK)
            self._write(painter, box, Qt.AlignmentFlag.AlignHCenter, mark)

    def _paint_beside(self, painter: QPainter) -> None:
        width = self.rect().width()
        left = self._side == "left"
        box = QRectF(-_OVERHANG, 0, width + _OVERHANG - _GAP, 0)
        if not left:
            box = QRectF(_GAP, 0, width + _OVERHANG, 0)
        side = Qt.AlignmentFlag.AlignRight if left else Qt.AlignmentFlag.AlignLeft
        for mark, y in zip(self._marks, self._heights(), strict=True):
            around = box.translated(QPointF(0, y)).adjusted(0, -_OVERHANG, 0, _OVERHANG)
            self._write(painter, around, side, mark)

    def _heights(self) -> list[float]:
        """The words' middles from the top; two that would touch part evenly."""
        low, high = self._plot.viewRange()[1]
        tall = self._plot.rect().height()
        heights = [(high - mark.value) / (high - low) * tall for mark in self._marks]
        if self._side == "right" and len(heights) == 2:
            line = QFontMetricsF(self._marks[0].font).height()
            lack = line - abs(heights[0] - heights[1])
            if lack > 0:
                sign = -1 if heights[0] <= heights[1] else 1
                return [heights[0] + sign * lack / 2, heights[1] - sign * lack / 2]
        return heights

    @staticmethod
    def _write(painter: QPainter, box: QRectF, side: Qt.AlignmentFlag, mark: Mark) -> None:
        painter.setFont(mark.font)
        painter.setPen(mark.color)
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, mark.text)
