"""A transparent sheet of pixels that is drawn on in metres."""

import math
from typing import Self

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from constructive_rest.figure.framing import Placing
from constructive_rest.figure.shades import Colour, Mask, Window, mask_from, stained

FINE = 400.0
"""Pixels a metre beyond which light and shade gain nothing that an eye could see."""
_MARGIN = 0.08
_Mode = QPainter.CompositionMode


class Canvas:
    """Pixels of the device, `placing` in the same pixels.

    Drawn on inside of a `with`, after which `image` is finished: a painter must never outlive
    its image, not even when drawing fails.
    """

    def __init__(self, width: int, height: int, placing: Placing) -> None:
        self.image = _transparent(width, height)
        self.placing = placing
        self._ground: QImage | None = None
        self._painter = QPainter()
        self._in_metres = QTransform(placing.scale, 0.0, 0.0, placing.scale, placing.x, placing.y)

    def __enter__(self) -> Self:
        self._begin()
        return self

    def __exit__(self, *failure: object) -> None:
        self._painter.end()
        if self._ground is not None:
            painter = QPainter(self._ground)
            painter.drawImage(0, 0, self.image)
            painter.end()
            self.image = self._ground

    def _begin(self) -> None:
        self._painter.begin(self.image)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setTransform(self._in_metres)

    @property
    def scale(self) -> float:
        """Pixels a metre."""
        return self.placing.scale

    def rise(self) -> None:
        """What was drawn so far becomes the ground, on which `stain` leaves no trace."""
        if self._ground is None:
            self._painter.end()
            self._ground = self.image
            self.image = _transparent(self.image.width(), self.image.height())
            self._begin()

    def layer(self, path: QPainterPath) -> "Canvas | None":
        """A sheet for what belongs to `path` alone, to be laid down; None outside of this one."""
        area = self._in_metres.mapRect(path.boundingRect()).toAlignedRect().adjusted(-2, -2, 2, 2)
        part = area.intersected(QRect(0, 0, self.image.width(), self.image.height()))
        if part.isEmpty():
            return None
        x, y = self.placing.x - part.x(), self.placing.y - part.y()
        return Canvas(part.width(), part.height(), Placing(self.scale, x, y))

    def lay(self, layer: "Canvas") -> None:
        """Lays a finished `layer` of this canvas down where it belongs."""
        x, y = self.placing.x - layer.placing.x, self.placing.y - layer.placing.y
        self._painter.resetTransform()
        self._painter.drawImage(QPointF(x, y), layer.image)
        self._painter.setTransform(self._in_metres)

    def window(self, path: QPainterPath, margin: float, fine: float = FINE) -> Window | None:
        """The pixels around `path` and `margin` metres more; None outside of the sheet.

        At most `fine` of them make a metre. It reaches a little beyond the sheet, so that light
        does not fall in at its edge.
        """
        coarse = min(1.0, fine / self.scale)
        area = path.boundingRect().adjusted(-margin, -margin, margin, margin)
        sheet = QRectF(0, 0, self.image.width(), self.image.height())
        beyond = _MARGIN * self.scale
        area = self._in_metres.mapRect(area)
        part = area.intersected(sheet.adjusted(-beyond, -beyond, beyond, beyond))
        if part.isEmpty():
            return None
        left, top = math.floor(part.left() * coarse) - 2, math.floor(part.top() * coarse) - 2
        right, bottom = math.ceil(part.right() * coarse) + 2, math.ceil(part.bottom() * coarse) + 2
        scale = self.scale * coarse
        x, y = left / scale - self.placing.x / self.scale, top / scale - self.placing.y / self.scale
        return Window(x, y, right - left, bottom - top, scale)

    def mask(self, path: QPainterPath, window: Window) -> Mask:
        """How much of each pixel in `window` lies in `path`."""
        sheet = QImage(window.width, window.height, QImage.Format.Format_Alpha8)
        sheet.fill(0)
        painter = QPainter(sheet)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(window.scale, window.scale)
        painter.translate(-window.left, -window.top)
        painter.fillPath(path, QColor("black"))
        painter.end()
        return mask_from(sheet.constBits(), window.width, window.height, sheet.bytesPerLine())

    def stain(self, alpha: Mask, colour: Colour, window: Window, *, bare: bool = False) -> None:
        """Lays `colour` over what is already drawn, as dense as `alpha` tells; `bare`, anywhere."""
        form = QImage.Format.Format_ARGB32_Premultiplied
        pixels = stained(alpha, colour)
        layer = QImage(pixels, window.width, window.height, window.width * 4, form)
        wide, high = window.width / window.scale, window.height / window.scale
        if not bare:
            self._painter.setCompositionMode(_Mode.CompositionMode_SourceAtop)
        self._painter.drawImage(QRectF(window.left, window.top, wide, high), layer)
        self._painter.setCompositionMode(_Mode.CompositionMode_SourceOver)

    def thin(self, brush: QBrush) -> None:
        """Leaves of everything drawn only as much as `brush` is dense."""
        inverse, _ = self._in_metres.inverted()
        self._painter.setCompositionMode(_Mode.CompositionMode_DestinationIn)
        self._painter.fillRect(inverse.mapRect(QRectF(self.image.rect())), brush)
        self._painter.setCompositionMode(_Mode.CompositionMode_SourceOver)

    def fill(self, path: QPainterPath, brush: QBrush | QColor) -> None:
        """Fills `path`."""
        self._painter.fillPath(path, brush)

    def stroke(self, path: QPainterPath, brush: QBrush, width: float) -> None:
        """Draws along `path`, `width` metres wide."""
        flat_cap, bevel_join = Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.BevelJoin
        self._painter.strokePath(
            path, QPen(brush, width, Qt.PenStyle.SolidLine, flat_cap, bevel_join)
        )

    def clip(self, path: QPainterPath | None) -> None:
        """Keeps what follows inside `path`; None lifts it."""
        if path is None:
            self._painter.setClipping(False)
        else:
            self._painter.setClipPath(path)


def _transparent(width: int, height: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image
