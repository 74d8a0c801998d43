"""What every control of the look shares: hover that glides, a focus ring for the keyboard only."""

from collections.abc import Callable

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QMargins,
    QRect,
    QRectF,
    Qt,
    QVariantAnimation,
)
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from constructive_rest.ui.palette import Palette, blend
from constructive_rest.ui.theme import Theme

RING = 5
"""Pixels kept free round a control for its focus ring: a gap of 3 and a line of 2."""
HOVER_MS = 120
DISABLED_OPACITY = 0.45
_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


def place(widget: QWidget, x: float, y: float, width: float, height: float) -> None:
    """Put a painted control so that its body, ring not counted, fills the given rectangle."""
    body = QRect(round(x), round(y), round(width), round(height))
    widget.setGeometry(body.marginsAdded(QMargins(RING, RING, RING, RING)))


def paint_ring(painter: QPainter, body: QRectF, radius: float, color: QColor) -> None:
    """Draw the focus ring round `body`, whose corners have `radius`."""
    painter.setPen(QPen(color, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    around = body.adjusted(-4, -4, 4, 4)
    painter.drawRoundedRect(around, radius + 4, radius + 4)


class PaintedButton(QAbstractButton):
    """A button that paints its body inside a margin kept for the ring.

    Subclasses implement `paint_body` and `radius`; the base knows hover, press, focus, disabled.
    """

    def __init__(self, theme: Theme, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._hover = 0.0
        self._ring = False
        self._glide = QVariantAnimation(self)
        self._glide.setDuration(HOVER_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self._set_hover)
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    @property
    def colors(self) -> Palette:
        """The colours in force."""
        return self.theme.palette

    @property
    def hover(self) -> float:
        """How far the pointer's hover has come, 0 to 1."""
        return self._hover

    def hovered(self, rest: QColor, over: QColor) -> QColor:
        """The fill between resting and hovered."""
        return blend(rest, over, self._hover)

    def body(self) -> QRectF:
        """The control without its ring; one pixel lower while pressed."""
        drop = 1 if self.isDown() else 0
        return QRectF(self.rect()).adjusted(RING, RING + drop, -RING, -RING + drop)

    def radius(self) -> float:
        """The corner radius of the body; a pill unless a subclass says otherwise."""
        return self.body().height() / 2

    def paint_body(self, painter: QPainter, body: QRectF) -> None:
        """Draw the control itself."""
        raise NotImplementedError

    def fill_body(self, painter: QPainter, body: QRectF, fill: QColor, edge: QPen | None) -> None:
        """The rounded shape, with a line just inside its border where `edge` is given."""
        inset = edge.widthF() / 2 if edge is not None else 0.0
        painter.setPen(edge if edge is not None else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(fill)
        radius = self.radius() - inset
        painter.drawRoundedRect(body.adjusted(inset, inset, -inset, -inset), radius, radius)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the body, then the ring where the keyboard brought the focus here."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(DISABLED_OPACITY)
        self.paint_body(painter, self.body())
        if self._ring and self.hasFocus():
            paint_ring(painter, self.body(), self.radius(), self.colors.focus)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Glide into the hovered state."""
        self._glide_to(1.0)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Glide back."""
        self._glide_to(0.0)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring only where the focus came by keyboard."""
        self._ring = event.reason() in _KEYBOARD
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that the keyboard is on; from a chosen one the page gets it."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self._ring and not self.isChecked():
            self.click()
        else:
            super().keyPressEvent(event)

    def focus_by_keyboard(self) -> None:
        """Take the focus and show it, as moving between choices with the arrow keys does."""
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def _glide_to(self, target: float) -> None:
        self._glide.stop()
        if not self.isEnabled():
            self._set_hover(0.0)
            return
        if not self.theme.motion:
            self._set_hover(target)
            return
        self._glide.setStartValue(self._hover)
        self._glide.setEndValue(target)
        self._glide.start()

    def _set_hover(self, value: float) -> None:
        self._hover = float(value)
        self.update()


def connect_clicks(button: QAbstractButton, action: Callable[[], None]) -> None:
    """Call `action` on each click, without the checked flag that Qt sends along."""
    button.clicked.connect(lambda _checked: action())
