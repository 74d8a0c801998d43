"""Asks what to keep of a rest in which the computer slept."""

from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from constructive_rest.ui.overlay import Overlay
from constructive_rest.ui.rest_words import clock_face
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.buttons import Kind, PillButton
from constructive_rest.ui.widgets.painted import connect_clicks
from constructive_rest.ui.widgets.text import Paragraph, Role


class SleepOverlay(Overlay):
    """Three ways to keep the truth, one below the other, and going on where it stopped.

    `rested_ms` is what the computer saw, `planned_ms` the whole rest, `slept_ms` the gap. Closing
    it leaves the rest paused.
    """

    kept = Signal()
    counted_whole = Signal()
    discarded = Signal()
    went_on = Signal()

    def __init__(
        self, theme: Theme, rested_ms: int, planned_ms: int, slept_ms: int, parent: QWidget
    ) -> None:
        super().__init__(theme, self.tr("The computer slept meanwhile"), parent)
        minutes = max(1, round(slept_ms / 60_000))
        words = self.tr(
            "About %n minute(s) went by unseen. What of this rest shall be kept?",
            "",
            minutes,
        )
        self.body.addWidget(Paragraph(theme, Role.BODY, 26, words, self))
        self.body.addSpacing(16)
        rested, planned = clock_face(rested_ms // 1000 * 1000), clock_face(planned_ms)
        column = QVBoxLayout()
        column.setSpacing(4)
        self.body.addLayout(column)
        for text, kind, name, signal in (
            (self.tr("Keep {0} min, until it slept"), Kind.PRIMARY, "keep_before", self.kept),
            (self.tr("Keep all {1} min"), Kind.QUIET, "keep_whole", self.counted_whole),
            (self.tr("Keep nothing"), Kind.QUIET, "keep_nothing", self.discarded),
        ):
            button = PillButton(theme, text.format(rested, planned), kind, parent=self)
            button.setObjectName(name)
            connect_clicks(button, partial(self._choose, signal))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        go_on = self.add_button(self.tr("Go on from there"), Kind.QUIET, "go_on")
        connect_clicks(go_on, partial(self._choose, self.went_on))
        self._first = self.findChild(PillButton, "keep_before")

    def open(self) -> None:
        """Show it with the answer in focus that claims nothing unseen."""
        super().open()
        if self._first is not None:
            self._first.focus_by_keyboard()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button in focus."""
        focus = self.window().focusWidget()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and isinstance(focus, PillButton) and self.isAncestorOf(focus):
            focus.click()
            return
        super().keyPressEvent(event)

    def _choose(self, signal: SignalInstance) -> None:
        self.dismiss()
        signal.emit()
