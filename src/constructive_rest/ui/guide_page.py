"""The guide: the room, the figure in it, one step at a time, and the way into a rest."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from constructive_rest.drawing.picture import Picture, Scene
from constructive_rest.drawing.renderer import Renderer
from constructive_rest.practice.guide import Choice, GuideStep, Option
from constructive_rest.practice.setup import Setup
from constructive_rest.settings import Settings
from constructive_rest.ui import begin_panel, step_panel
from constructive_rest.ui.begin_panel import BeginPanel
from constructive_rest.ui.figure_place import Place
from constructive_rest.ui.figure_slot import GROUNDED, scene_on
from constructive_rest.ui.guide_stage import paint_overlay
from constructive_rest.ui.moving_slot import MovingSlot
from constructive_rest.ui.page import MARGIN, Page
from constructive_rest.ui.picture_words import PictureWords
from constructive_rest.ui.plate_sheet import PlateSheet
from constructive_rest.ui.room import paint_room
from constructive_rest.ui.step_panel import StepPanel
from constructive_rest.ui.theme import Theme
from constructive_rest.ui.trouble_panel import TroublePanel, plates_of
from constructive_rest.ui.widgets.alt_picture import AltPicture

THUMBNAIL = (122, 76)
STAGE_RATIO = 2.4
"""Most width of the figure's picture for each pixel of sky height."""
MAT_SHARE = 0.053
"""Depth of the mat on the floor for each pixel of the picture's width."""
WALL_RATIO = 1.9
"""Width of a picture on the wall for each pixel of its height."""
SIZE_STEP = 8
_CARD_POSES = {
    Choice.ARMS: "arms",
    Choice.LEGS: "legs",
    Choice.HEAD_SUPPORT: "head",
    Choice.BODY: "body",
}


