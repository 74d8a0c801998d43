"""One line over the page that tells something once."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.buttons import RoundButton
from constructive_rest.ui.widgets.painted import connect_clicks
from constructive_rest.ui.widgets.text import Paragraph, Role

HEIGHT = 48
WIDEST = 760


class Banner(QWidget):
    """A sentence with a way to close it; a new one takes the place of the last.

    `toggled` is emitted when it comes or goes.
    """

    toggled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = Paragraph(theme, Role.CONTROL, 20, parent=self)
        self._text.setObjectName("banner")
        self._close = RoundButton(theme, self.tr("Close"), "close", parent=self)
        self._close.setObjectName("banner_close")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 2, 6, 2)
        row.addWidget(self._text, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._close)
        connect_clicks(self._close, self._go)
        theme.changed.connect(self.update)
        self.hide()

    def tell(self, sentence: str) -> None:
        """Show `sentence` until it is closed."""
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()
        self.raise_()
        self.arrange()
        self.toggled.emit()

    def _go(self) -> None:
        self.hide()
        self.toggled.emit()

    def arrange(self) -> None:
        """Stand at the top of the page, right of the rail."""
        parent = self.parentWidget()
        if parent is None:
            return
        left = 112
        width = min(WIDEST, parent.width() - left - 32)
        height = max(HEIGHT, self._text.height_for(width - 90) + 16)
        x = left + (parent.width() - left - 32 - width) // 2
        self.setGeometry(x, 16, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A lit strip."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = self._theme.palette
        painter.setPen(QPen(colors.soft_edge, 1))
        painter.setBrush(colors.surface)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, 16, 16)
