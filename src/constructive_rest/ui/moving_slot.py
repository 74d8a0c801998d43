"""The guide's figure: it moves from the picture of one step to that of the next."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF
from PySide6.QtGui import QCursor, QPainter
from PySide6.QtWidgets import QWidget

from constructive_rest.drawing.canonical import canonical
from constructive_rest.drawing.picture import Picture, Scene
from constructive_rest.drawing.renderer import Renderer
from constructive_rest.ui.figure_place import Place, on_paper
from constructive_rest.ui.figure_slot import FigureSlot, floor_of
from constructive_rest.ui.moving_figure import MovingFigure
from constructive_rest.ui.theme import Theme


class MovingSlot(FigureSlot):
    """Shows one picture in its place, and moves on to the next where motion is welcome."""

    def __init__(self, renderer: Renderer, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(renderer, theme, parent)
        self._place = Place(QRectF(), hung=False)
        self._ready: Picture | None = None
        self._pointer = QPoint()
        self.moving = MovingFigure(renderer.passages, self)
        self.moving.changed.connect(self.changed)
        self.moving.arriving.connect(self._relieve)
        self.moving.failed.connect(self._relieve)

    @property
    def settled(self) -> bool:
        """Whether nothing moves, and what is wanted has been asked for."""
        return super().settled and not self.moving.active

    @property
    def presence(self) -> float:
        """How far the picture itself is there, 0–1: what is pointed out on it is there as far."""
        return self._opacity if self.moving.active else 1.0

    def get_ready(self) -> None:
        """The next step is likely soon."""
        if self._wanted is not None and self._theme.motion:
            self.moving.get_ready(self._wanted)

    def watch(self, *widgets: QWidget) -> None:
        """Get ready as soon as someone moves the pointer onto one of `widgets`.

        A window that opens under a pointer at rest starts no process: nobody may be there.
        """
        self._pointer = QCursor.pos()
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look for a pointer that has moved onto a widget."""
        if event.type() == QEvent.Type.Show:
            self._pointer = QCursor.pos()
        elif event.type() == QEvent.Type.Enter and QCursor.pos() != self._pointer:
            self.get_ready()
        return super().eventFilter(watched, event)

    def stand(self, scene: Scene, place: Place, *, seen: bool) -> None:
        """Show `scene` in `place`, moving there from what is shown if that can be `seen`."""
        before, self._place = self._place, place
        previous = self._wanted
        if seen and previous is not None and self._moves(previous, scene):
            leaving, self._ready = self._shown, None
            self._wanted, self._shown, self._leaving = scene, None, None
            self._fade.stop()
            self.moving.begin(previous, scene, leaving, before, place)
            self._request()
            self.changed.emit()
            return
        if previous is not None and _look(previous) != _look(scene):
            self.moving.stop()
        self.want(scene)

    def leave(self) -> None:
        """Show nothing: this step has no figure of its own."""
        self.moving.stop()
        self._wanted = self._shown = self._leaving = self._ready = None

    def paint_at(self, painter: QPainter, place: Place) -> None:
        """Draw the figure in `place`, or on its way there."""
        palette = self._theme.palette
        if not self.moving.active:
            with on_paper(painter, place.rect, float(place.hung), palette):
                self.paint(painter, place.rect.topLeft())
            return
        view = self.moving.view(place)
        if view is not None:
            with on_paper(painter, view.paper, view.hanging, palette):
                self.moving.paint(painter, view, self._shown, self._opacity)
            return
        leaving, before = self.moving.waiting_in()
        with on_paper(painter, before.rect, float(before.hung), palette):
            if leaving is not None:
                _paint_waiting(painter, leaving, before.rect)

    def _moves(self, previous: Scene, scene: Scene) -> bool:
        there = self._shown is not None or self.moving.active
        other = _look(previous) != _look(scene) and previous.theme == scene.theme
        return there and other and self._theme.motion and self.moving.possible

    def _show(self, picture: Picture, *, fade: bool) -> None:
        if self.moving.active and not self.moving.near:
            self._ready = picture
            return
        super()._show(picture, fade=fade or self.moving.active)
        if self._opacity >= 1.0:
            self.moving.stop()

    def _set_opacity(self, value: float) -> None:
        if value >= 1.0:
            self.moving.stop()
        super()._set_opacity(value)

    def _relieve(self) -> None:
        """The picture takes over from the movement, if it has been drawn by now."""
        picture, self._ready = self._ready, None
        if picture is not None and picture.scene == self._wanted:
            self._show(picture, fade=True)
        self.changed.emit()


def _look(scene: Scene) -> Scene:
    """What of a scene decides how the figure lies and where it is seen from."""
    return replace(canonical(scene), theme="", width=1, height=1, dpr=1.0)


def _paint_waiting(painter: QPainter, picture: Picture, where: QRectF) -> None:
    size = picture.image.deviceIndependentSize()
    grown = where.width() / size.width()
    corner = where.topLeft() - QPointF(0, floor_of(picture) * grown)
    painter.drawImage(QRectF(corner, size * grown), picture.image)
