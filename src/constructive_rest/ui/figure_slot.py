"""A place on a page that shows one drawn figure, whichever is wanted at the moment."""

from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from constructive_rest.drawing.picture import Picture, Scene
from constructive_rest.drawing.renderer import Renderer
from constructive_rest.figure.mark import Mark
from constructive_rest.settings import Settings
from constructive_rest.ui.theme import Theme

FADE_MS = 260
GROUNDED = ("side",)
"""Poses whose picture stands on the room's floor line; every other one hangs on the wall."""
RESIZE_REST_MS = 140
"""How long a window must stay at its new size before the figure is drawn anew for it."""


class FigureSlot(QObject):
    """Keeps the last picture until the next has been drawn, then fades over to it.

    `changed` is emitted whenever the place must be painted again.
    """

    changed = Signal()

    def __init__(self, renderer: Renderer, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._renderer = renderer
        self._theme = theme
        self._wanted: Scene | None = None
        self._shown: Picture | None = None
        self._leaving: Picture | None = None
        self._opacity = 1.0
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(RESIZE_REST_MS)
        self._settle.timeout.connect(self._request)
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(FADE_MS)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.valueChanged.connect(self._set_opacity)
        renderer.drawn.connect(self._arrive)

    @property
    def picture(self) -> Picture | None:
        """What is shown now; None until the first picture has been drawn."""
        return self._shown

    @property
    def settled(self) -> bool:
        """Whether what is wanted has been asked for: no resizing is being waited out."""
        return not self._settle.isActive()

    def want(self, scene: Scene) -> None:
        """Show `scene`: at once where it is cached, otherwise when it has been drawn."""
        if scene == self._wanted:
            return
        previous, self._wanted = self._wanted, scene
        if previous is not None and previous.pose != scene.pose:
            self._shown = self._leaving = None
        if (
            previous is not None
            and replace(previous, width=scene.width, height=scene.height) == scene
        ):
            self._settle.start()
        else:
            self._request()

    def anchor(self, name: str, floor_left: QPointF) -> QPointF | None:
        """Where a named point of the figure lies when it is painted at `floor_left`."""
        if self._shown is None or self._wanted is None:
            return None
        return floor_left + self._offset(self._shown, name) * self._scale(self._shown)

    def marks(self, floor_left: QPointF) -> tuple[Mark, ...]:
        """What can be pointed out on the figure when it is painted at `floor_left`."""
        if self._shown is None or self._wanted is None:
            return ()
        picture, scale = self._shown, self._scale(self._shown)
        floor = floor_of(picture)

        def place(point: tuple[float, float]) -> tuple[float, float]:
            x, y = point
            return floor_left.x() + x * scale, floor_left.y() + (y - floor) * scale

        return tuple(mark.placed(place) for mark in picture.marks)

    def paint(self, painter: QPainter, floor_left: QPointF) -> None:
        """Draw the figure from `floor_left`: the left end of its floor line, or its upper left
        corner where it is not seen from the side.
        """
        if self._leaving is not None and self._opacity < 1.0:
            self._draw(painter, self._leaving, floor_left, 1.0 - self._opacity)
        if self._shown is not None:
            self._draw(painter, self._shown, floor_left, self._opacity)

    def _draw(
        self, painter: QPainter, picture: Picture, floor_left: QPointF, opacity: float
    ) -> None:
        scale = self._scale(picture)
        corner = floor_left - QPointF(0, floor_of(picture) * scale)
        size = picture.image.deviceIndependentSize() * scale
        painter.setOpacity(opacity)
        painter.drawImage(QRectF(corner, size), picture.image)
        painter.setOpacity(1.0)

    def _scale(self, picture: Picture) -> float:
        wanted = self._wanted.width if self._wanted is not None else picture.scene.width
        return wanted / picture.scene.width

    @staticmethod
    def _offset(picture: Picture, name: str) -> QPointF:
        x, y = picture.anchors[name]
        return QPointF(x, y - floor_of(picture))

    def _request(self) -> None:
        if self._wanted is not None:
            picture = self._renderer.picture(self._wanted, str(id(self)))
            if picture is not None:
                self._show(picture, fade=self._shown is not None)

    def _arrive(self, picture: Picture) -> None:
        if picture.scene == self._wanted:
            self._show(picture, fade=True)

    def _show(self, picture: Picture, *, fade: bool) -> None:
        if self._shown is picture:
            return
        self._leaving, self._shown = self._shown, picture
        self._fade.stop()
        if fade and self._theme.motion:
            self._opacity = 0.0
            self._fade.start()
        else:
            self._opacity = 1.0
        self.changed.emit()

    def _set_opacity(self, value: float) -> None:
        self._opacity = float(value)
        if self._opacity >= 1.0:
            self._leaving = None
        self.changed.emit()


def floor_of(picture: Picture) -> float:
    """How far down in the picture the room's floor line lies; 0 for one that hangs on the wall."""
    return picture.anchors["floor"][1] if picture.scene.pose in GROUNDED else 0.0


def scene_on(widget: QWidget, theme: Theme, pose: str, size: QSize, settings: Settings) -> Scene:
    """The scene of `pose` as `widget` shows it: in its light and its fineness, as chosen."""
    return Scene(
        pose=pose,
        theme=theme.palette.name,
        width=size.width(),
        height=size.height(),
        dpr=widget.devicePixelRatioF(),
        setup=settings.setup,
        body=settings.body,
    )
