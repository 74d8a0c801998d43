"""One line or two of text that gives way to another without a jump."""

from PySide6.QtCore import QEasingCurve, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QWidget

from constructive_rest.ui.palette import faded
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.text import Role, TextLabel

APPEAR_MS = 1_400


class FadingLabel(TextLabel):
    """Text that comes up softly, sinks, or turns into another text by a share 0–1.

    The text of the label itself, which screen readers tell, is the one that is seen better.
    """

    def __init__(self, theme: Theme, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(theme, role, parent=parent)
        self._layers: tuple[tuple[str, float], ...] = ()
        self._strength = 1.0
        self._rise = QVariantAnimation(self)
        self._rise.setStartValue(0.0)
        self._rise.setEndValue(1.0)
        self._rise.setDuration(APPEAR_MS)
        self._rise.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._rise.valueChanged.connect(self._risen)

    def turn(self, before: str, after: str, share: float) -> None:
        """Show `before` turned into `after` by `share`; each alone at the ends."""
        layers = ((before, 1.0 - share), (after, share)) if before != after else ((before, 1.0),)
        if layers != self._layers:
            self._layers = layers
            self.setText(after if share >= 0.5 else before)
            self.update()

    def appear(self, text: str, strength: float) -> None:
        """Show `text`; a new one comes up softly, and `strength` 0–1 is how much of it is seen."""
        if text != self.text():
            self.setText(text)
            self._rise.stop()
            if text and self._theme.motion:
                self._strength = 0.0
                self._rise.start()
        layers = ((text, strength),)
        if layers != self._layers:
            self._layers = layers
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Each text in its strength."""
        painter = QPainter(self)
        painter.setFont(self.font())
        ink = self.palette().color(QPalette.ColorRole.WindowText)
        rising = self._rise.state() is QVariantAnimation.State.Running
        risen = self._strength if rising else 1.0
        wrap = Qt.TextFlag.TextWordWrap if self.wordWrap() else Qt.TextFlag.TextSingleLine
        for text, strength in self._layers:
            painter.setPen(faded(ink, ink.alphaF() * strength * risen))
            painter.drawText(self.rect(), self.alignment() | wrap, text)

    def _risen(self, value: float) -> None:
        self._strength = float(value)
        self.update()
