"""The panel from which the guide goes to paper."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from constructive_rest.ui.overlay import Overlay
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.buttons import Kind
from constructive_rest.ui.widgets.painted import connect_clicks
from constructive_rest.ui.widgets.text import Paragraph, Role

BAR_HEIGHT = 6


class ProgressLine(QWidget):
    """How much is done, as a line that fills."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = 0.0
        self.setFixedHeight(BAR_HEIGHT)
        self.setAccessibleName(self.tr("Progress"))

    @property
    def share(self) -> float:
        """What is done, 0–1."""
        return self._share

    def show_share(self, share: float) -> None:
        """Fill as much as is done, 0–1."""
        self._share = share
        self.setAccessibleDescription(self.tr("{0} %").format(round(share * 100)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line, rounded at its ends."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colors, whole = self._theme.palette, QRectF(self.rect())
        for color, width in (
            (colors.well, whole.width()),
            (colors.primary, whole.width() * self._share),
        ):
            painter.setBrush(color)
            left = whole.right() - width if self.isRightToLeft() else whole.left()
            bar = QRectF(left, 0, width, whole.height())
            if width > 0:
                painter.drawRoundedRect(bar, BAR_HEIGHT / 2, BAR_HEIGHT / 2)


class PaperOverlay(Overlay):
    """What will be printed, the ways to have it, how far it is, and how it went.

    `save_asked` and `print_asked` begin it; `cancelled` gives it up.
    """

    save_asked = Signal()
    print_asked = Signal()
    cancelled = Signal()

    def __init__(self, theme: Theme, words: str, parent: QWidget) -> None:
        super().__init__(theme, self.tr("The guide on paper"), parent)
        self.setObjectName("paper")
        self._working = False
        self.body.addWidget(Paragraph(theme, Role.BODY, 26, words, self))
        self.body.addSpacing(20)
        self.line = ProgressLine(theme, self)
        policy = self.line.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.line.setSizePolicy(policy)
        self.line.hide()
        self.body.addWidget(self.line)
        self.body.addSpacing(8)
        self.status = Paragraph(theme, Role.CONTROL, 22, "", self)
        self.status.setObjectName("paper_status")
        self.body.addWidget(self.status)
        self.close_button = self.add_button(self.tr("Close"), Kind.QUIET, "paper_close")
        self.print_button = self.add_button(self.tr("Print…"), Kind.PLAIN, "paper_print")
        self.save_button = self.add_button(self.tr("Save as PDF…"), Kind.PRIMARY, "paper_save")
        self.print_button.hide()
        connect_clicks(self.close_button, self.dismiss)
        connect_clicks(self.print_button, self.print_asked.emit)
        connect_clicks(self.save_button, self.save_asked.emit)

    def open(self) -> None:
        """Show it with the usual way in focus."""
        super().open()
        self.save_button.focus_by_keyboard()

    def offer_printing(self) -> None:
        """There is a printer."""
        self.print_button.show()

    def show_working(self) -> None:
        """It is being made; closing gives it up."""
        self._working = True
        self._tell(self.tr("Drawing the pages…"))
        self.line.show_share(0.0)
        self.line.show()
        self.close_button.setText(self.tr("Cancel"))
        for button in (self.print_button, self.save_button):
            button.setEnabled(False)
        self.close_button.focus_by_keyboard()

    def show_result(self, sentence: str) -> None:
        """It is done, or could not be; either way it can be asked for again."""
        self._working = False
        self.line.hide()
        self.close_button.setText(self.tr("Close"))
        for button in (self.print_button, self.save_button):
            button.setEnabled(True)
        self._tell(sentence)

    def dismiss(self) -> None:
        """Go away; what is being made is given up."""
        if self._working:
            self._working = False
            self.cancelled.emit()
        super().dismiss()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button in focus."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            for button in (self.close_button, self.print_button, self.save_button):
                if button.hasFocus():
                    button.click()
            event.accept()
            return
        super().keyPressEvent(event)

    def _tell(self, sentence: str) -> None:
        self.status.setText(sentence)
        self.status.setAccessibleName(sentence)
        self.status.updateGeometry()
        self._fill_parent()
