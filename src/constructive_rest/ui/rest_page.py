"""The rest: digits, phase and cue under the sun's way, and the body they speak to."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from constructive_rest.drawing.renderer import Renderer
from constructive_rest.practice.setup import Legs
from constructive_rest.practice.timeline import Timeline
from constructive_rest.settings import FLOOR_TURNS, Settings
from constructive_rest.ui.arc import RestArc
from constructive_rest.ui.figure_slot import FigureSlot, scene_on
from constructive_rest.ui.floor_view import FloorView
from constructive_rest.ui.light import Light, light_at
from constructive_rest.ui.one_button import OneButton, is_plain
from constructive_rest.ui.page import Page
from constructive_rest.ui.rest_controls import RestControls
from constructive_rest.ui.rest_scene import SUN_GLOW, Stage, make_arc, paint_scene, paint_sun
from constructive_rest.ui.rest_words import RestWords, in_light
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.widgets.fading_label import FadingLabel
from constructive_rest.ui.widgets.text import Role, TextLabel

FIGURE_SHARE = 0.59
FIGURE_HEIGHT = 1.04
"""Most width of the figure for each pixel of sky height; the cue stands above its knees."""
CHAIR_SHARE = 0.8
"""Feet on a chair stand higher than knees, so the figure is smaller."""
HURTS_KEY = Qt.Key.Key_D
SIDE_LIFT = 0.2
"""Px by which whoever lies on the side, seen from higher up, is lifted clear of the controls, for
each pixel of the figure's width."""
LIGHT_STEPS = 96
"""Into how many pictures one turn of the light is divided."""


