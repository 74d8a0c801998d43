"""What goes wrong at a step and what helps, opened in place over the stage."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from constructive_rest.drawing.renderer import Renderer
from constructive_rest.practice.guide import Trouble
from constructive_rest.practice.plate import Mark, Plate
from constructive_rest.ui.plate_sheet import PlateSheet
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.buttons import RoundButton
from constructive_rest.ui.widgets.painted import connect_clicks, place
from constructive_rest.ui.widgets.text import Role, TextLabel

CLOSE = 32


class TroublePanel(PlateSheet):
    """Wrong beside right, each with its mark and its words; `closed` when the person is done."""

    header = 36
    closed = Signal()

    def __init__(self, theme: Theme, renderer: Renderer, parent: QWidget | None = None) -> None:
        super().__init__(theme, renderer, parent)
        self.setObjectName("troubles")
        self.setAccessibleName(self.tr("If it feels wrong"))
        self._title = TextLabel(theme, Role.HEADING, self.tr("If it feels wrong"), self)
        self.close_button = RoundButton(theme, self.tr("Close"), "close", parent=self)
        self.close_button.setObjectName("close_troubles")
        connect_clicks(self.close_button, self.closed.emit)

    def arrange(self, room: QRectF, most: int, *, narrow: bool) -> None:
        """Title and cross in the header."""
        super().arrange(room, most, narrow=narrow)
        inner = self.inner(narrow=narrow)
        width, top = self.width() - 2 * inner, inner - 4
        self._title.setGeometry(inner, top, width - CLOSE, CLOSE)
        place(self.close_button, inner + width - CLOSE, top, CLOSE, CLOSE)

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