class GuidePage(Page):
    """Every step of setting up, the length, the ease before, Begin.

    `settings_changed` carries new settings; `begin_asked` the ease before, or None; `reading_asked`
    the key of a page to read. `words` has every picture in words.
    """

    settings_changed = Signal(object)
    begin_asked = Signal(object)
    reading_asked = Signal(str)

    def __init__(
        self,
        theme: Theme,
        renderer: Renderer,
        steps: Sequence[GuideStep],
        settings: Settings,
        words: PictureWords,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._renderer = renderer
        self._words = words
        self._steps = [self._with_people(step) for step in steps]
        self._number = 0
        self._settings = settings
        self.picture = AltPicture(self)
        self.picture.setObjectName("picture")
        self.figure = MovingSlot(renderer, theme, self)
        self.figure.changed.connect(self._repaint_stage)
        renderer.drawn.connect(self._picture_drawn)
        self.panel = StepPanel(theme, len(steps), self)
        self.figure.watch(self, self.panel)
        self.panel.step_asked.connect(self.go)
        self.panel.option_chosen.connect(self._choose)
        self.panel.trouble_asked.connect(self.toggle_troubles)
        self.panel.reading_asked.connect(self.reading_asked)
        self.begin = BeginPanel(theme, self)
        self.begin.length_chosen.connect(
            lambda minutes: self._change(replace(self._settings, minutes=minutes))
        )
        self.begin.begin_asked.connect(self.begin_asked)
        self.series = PlateSheet(theme, renderer, self)
        self.series.setObjectName("series")
        self.troubles = TroublePanel(theme, renderer, self)
        self.troubles.closed.connect(self.toggle_troubles)
        QWidget.setTabOrder(self.panel.trouble, self.troubles.close_button)
        self.show_settings(settings)

    @property
    def step(self) -> GuideStep:
        """The step that is shown, as it is for the body that is chosen."""
        step = self._steps[self._number]
        return step.lying_on_side() if self._settings.setup.on_side else step

    @property
    def steps(self) -> Sequence[GuideStep]:
        """Every step, in order."""
        return self._steps

    def open_step(self, number: int) -> None:
        """Show the `number`th step, counted from 0. Raises IndexError beyond the last."""
        self._steps[number]
        self._number = number
        self._close_troubles()
        self._show_step()

    def toggle_troubles(self) -> None:
        """Open what goes wrong at this step over the stage, or close it again."""
        if self.troubles.isVisibleTo(self):
            self._close_troubles()
            self.panel.trouble.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self.step.trouble:
            return
        plates = plates_of(self.step.trouble, self.tr("Like this"))
        shown = self._words.noted(plates, self._settings)
        self.troubles.take(shown, self._settings)
        self.panel.show_trouble_open(is_open=True)
        self._arrange_stage()
        self.troubles.show()
        self.troubles.raise_()
        self.update()
        self.troubles.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_settings(self, settings: Settings) -> None:
        """Take the choices that are in force."""
        self._settings = settings
        self.begin.show_minutes(settings.minutes)
        self._show_step()

    def go(self, by: int) -> None:
        """Step back (-1) or on (1); nothing happens beyond the ends."""
        number = self._number + by
        if 0 <= number < len(self._steps):
            self.open_step(number)

    def floor(self) -> int:
        """The height of the floor line in px from the top."""
        if self.narrow:
            return round(self.height() * 232 / 600)
        return round(max(self.height() * 0.48, self.height() - 456))

    def arrange(self) -> None:
        """Two columns below the floor line; the figure above."""
        width, height, floor = self.width(), self.height(), self.floor()
        inner = 24 if self.narrow else MARGIN
        left, right = self.left() + inner, width - (32 if self.narrow else MARGIN)
        most = 1200 if width > 1400 else 1088
        if right - left > most:
            left = (self.left() + width - most) // 2
            right = left + most
        gap = 40 if self.narrow else 64
        first = round((right - left - gap) * (312 / 632 if self.narrow else 536 / 1024))
        top, foot = floor + self._mat_depth(), height - (28 if self.narrow else 32)
        self._put(self.panel, left, top, first, foot - top, step_panel.EDGE)
        begin_foot = foot if not self.narrow else height - 32
        second = right - left - gap - first
        self._put(self.begin, right - second, top, second, begin_foot - top, begin_panel.EDGE)
        self._arrange_stage()

    def paint_ground(self, painter: QPainter, size: QRectF) -> None:
        """The room, the figure and what is pointed out on it."""
        floor = self.floor()
        paint_room(painter, size, floor, self.left(), self.theme.palette)
        step = self.step
        if step.picture is None or self.troubles.isVisibleTo(self):
            return
        place = self._place_of(step)
        self.figure.paint_at(painter, Place(place, step.picture not in GROUNDED))
        paint_overlay(painter, step, self.figure, place.topLeft(), self.theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right step through the guide, Enter begins."""
        forward = Qt.Key.Key_Left if self.isRightToLeft() else Qt.Key.Key_Right
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right as key:
                self.go(1 if key == forward else -1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.begin.begin.click()
            case Qt.Key.Key_Escape if self.troubles.isVisibleTo(self):
                self.toggle_troubles()
            case _:
                super().keyPressEvent(event)

    def _mat_depth(self) -> int:
        """From the floor line to where the words begin: the mat, and what is written under it."""
        if self.narrow:
            return 52
        return round(max(66, MAT_SHARE * self._grounded_width() + 28))

    def _grounded_width(self) -> int:
        room = self.width() - self.left()
        return _stepped(min(STAGE_RATIO * self.floor(), 0.84 * room))

    def _put(
        self, panel: StepPanel | BeginPanel, x: int, y: int, width: int, height: int, edge: int
    ) -> None:
        panel.setGeometry(x - edge, y - edge, width + 2 * edge, height + 2 * edge)
        panel.arrange(width, height, narrow=self.narrow)

    def _show_step(self) -> None:
        step = self.step
        self.panel.show_step(self._number, step, self._current(step))
        self.panel.show_trouble_open(is_open=self.troubles.isVisibleTo(self))
        self.picture.setVisible(step.picture is not None)
        words = self._words.of_step(step, self._settings)
        self.picture.tell(words)
        self.setAccessibleDescription(words)
        if step.frames:
            self.series.take(self._words.series(step.frames, self._settings), self._settings)
        self.troubles.show_settings(self._settings)
        if self.width() > 0:
            self.arrange()
        self.series.setVisible(bool(step.frames))
        self._show_thumbnails()
        self.update()

    def _close_troubles(self) -> None:
        self.troubles.hide()
        self.panel.show_trouble_open(is_open=False)
        self.update()

    def _current(self, step: GuideStep) -> str:
        if step.choice is None:
            return ""
        if step.choice is Choice.BODY:
            return self._settings.body
        return str(getattr(self._settings.setup, step.choice))

    def _with_people(self, step: GuideStep) -> GuideStep:
        if step.choice is not Choice.BODY:
            return step
        hint = self.tr("In every picture from now on.")
        people = [Option(person.key, person.name, hint) for person in self._words.people]
        return replace(step, options=tuple(people))

    def _choose(self, field: str, value: str) -> None:
        if field == Choice.BODY:
            self._change(replace(self._settings, body=value))
            return
        setup = self._settings.setup
        kind = type(getattr(setup, field))
        changed: Setup = replace(setup, **{field: kind(value)})
        self._change(replace(self._settings, setup=changed))

    def _change(self, settings: Settings) -> None:
        self.show_settings(settings)
        self.settings_changed.emit(settings)

    def _place_of(self, step: GuideStep) -> QRectF:
        """Where a step's figure goes: from the floor line, or as a picture on the wall."""
        room, floor = self.width() - self.left(), self.floor()
        if step.picture in GROUNDED:
            width = self._grounded_width()
            return QRectF(self.left() + (room - width) / 2 - 4, floor, width, round(width * 0.52))
        height = _stepped(floor - (32 if self.narrow else 64))
        width = _stepped(height * WALL_RATIO)
        return QRectF(self.left() + (room - width) / 2, (floor - height) / 2, width, height)

    def _stage(self) -> QRectF:
        """The room above the words, for what hangs on the wall."""
        side, top = (16, 12) if self.narrow else (MARGIN, 24)
        foot = self.floor() + self._mat_depth() - (6 if self.narrow else 16)
        width = min(self.width() - self.left() - 2 * side, 1400)
        left = self.left() + (self.width() - self.left() - width) / 2
        return QRectF(left, top, width, foot - top)

    def _arrange_stage(self) -> None:
        step = self.step
        stage = self._stage()
        most = self.panel.y() + self.panel.steps_top() - 8 - round(stage.top())
        self.troubles.arrange(stage, most, narrow=self.narrow)
        self.series.arrange(stage, most, narrow=self.narrow)
        if step.picture is None:
            self.figure.leave()
            return
        place = self._place_of(step)
        size, hung = place.size().toSize(), step.picture not in GROUNDED
        scene = self._scene(step.picture, size.width(), size.height())
        self.figure.stand(scene, Place(place, hung), seen=self.isVisible())
        seen = place if hung else place.translated(0, -place.height())
        self.picture.setGeometry(seen.toRect())

    def _scene(self, pose: str, width: int, height: int) -> Scene:
        return scene_on(self, self.theme, pose, QSize(width, height), self._settings)

    def _show_thumbnails(self) -> None:
        choice = self.step.choice
        if choice is None or choice not in _CARD_POSES:
            return
        poses = [f"{_CARD_POSES[choice]}-{key}" for key in self.panel.options.offered()]
        self.panel.options.describe([self._words.of(pose, self._settings) for pose in poses])
        pictures = [self._renderer.picture(self._scene(pose, *THUMBNAIL)) for pose in poses]
        self.panel.show_pictures(
            [QPixmap.fromImage(picture.image) if picture else None for picture in pictures]
        )

    def _picture_drawn(self, picture: Picture) -> None:
        if (picture.scene.width, picture.scene.height) == THUMBNAIL:
            self._show_thumbnails()
        elif picture is self.figure.picture:
            self._draw_ahead()

    def _draw_ahead(self) -> None:
        """Have the next step's picture ready before it is asked for."""
        following = self._steps[self._number + 1 : self._number + 2]
        for step in following:
            if step.picture is None or self._settings.setup.on_side:
                continue
            size = self._place_of(step).size().toSize()
            self._renderer.picture(self._scene(step.picture, size.width(), size.height()))

    def _repaint_stage(self) -> None:
        self.update(0, 0, self.width(), self.floor() + 80)


def _stepped(length: float) -> int:
    """`length` in whole steps, so that not every pixel of resizing asks for a new drawing."""
    return int(length // SIZE_STEP * SIZE_STEP)