class RestPage(Page):
    """Shows a timeline and a place in it, at rest or in progress.

    `pause_asked`, `end_asked`, `begin_asked` and `sound_chosen` tell what the person wants;
    `end_at_once` that a key was held to end without a question, `hurts` that something hurts.
    `full_screen_asked` carries whether the window should fill the screen, `turn_chosen` the degrees
    by which the view from the floor is turned.
    """

    pause_asked = Signal()
    end_at_once = Signal()
    hurts = Signal()
    full_screen_asked = Signal(bool)
    turn_chosen = Signal(int)
    end_asked = Signal()
    begin_asked = Signal()
    sound_chosen = Signal(bool)

    def __init__(self, theme: Theme, renderer: Renderer, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.underway = False
        self._settings = Settings()
        self._timeline: Timeline | None = None
        self._arc: RestArc | None = None
        self._position = 0
        self._paused = False
        self._ground: QPixmap | None = None
        self._ground_light: Light | None = None
        self.figure = FigureSlot(renderer, theme, self)
        self.figure.changed.connect(self._forget_ground)
        self._phase = FadingLabel(theme, Role.PHASE, self)
        self._digits = TextLabel(theme, Role.FIGURE, parent=self)
        self._cue = FadingLabel(theme, Role.CUE, self)
        self._name(self._phase, "phase")
        self._name(self._digits, "digits")
        self._name(self._cue, "cue")
        self._cue.setWordWrap(True)
        self.controls = RestControls(theme, self)
        self.controls.pause_asked.connect(self.pause_asked)
        self.controls.end_asked.connect(self.end_asked)
        self.controls.begin_asked.connect(self.begin_asked)
        self.controls.sound_chosen.connect(self.sound_chosen)
        self.floor_view = FloorView(theme, self)
        self.controls.floor_asked.connect(self.toggle_floor)
        self.floor_view.leave_asked.connect(self.toggle_floor)
        self.floor_view.turn_asked.connect(self._turn_floor)
        self._button = OneButton(self)
        self._button.pressed.connect(self.pause_asked)
        self._button.held.connect(self.end_at_once)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_plan(self, timeline: Timeline, settings: Settings) -> None:
        """Take the rest that is planned or has begun, and the body's arrangement in it."""
        self._timeline = timeline
        self._settings = settings
        self.controls.show_minutes(timeline.planned_ms // 60_000)
        self.arrange()

    def show_underway(self, *, underway: bool, paused: bool) -> None:
        """Show the controls of a rest in progress, or those of one to come."""
        changed = underway != self.underway
        self.underway, self._paused = underway, paused
        self.controls.show_state(underway=underway, paused=paused)
        self._digits.setEnabled(not paused)
        if not underway:
            self._button.let_go()
            self._leave_floor()
        if changed:
            self.arrange()

    def toggle_floor(self) -> None:
        """Show nothing but what can be read from the floor, or everything again."""
        if self.floor_view.isVisible():
            self._leave_floor()
        elif self.underway:
            self.floor_view.show_light(self._light())
            self.floor_view.open(self._settings.floor_turn)
            self.full_screen_asked.emit(True)

    def show_words(self, words: RestWords) -> None:
        """Show the words of the moment; only what differs is painted again."""
        if self._timeline is not None and self.underway:
            words = in_light(words, self._light(), self._timeline)
        self.floor_view.show_words(words)
        self._phase.turn(words.phase, words.coming or words.phase, words.turned)
        self._cue.appear(words.cue, words.cue_strength)
        if self._digits.text() != words.digits:
            self._digits.setText(words.digits)

    def show_position(self, position_ms: int) -> None:
        """Put the sun where the session stands, and the light with it."""
        if self._arc is None or self._timeline is None:
            return
        before, after = self._arc.sun(self._position), self._arc.sun(position_ms)
        self._position = position_ms
        self.floor_view.show_light(self._light())
        if self._light() != self._ground_light:
            self.update()
            return
        for sun in (before, after):
            reach = SUN_GLOW + 8
            spot = QRectF(sun - QPointF(reach, reach), sun + QPointF(reach, reach))
            self.update(spot.toAlignedRect())

    def arrange(self) -> None:
        """Everything hangs from the floor line."""
        width, height = self.width(), self.height()
        stage = self._stage()
        left, floor = round(stage.left), stage.floor
        if self._timeline is not None:
            self._arc = make_arc(self._timeline, stage)
        digits = min(0.265 * height, 0.1656 * (width - left))
        if height < 700:
            digits = min(digits, 136)
        self._phase.set_size(26 if height < 700 else 30)
        self._digits.set_size(digits)
        self._cue.set_size(18 if height < 700 else 20)
        self._row(self._phase, left, floor * 0.287, 56)
        self._row(self._digits, left, floor * 0.468, digits * 1.12)
        cue_width = min(0.62 * (width - left), 760.0)
        cue = QRectF(0, 0, cue_width, 64)
        cue.moveCenter(QPointF(stage.center, floor * 0.645))
        self._cue.setGeometry(cue.toAlignedRect())
        self.controls.setGeometry(left, round(floor), width - left, height - round(floor))
        self.controls.arrange(narrow=self.narrow)
        self.floor_view.setGeometry(self.rect())
        self._want_figure(stage)
        self._forget_ground()

    def paint_ground(self, painter: QPainter, size: QRectF) -> None:
        """The still picture from the cache, the sun over it."""
        if self._timeline is None or self._arc is None:
            super().paint_ground(painter, size)
            return
        light = self._light()
        if self._ground is None or light != self._ground_light:
            self._ground = self._paint_anew(self._timeline, self._arc, light)
            self._ground_light = light
        painter.drawPixmap(QPointF(0, 0), self._ground)
        paint_sun(painter, self._stage(), self._arc, self._position, self.theme.palette)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any plain key pauses or continues, but for D, something hurts, and what asks for a view.

        Escape leaves the view from the floor, otherwise asks to end.
        """
        if not self.underway or event.isAutoRepeat():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_F11:
            self.toggle_floor()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave_floor() if self.floor_view.isVisible() else self.end_asked.emit()
        elif event.key() == Qt.Key.Key_R and self.floor_view.isVisible():
            self._turn_floor()
        elif event.key() == HURTS_KEY and is_plain(event):
            self.hurts.emit()
        elif is_plain(event):
            self._button.press(event)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A key that was held no longer is."""
        self._button.release(event)
        super().keyReleaseEvent(event)

    def _leave_floor(self) -> None:
        if self.floor_view.isVisible():
            self.floor_view.close_view()
            self.full_screen_asked.emit(False)

    def _turn_floor(self) -> None:
        after = (FLOOR_TURNS.index(self._settings.floor_turn) + 1) % len(FLOOR_TURNS)
        self._settings = replace(self._settings, floor_turn=FLOOR_TURNS[after])
        self.floor_view.turn(FLOOR_TURNS[after])
        self.turn_chosen.emit(FLOOR_TURNS[after])

    @staticmethod
    def _name(label: TextLabel, name: str) -> None:
        label.setObjectName(name)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _row(self, label: TextLabel, left: int, middle: float, height: float) -> None:
        label.setGeometry(
            QRect(left, round(middle - height / 2), self.width() - left, round(height))
        )

    def _stage(self) -> Stage:
        width, height = self.width(), self.height()
        left = 0 if self.underway else self.left()
        floor = height - min(180.0, max(120.0, 0.18 * height))
        figure = min(FIGURE_SHARE * (width - left), FIGURE_HEIGHT * floor)
        if self._settings.setup.legs in (Legs.CHAIR, Legs.SIDE):
            figure *= CHAIR_SHARE
        figure = int(figure // 8 * 8)
        lift = SIDE_LIFT * figure if self._settings.setup.on_side else 0.0
        at = QPointF((left + width - figure) / 2, floor - lift)
        size = QRectF(0, 0, width, height)
        return Stage(size, left, floor, at, figure, labelled=not self.narrow)

    def _light(self) -> Light:
        if self._timeline is None or not self.underway:
            return Light(0, 0, 0.0)
        fade = 8_000 if self.theme.motion else 1
        light = light_at(self._timeline, self._position, fade)
        return Light(light.start, light.end, round(light.fraction * LIGHT_STEPS) / LIGHT_STEPS)

    def _want_figure(self, stage: Stage) -> None:
        if self._timeline is not None and stage.figure_width > 0:
            width = int(stage.figure_width)
            size = QSize(width, round(width * 0.52))
            self.figure.want(scene_on(self, self.theme, "side", size, self._settings))

    def _paint_anew(self, timeline: Timeline, arc: RestArc, light: Light) -> QPixmap:
        ratio = self.devicePixelRatioF()
        ground = QPixmap(self.size() * ratio)
        ground.setDevicePixelRatio(ratio)
        painter = QPainter(ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        paint_scene(painter, self._stage(), timeline, arc, light, self.figure, self.theme)
        painter.end()
        return ground

    def _forget_ground(self) -> None:
        self._ground = None
        self.update()
