"""Where one is among the steps of the guide."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from constructive_rest.ui.theme import Theme

DOT, LONG, GAP = 8, 24, 8


class StepDots(QWidget):
    """Filled for what was seen, a bar for where one is, rings for what is to come."""

    def __init__(self, theme: Theme, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count = count
        self._current = 0
        theme.changed.connect(self.update)

    def set_current(self, current: int) -> None:
        """Show step `current`, counted from 0."""
        self._current = current
        self.setAccessibleName(self.tr("Step {0} of {1}").format(current + 1, self._count))
        self.update()

    def natural_width(self) -> int:
        """The width of all dots."""
        return (self._count - 1) * (DOT + GAP) + LONG

    def paintEvent(self, event: QPaintEvent) -> None:
        """All dots in a row, mirrored for right-to-left reading."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = self._theme.palette
        if self.isRightToLeft():
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        x, top = 0.0, (self.height() - DOT) / 2
        for number in range(self._count):
            width = LONG if number == self._current else DOT
            ahead = number > self._current
            painter.setPen(QPen(colors.edge, 1) if ahead else QPen(Qt.PenStyle.NoPen))
            painter.setBrush(Qt.BrushStyle.NoBrush if ahead else colors.primary)
            inset = 0.5 if ahead else 0.0
            box = QRectF(x, top, width, DOT).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(box, DOT / 2, DOT / 2)
            x += width + GAP
