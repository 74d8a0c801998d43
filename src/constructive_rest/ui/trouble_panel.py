"""What goes wrong at a step and what helps, opened in place over the stage."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from constructive_rest.drawing.renderer import Renderer
from constructive_rest.practice.guide import Trouble
from constructive_rest.practice.plate import Mark, Plate
from constructive_rest.settings import Settings
from constructive_rest.ui.plate_card import Shown
from constructive_rest.ui.plate_row import PlateRow
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.buttons import RoundButton
from constructive_rest.ui.widgets.painted import connect_clicks, place
from constructive_rest.ui.widgets.text import Role, TextLabel

CORNER = 24
INNER = 20
NARROW_INNER = 14
HEADER = 40
CLOSE = 32
LEAST_PICTURE = 92
"""Px of a print's height under which the panel grows instead."""


class TroublePanel(QWidget):
    """Wrong beside right, each with its mark and its words; `closed` when the person is done."""

    closed = Signal()

    def __init__(self, theme: Theme, renderer: Renderer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._renderer = renderer
        self._row: PlateRow | None = None
        self.setObjectName("troubles")
        self.setAccessibleName(self.tr("If it feels wrong"))
        self._title = TextLabel(theme, Role.HEADING, self.tr("If it feels wrong"), self)
        self.close_button = RoundButton(theme, self.tr("Close"), "close", parent=self)
        self.close_button.setObjectName("close_troubles")
        connect_clicks(self.close_button, self.closed.emit)
        theme.changed.connect(self.update)
        self.hide()

    @property
    def row(self) -> PlateRow | None:
        """What is shown; None before the first trouble."""
        return self._row

    def show_troubles(self, shown: Sequence[Shown], settings: Settings) -> None:
        """Take what there is to show, as `plates_of` gives it, with its pictures in words."""
        if self._row is not None:
            self._row.hide()
            self._row.deleteLater()
        self._row = PlateRow(self._theme, self._renderer, shown, parent=self)
        self._row.show_settings(settings)

    def arrange(self, room: QRectF, most: int, *, narrow: bool) -> None:
        """Lie in `room`; where the words need more, reach further down, `most` px high at most."""
        if self._row is None:
            return
        inner = NARROW_INNER if narrow else INNER
        wanted = self._row.heightForWidth(round(room.width()) - 2 * inner)
        words = self._row.words_height(round(room.width()) - 2 * inner)
        pictured = wanted > words
        least = words + (LEAST_PICTURE if pictured else 0)
        frame = HEADER + 2 * inner - 4
        height = min(max(room.height(), least + frame), wanted + frame, most)
        top = room.top() + max(0.0, (room.height() - height) / 2)
        self.setGeometry(round(room.left()), round(top), round(room.width()), round(height))
        self._title.setGeometry(inner, inner - 4, self.width() - 2 * inner - CLOSE, CLOSE)
        place(self.close_button, self.width() - inner - CLOSE, inner - 4, CLOSE, CLOSE)
        row_top = inner + HEADER - 4
        self._row.setGeometry(
            inner, row_top, self.width() - 2 * inner, self.height() - row_top - inner
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """A sheet over the stage."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.palette.hairline, 1))
        painter.setBrush(self._theme.palette.ground)
        sheet = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(sheet, CORNER, CORNER)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape and Enter close."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def plates_of(troubles: Sequence[Trouble], right: str) -> Iterator[tuple[Plate, str]]:
    """Each trouble as a plate and what helps; `right` is said under how it should be.

    How it should be stands once, after the first trouble, where the troubles share it.
    """
    pictured: set[str] = set()
    for trouble in troubles:
        yield Plate(trouble.wrong_picture, trouble.wrong, Mark.WRONG), trouble.helps
        if trouble.right_picture and trouble.right_picture not in pictured:
            pictured.add(trouble.right_picture)
            yield Plate(trouble.right_picture, right, Mark.RIGHT), ""
