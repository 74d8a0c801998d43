"""A slider in the look."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSlider, QWidget

from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.painted import paint_ring

KNOB = 11
TRACK = 4
SETTING_WIDTH = 200


class LookSlider(QSlider):
    """A horizontal slider whose knob sits on a thin track.

    `settled` is emitted when a change by hand is over: the pointer let go, or a key moved it.
    """

    settled = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._ring = False
        self.setAccessibleName(name)
        self.setMinimumHeight(2 * KNOB + 12)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track, the part up to the knob, knob, ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = self._theme.palette
        middle, knob = self.height() / 2, self._knob()
        left, right = KNOB + 5.0, self.width() - KNOB - 5.0
        track = QRectF(left, middle - TRACK / 2, right - left, TRACK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colors.soft_edge)
        painter.drawRoundedRect(track, TRACK / 2, TRACK / 2)
        painter.setBrush(colors.primary)
        start = right if self.isRightToLeft() else left
        done = QRectF(QPointF(start, track.top()), QPointF(knob.x(), track.bottom())).normalized()
        painter.drawRoundedRect(done, TRACK / 2, TRACK / 2)
        painter.setPen(QPen(colors.primary, 2))
        painter.setBrush(colors.surface)
        painter.drawEllipse(knob, KNOB - 1, KNOB - 1)
        if self._ring and self.hasFocus():
            body = QRectF(knob.x() - KNOB, knob.y() - KNOB, 2 * KNOB, 2 * KNOB)
            paint_ring(painter, body, KNOB, colors.focus)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where the pointer is, as one expects of a volume."""
        self._go_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        self._go_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The change is over."""
        self.settled.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, which scrolls."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move as any slider does, and tell where that changed something."""
        before = self.value()
        super().keyPressEvent(event)
        if self.value() != before:
            self.settled.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring only where the focus came by keyboard."""
        self._ring = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def _fraction(self) -> float:
        span = self.maximum() - self.minimum()
        fraction = (self.value() - self.minimum()) / span
        return 1 - fraction if self.isRightToLeft() else fraction

    def _knob(self) -> QPointF:
        left, right = KNOB + 5.0, self.width() - KNOB - 5.0
        return QPointF(left + (right - left) * self._fraction(), self.height() / 2)

    def _go_to(self, x: float) -> None:
        left, right = KNOB + 5.0, self.width() - KNOB - 5.0
        fraction = min(1.0, max(0.0, (x - left) / (right - left)))
        if self.isRightToLeft():
            fraction = 1 - fraction
        self.setValue(round(self.minimum() + fraction * (self.maximum() - self.minimum())))


def setting_slider(theme: Theme, name: str, low: int, high: int, object_name: str) -> LookSlider:
    """A slider as wide as every other one of the settings."""
    slider = LookSlider(theme, name)
    slider.setObjectName(object_name)
    slider.setRange(low, high)
    slider.setFixedWidth(SETTING_WIDTH)
    return slider
