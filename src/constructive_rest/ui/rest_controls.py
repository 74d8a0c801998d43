"""The controls on the floor of the rest page."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.buttons import Kind, PillButton, RoundButton
from constructive_rest.ui.widgets.painted import RING, connect_clicks, place
from constructive_rest.ui.widgets.text import Paragraph, Role, TextLabel

HINT_HALF = 108
"""Pixels to each side of the middle that belong to what the keys do."""


class RestControls(QWidget):
    """Begin before a rest; pause, end early and sound in it."""

    pause_asked = Signal()
    end_asked = Signal()
    begin_asked = Signal()
    floor_asked = Signal()
    sound_chosen = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sound = True
        self._narrow = False
        self.begin = PillButton(theme, self.tr("Begin"), Kind.PRIMARY, size=20, parent=self)
        self.begin.setObjectName("rest_begin")
        self.pause = RoundButton(theme, self.tr("Pause"), "pause", primary=True, parent=self)
        self.pause.setObjectName("pause")
        self.end = PillButton(theme, self.tr("End early"), Kind.QUIET, parent=self)
        self.end.setObjectName("end")
        self.sound = PillButton(theme, self.tr("Sound"), Kind.QUIET, icon="sound", parent=self)
        self.sound.setObjectName("sound")
        self.floor = PillButton(
            theme, self.tr("From the floor"), Kind.QUIET, icon="floor", parent=self
        )
        self.floor.setObjectName("floor")
        connect_clicks(self.floor, self.floor_asked.emit)
        self._hint = TextLabel(theme, Role.CAPTION_INK, parent=self)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._more = TextLabel(theme, Role.CAPTION, parent=self)
        self._more.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._notice = Paragraph(theme, Role.CAPTION, 17, parent=self)
        self._notice.setObjectName("sound_notice")
        self._notice.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._dark = Paragraph(theme, Role.CAPTION, 17, parent=self)
        self._dark.setObjectName("awake_notice")
        connect_clicks(self.begin, self.begin_asked.emit)
        connect_clicks(self.pause, self.pause_asked.emit)
        connect_clicks(self.end, self.end_asked.emit)
        connect_clicks(self.sound, lambda: self.sound_chosen.emit(not self._sound))
        self.show_state(underway=False, paused=False)

    def show_minutes(self, minutes: int) -> None:
        """Show the length on Begin."""
        self.begin.set_aside(self.tr("%n min", "", minutes))

    def show_sound(self, *, on: bool, notice: str, rings: bool = True) -> None:
        """Show whether bells will ring, and say what of the wanted sound cannot be heard."""
        self._sound = on
        text = self.tr("Sound") if on else self.tr("Silent")
        self.sound.set_icon("sound" if on and rings else "sound_off")
        self.sound.setText(text)
        self.sound.setAccessibleName(text)
        self.sound.set_compact(compact=self._narrow)
        self._notice.setText(notice)
        self._arrange_notices()

    def show_awake(self, held: bool) -> None:
        """Say where the screen may go dark in the rest, or nothing where it stays on."""
        words = self.tr("This screen may go dark by itself. The rest and its bells go on.")
        self._dark.setText("" if held else words)
        self._arrange_notices()

    def show_state(self, *, underway: bool, paused: bool) -> None:
        """Show the controls that belong to the moment."""
        self.begin.setVisible(not underway)
        for control in (self.pause, self.end, self.floor, self._notice, self._dark):
            control.setVisible(underway)
        name = self.tr("Continue") if paused else self.tr("Pause")
        self.pause.set_icon("play" if paused else "pause", name)
        hint = self.tr("Any key continues") if paused else self.tr("Any key pauses")
        self._hint.setText(hint if underway else "")
        self._more.setText(self.tr("Hold to end · D if it hurts") if underway else "")

    def arrange(self, *, narrow: bool) -> None:
        """End early far to the left, pause in the middle, sound to the right."""
        self._narrow = narrow
        width, height = self.width(), self.height()
        middle, inner = height * (0.36 if narrow else 0.42), 20 if narrow else 48
        across = 48 if narrow else 56
        place(self.pause, (width - across) / 2, middle - across / 2, across, across)
        begin_width = min(320, width - 2 * inner)
        place(self.begin, (width - begin_width) / 2, middle - 28, begin_width, 56)
        below, line = middle + across / 2 + (2 if narrow else 6), 17 if narrow else 18
        self._hint.setGeometry(0, round(below), width, 20)
        self._more.setGeometry(0, round(below + line), width, 20)
        end = self.end.sizeHint()
        self.end.move(inner - 25, round(middle - end.height() / 2))
        self.end.resize(end)
        self.sound.set_compact(compact=narrow)
        sound = self.sound.sizeHint()
        sound_left = width - inner - sound.width() + 25
        self.sound.setGeometry(
            sound_left, round(middle - sound.height() / 2), sound.width(), sound.height()
        )
        self.floor.set_compact(compact=narrow)
        floor = self.floor.sizeHint()
        floor_left = sound_left - floor.width() + 2 * RING
        self.floor.setGeometry(
            floor_left, round(middle - floor.height() / 2), floor.width(), floor.height()
        )
        self._arrange_notices()

    def _arrange_notices(self) -> None:
        """What sound and screen cannot do, under the controls to the right and to the left."""
        width, inner = self.width(), 20 if self._narrow else 48
        across = width // 2 - inner - HINT_HALF
        for words, button, left in (
            (self._notice, self.sound, width - inner - across),
            (self._dark, self.end, inner),
        ):
            top = button.geometry().bottom() + (-6 if self._narrow else 4)
            words.setGeometry(left, top, across, words.height_for(across))
