"""After a rest: how at ease, a note, one movement cue for the day."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from constructive_rest.practice.pages import MovementCue
from constructive_rest.practice.timeline import Timeline
from constructive_rest.ui.arc import RestArc
from constructive_rest.ui.page import Page
from constructive_rest.ui.palette import Palette
from constructive_rest.ui.rest_scene import Stage, make_arc, paint_finished_arc
from constructive_rest.ui.rest_words import clock_face
from constructive_rest.ui.room import paint_floor, paint_sky
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.buttons import Kind, PillButton
from constructive_rest.ui.widgets.ease_scale import EaseScale
from constructive_rest.ui.widgets.note_field import NoteField
from constructive_rest.ui.widgets.painted import connect_clicks, place
from constructive_rest.ui.widgets.text import Paragraph, Role, TextLabel

COLUMN = 640
ARC_SHARE = 0.372
NOTE_LIMIT = 2_000


class ReflectPage(Page):
    """Asks what the person wants to keep; `kept` carries the ease after, or None, and the note."""

    kept = Signal(object, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._timeline: Timeline | None = None
        self._arc: RestArc | None = None
        self._rested_ms = 0
        self._time = TextLabel(theme, Role.FIGURE, parent=self)
        self._how = TextLabel(theme, Role.CUE, parent=self)
        self._question = TextLabel(
            theme, Role.QUESTION, self.tr("How at ease does your body feel right now?"), self
        )
        low, high = self.tr("not at all"), self.tr("completely")
        self.ease = EaseScale(theme, "after", low, high, self)
        name, hint = self.tr("A note for yourself"), self.tr("A word or two, or nothing")
        self._note_name = TextLabel(theme, Role.LABEL, name, self)
        self.note = NoteField(theme, name, hint, NOTE_LIMIT, self)
        self._later = TextLabel(
            theme, Role.LABEL_SOFT, self.tr("The rest itself is already kept."), self
        )
        self.skip = PillButton(theme, self.tr("Skip"), Kind.QUIET, parent=self)
        self.skip.setObjectName("skip")
        self.save = PillButton(theme, self.tr("Keep"), Kind.PRIMARY, parent=self)
        self.save.setObjectName("save")
        self._carry = TextLabel(theme, Role.LABEL, self.tr("To carry into your day"), self)
        self._cue = Paragraph(theme, Role.NOTE, 24, parent=self)
        connect_clicks(self.skip, lambda: self.kept.emit(None, ""))
        connect_clicks(self.save, self._keep)
        for label in (self._time, self._how, self._question):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def ask(self, timeline: Timeline, rested_ms: int, cue: MovementCue) -> None:
        """Ask about the rest that has just ended."""
        self._timeline, self._rested_ms = timeline, rested_ms
        self._time.setText(clock_face(rested_ms // 1000 * 1000))
        whole = rested_ms >= timeline.planned_ms
        self._how.setText(
            self.tr("rested, start to finish") if whole else self.tr("rested, and that counts")
        )
        self._cue.setText(f"{cue.title}. {' '.join(cue.lines)}")
        self.ease.clear()
        self.note.clear()
        self.arrange()

    def arrange(self) -> None:
        """The arc above the floor line; question, scale, note and buttons in one column below."""
        width, height = self.width(), self.height()
        low = height < 700
        floor = self._floor()
        stage = self._stage()
        if self._timeline is not None:
            self._arc = make_arc(self._timeline, stage, ARC_SHARE)
        left_edge = self.left()
        column = min(COLUMN, width - left_edge - 64)
        x = left_edge + (width - left_edge - column) // 2
        figure = 64 if low else 96
        self._time.set_size(figure)
        stage_width = width - left_edge
        self._time.setGeometry(
            left_edge, round(floor * 0.66 - figure * 0.7), stage_width, figure + 24
        )
        self._how.set_size(16 if low else 18)
        self._how.setGeometry(left_edge, round(floor * 0.66 + figure * 0.5), stage_width, 30)
        self._question.set_size(26 if low else 32)
        top = floor + (8 if low else 36)
        self._question.setGeometry(left_edge, top, stage_width, 46)
        scale_top = top + (48 if low else 68)
        self.ease.arrange(x, scale_top, column, 42 if low else 48)
        note_top = scale_top + (78 if low else 106)
        self._note_name.setGeometry(x, note_top, column, 22)
        note_height = 52 if low else 76
        place(self.note, x, note_top + 26, column, note_height)
        self._arrange_foot(x, note_top + 26 + note_height + (8 if low else 20), column)

    def paint_ground(self, painter: QPainter, size: QRectF) -> None:
        """The sky of the rest's last phase, the arc walked to its end, the floor."""
        palette: Palette = self.theme.palette
        floor, sky = self._floor(), palette.skies[-1]
        paint_sky(painter, QRectF(0, 0, size.width(), floor), sky)
        if self._arc is not None and self._timeline is not None:
            paint_finished_arc(
                painter, self._stage(), self._timeline, self._arc, self._rested_ms, self.theme
            )
        below = QRectF(0, floor, size.width(), size.height() - floor)
        paint_floor(painter, below, palette.ground, palette.floor_line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape skips; Enter keeps."""
        match event.key():
            case Qt.Key.Key_Escape:
                self.skip.click()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.save.click()
            case _:
                super().keyPressEvent(event)

    def _floor(self) -> int:
        return round(self.height() * (0.35 if self.height() < 700 else 0.38))

    def _stage(self) -> Stage:
        size = QRectF(0, 0, self.width(), self.height())
        middle = size.center()
        return Stage(size, self.left(), self._floor(), middle, 0, labelled=not self.narrow)

    def _arrange_foot(self, x: int, top: int, column: int) -> None:
        save, skip = self.save.sizeHint(), self.skip.sizeHint()
        save_width = max(save.width(), 110)
        self.save.setGeometry(x + column - save_width + 5, top, save_width, save.height())
        skip_left = x + column - save_width - skip.width() + 2
        self.skip.setGeometry(skip_left, top, skip.width(), skip.height())
        self._later.setGeometry(x, top + 5, skip_left - x - 8, save.height() - 10)
        carry_top = top + save.height() + (0 if self.height() < 700 else 16)
        self._carry.setGeometry(x, carry_top, column, 22)
        self._cue.setGeometry(x, carry_top + 22, column, self._cue.height_for(column))

    def _keep(self) -> None:
        self.kept.emit(self.ease.value, self.note.text)
