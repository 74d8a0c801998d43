"""An icon that only accompanies text."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from constructive_rest.ui.icons import paint_icon
from constructive_rest.ui.theme import Theme


class IconLabel(QWidget):
    """One icon in the muted colour; the words beside it say the same, so it has no name."""

    def __init__(self, theme: Theme, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The icon, filling the widget."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_icon(painter, self._icon, QRectF(self.rect()), self._theme.palette.muted)
