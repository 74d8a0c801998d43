"""Panels that lie over the window: something to decide."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from constructive_rest.ui.palette import faded
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.buttons import Kind, PillButton
from constructive_rest.ui.widgets.painted import connect_clicks
from constructive_rest.ui.widgets.text import Paragraph, Role

PANEL_WIDTH = 640
CORNER = 24
INNER = 36


class Overlay(QWidget):
    """A panel in the middle of the window; what lies behind it is dimmed and out of reach.

    `closed` is emitted when it goes away.
    """

    closed = Signal()

    def __init__(self, theme: Theme, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._host = parent
        self._before = parent.window().focusWidget()
        self.setAccessibleName(title)
        self.body = QVBoxLayout()
        self.body.setSpacing(0)
        heading = Paragraph(theme, Role.QUESTION, 40, title, self)
        heading.set_size(28)
        heading.set_leading(36)
        self.body.addWidget(heading)
        self.body.addSpacing(12)
        self.row = QHBoxLayout()
        self.row.addStretch(1)
        self._frame = QWidget(self)
        frame = QVBoxLayout(self._frame)
        frame.setContentsMargins(INNER, INNER - 8, INNER, INNER - 12)
        frame.addLayout(self.body)
        frame.addSpacing(20)
        frame.addLayout(self.row)
        parent.installEventFilter(self)
        theme.changed.connect(self.update)

    def open(self) -> None:
        """Show it over its parent and take the focus."""
        self._fill_parent()
        self.show()
        self.raise_()

    def dismiss(self) -> None:
        """Go away and give the focus back."""
        self._host.removeEventFilter(self)
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()
        self.deleteLater()

    def add_button(self, text: str, kind: Kind, name: str) -> PillButton:
        """One more button at the foot, the last one added at the far end."""
        button = PillButton(self.theme, text, kind, parent=self)
        button.setObjectName(name)
        self.row.addWidget(button)
        return button

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep covering the parent."""
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._fill_parent()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dimmed window and the panel."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = self.theme.palette
        painter.fillRect(self.rect(), faded(QColor("#14131D"), 0.42))
        painter.setPen(QPen(colors.hairline, 1))
        painter.setBrush(colors.ground)
        panel = QRectF(self._frame.geometry()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(panel, CORNER, CORNER)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; no other key reaches what lies behind."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep the focus within the panel."""
        inside = [child for child in self.findChildren(QWidget) if self._takes_focus(child)]
        if not inside:
            return True
        current = self.window().focusWidget()
        at = inside.index(current) if current in inside else -1
        reason = Qt.FocusReason.TabFocusReason
        inside[(at + (1 if forward else -1)) % len(inside)].setFocus(reason)
        return True

    @staticmethod
    def _takes_focus(widget: QWidget) -> bool:
        tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        return tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None

    def _fill_parent(self) -> None:
        parent = self._host
        self.setGeometry(parent.rect())
        width = min(PANEL_WIDTH, parent.width() - 48)
        layout = self._frame.layout()
        wanted = layout.totalHeightForWidth(width) if layout is not None else 0
        height = min(wanted, parent.height() - 48)
        self._frame.setGeometry(
            (parent.width() - width) // 2, (parent.height() - height) // 2, width, height
        )


class QuestionOverlay(Overlay):
    """A question with two answers; `agreed` is emitted for the one that changes something."""

    agreed = Signal()

    def __init__(
        self, theme: Theme, title: str, words: str, stay: str, go: str, parent: QWidget
    ) -> None:
        super().__init__(theme, title, parent)
        self.body.addWidget(Paragraph(theme, Role.BODY, 26, words, self))
        self._go = self.add_button(go, Kind.QUIET, "agree")
        self._stay = self.add_button(stay, Kind.PRIMARY, "stay")
        connect_clicks(self._go, self._agree)
        connect_clicks(self._stay, self.dismiss)

    def open(self) -> None:
        """Show it with the harmless answer in focus."""
        super().open()
        self._stay.focus_by_keyboard()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button in focus."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self._go if self._go.hasFocus() else self._stay).click()
            return
        super().keyPressEvent(event)

    def _agree(self) -> None:
        self.dismiss()
        self.agreed.emit()
