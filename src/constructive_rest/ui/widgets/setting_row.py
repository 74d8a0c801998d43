"""One line of the settings: what it is on the left, the control on the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.text import Paragraph, Role

MIN_HEIGHT = 57


class SettingRow(QWidget):
    """A name, perhaps a hint under it, a control, and a hairline below unless it is the last."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        hint: str,
        control: QWidget,
        *,
        last: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._last = last
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(Paragraph(theme, Role.CONTROL, 21, name, self))
        self._hint = Paragraph(theme, Role.CAPTION, 18, hint, self)
        self._hint.setVisible(bool(hint))
        words.addWidget(self._hint)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 3)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(MIN_HEIGHT)
        theme.changed.connect(self.update)

    def set_hint(self, hint: str) -> None:
        """Say something else under the name."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hairline."""
        if not self._last:
            painter = QPainter(self)
            painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.palette.hairline)
