"""A few lines of the person's own words."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.painted import RING, paint_ring

CORNER = 16


class NoteField(QWidget):
    """Plain text in a rounded field; Tab moves on, and it takes at most `limit` characters."""

    def __init__(
        self, theme: Theme, name: str, placeholder: str, limit: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._limit = limit
        self._ring = False
        self._edit = QPlainTextEdit(self)
        self._edit.setObjectName("note")
        self._edit.setAccessibleName(name)
        self._edit.setFrameShape(QFrame.Shape.NoFrame)
        self._edit.setTabChangesFocus(True)
        self._edit.setPlaceholderText(placeholder)
        self._edit.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._edit.textChanged.connect(self._hold_limit)
        self._edit.installEventFilter(self)
        self.setFocusProxy(self._edit)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def text(self) -> str:
        """What was written, without blank ends and without what no text file can carry."""
        written = self._edit.toPlainText()
        return "".join(sign for sign in written if sign != "\0" and not _half(sign)).strip()

    def clear(self) -> None:
        """Start empty."""
        self._edit.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the text clear of the rounded border."""
        super().resizeEvent(event)
        self._edit.setGeometry(self.rect().adjusted(RING + 11, RING + 7, -RING - 11, -RING - 7))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, its border, and the ring where the keyboard brought the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = self._theme.palette
        body = QRectF(self.rect()).adjusted(RING, RING, -RING, -RING)
        painter.setPen(QPen(colors.edge, 1))
        painter.setBrush(colors.surface)
        painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), CORNER, CORNER)
        if self._ring and self._edit.hasFocus():
            paint_ring(painter, body, CORNER, colors.focus)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the ring only where the focus came by keyboard."""
        if isinstance(event, QFocusEvent):
            self._ring = event.gotFocus() and event.reason() != Qt.FocusReason.MouseFocusReason
            self.update()
        return super().eventFilter(watched, event)

    def _hold_limit(self) -> None:
        text = self._edit.toPlainText()
        if len(text) > self._limit:
            cursor = self._edit.textCursor()
            place = min(cursor.position(), self._limit)
            self._edit.setPlainText(text[: self._limit])
            cursor.setPosition(place)
            self._edit.setTextCursor(cursor)

    def _restyle(self) -> None:
        colors = self._theme.palette
        palette = self._edit.palette()
        palette.setColor(QPalette.ColorRole.Base, colors.surface)
        palette.setColor(QPalette.ColorRole.Text, colors.ink)
        palette.setColor(QPalette.ColorRole.PlaceholderText, colors.muted)
        palette.setColor(QPalette.ColorRole.Highlight, colors.primary)
        palette.setColor(QPalette.ColorRole.HighlightedText, colors.on_primary)
        self._edit.setPalette(palette)
        self._edit.setFont(self._theme.sans(16))
        self.update()


def _half(sign: str) -> bool:
    """Whether it is one half of a surrogate pair, which stands for nothing by itself."""
    return "\ud800" <= sign <= "\udfff"
