"""A clock that is moved by hand and a renderer that draws when it is told to."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from constructive_rest.drawing.picture import Picture, Scene
from constructive_rest.drawing.renderer import Renderer
from constructive_rest.figure.mark import Form, Mark, Overlay

ANCHORS = (
    "mat_left", "mat_right", "mat_near", "head", "book", "ribs",
    "pelvis", "hip", "knee", "feet", "gap_start", "gap_end",
)  # fmt: skip
INK = QColor("#0000ff")


class HandClock:
    """Stands still until it is moved."""

    def __init__(self, now_ms: int = 5_000_000) -> None:
        self.now = now_ms

    def now_ms(self) -> int:
        return self.now


class HandRenderer(Renderer):
    """Answers from `at_hand`; whatever is not there is kept in `asked` until `finish`."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(folder, parent, command=("false",))
        self.at_hand: dict[Scene, Picture] = {}
        self.asked: list[Scene] = []
        self.everything = False

    @property
    def busy(self) -> bool:
        return False

    def picture(self, scene: Scene, asker: str = "") -> Picture | None:
        self.asked.append(scene)
        if self.everything:
            return drawing(scene)
        return self.at_hand.get(scene)

    def finish(self, scene: Scene) -> Picture:
        """Bring the picture of `scene`, as the drawing process does some time later."""
        picture = drawing(scene)
        self.at_hand[scene] = picture
        self.drawn.emit(picture)
        return picture


def drawing(scene: Scene, ink: QColor = INK) -> Picture:
    """A picture filled with one colour; its floor lies at three quarters of its height."""
    image = QImage(scene.width, scene.height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(ink)
    places = {
        name: (scene.width * (number + 1) / (len(ANCHORS) + 1), scene.height * 0.7)
        for number, name in enumerate(ANCHORS)
    }
    ends = ((scene.width * 0.3, scene.height * 0.75), (scene.width * 0.7, scene.height * 0.75))
    marks = tuple(Mark(overlay, Form.BRACKET, ends, overlay) for overlay in Overlay)
    return Picture(scene, image, {"floor": (0.0, scene.height * 0.75), **places}, marks)


def timer_of(widget: object) -> QTimer:
    """The one timer that an object keeps."""
    timers = vars(widget).values()
    return next(value for value in timers if isinstance(value, QTimer))


def near(one: QColor, other: QColor, tolerance: int = 10) -> bool:
    """Whether two colours look alike."""
    return all(
        abs(left - right) <= tolerance
        for left, right in zip(channels(one), channels(other), strict=True)
    )


def channels(color: QColor) -> tuple[int, int, int, int]:
    """Red, green, blue and alpha, 0 to 255."""
    return color.red(), color.green(), color.blue(), color.alpha()


def count_near(widget: QWidget, color: QColor, tolerance: int = 10) -> int:
    """How many pixels of `widget` look like `color`."""
    image = widget.grab().toImage()
    return sum(
        near(image.pixelColor(x, y), color, tolerance)
        for x in range(image.width())
        for y in range(image.height())
    )
