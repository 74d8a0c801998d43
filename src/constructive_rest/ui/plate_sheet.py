"""Prints on a sheet of paper over the stage, where there is more to see than one picture."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from constructive_rest.drawing.renderer import Renderer
from constructive_rest.settings import Settings
from constructive_rest.ui.plate_card import Shown
from constructive_rest.ui.plate_row import PlateRow
from constructive_rest.ui.theme import Theme

CORNER = 24.0
INNER = 20
NARROW_INNER = 12
LEAST_PICTURE = 92
"""Px of a print's height under which the sheet grows instead."""


class PlateSheet(QWidget):
    """One row of prints; `header` px are kept free above it. Hidden until it is shown."""

    header = 0

    def __init__(self, theme: Theme, renderer: Renderer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._renderer = renderer
        self._row: PlateRow | None = None
        theme.changed.connect(self.update)
        self.hide()

    @property
    def row(self) -> PlateRow | None:
        """What is shown; None before there was anything."""
        return self._row

    def take(self, shown: Sequence[Shown], settings: Settings) -> None:
        """Take what there is to show, before it is arranged and shown."""
        if self._row is not None:
            self._row.hide()
            self._row.deleteLater()
        self._row = PlateRow(self.theme, self._renderer, shown, self)
        self._row.show_settings(settings)

    def show_settings(self, settings: Settings) -> None:
        """Draw the body and its arrangement that are chosen."""
        if self._row is not None:
            self._row.show_settings(settings)

    def arrange(self, room: QRectF, most: int, *, narrow: bool) -> None:
        """Lie in `room`; where the words need more, reach further down, `most` px high at most."""
        if self._row is None:
            return
        inner = self.inner(narrow=narrow)
        width = round(room.width()) - 2 * inner
        wanted, words = self._row.heightForWidth(width), self._row.words_height(width)
        least = words + (LEAST_PICTURE if wanted > words else 0)
        frame = self.header + 2 * inner
        height = min(max(room.height(), least + frame), wanted + frame, most)
        top = room.top() + max(0.0, (room.height() - height) / 2)
        self.setGeometry(round(room.left()), round(top), round(room.width()), round(height))
        self._row.setGeometry(inner, inner + self.header, width, self.height() - frame)
        self._row.show()

    @staticmethod
    def inner(*, narrow: bool) -> int:
        """From the border of the sheet to what is on it, in px."""
        return NARROW_INNER if narrow else INNER

    def paintEvent(self, event: QPaintEvent) -> None:
        """The paper."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.palette.hairline, 1))
        painter.setBrush(self.theme.palette.ground)
        sheet = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(sheet, CORNER, CORNER)
