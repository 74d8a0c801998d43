"""A transparent sheet of pixels that is drawn on in metres."""

import math
from typing import Self

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen, QTransform

from constructive_rest.figure.framing import Placing
from constructive_rest.figure.shades import Coverage, Mask, Window, mask_from

_MARGIN = 0.08


class Canvas:
    """Pixels of the device, `placing` in the same pixels.

    Drawn on inside of a `with`, after which `image` is finished: a painter must never outlive
    its image, not even when drawing fails.
    """

    def __init__(self, width: int, height: int, placing: Placing) -> None:
        self.image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        self.image.fill(Qt.GlobalColor.transparent)
        self.placing = placing
        self._margin = math.ceil(_MARGIN * placing.scale)
        self.covered = Coverage(width, height, self._margin)
        self._painter = QPainter()
        self._in_metres = QTransform(placing.scale, 0.0, 0.0, placing.scale, placing.x, placing.y)

    def __enter__(self) -> Self:
        self._painter.begin(self.image)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setTransform(self._in_metres)
        return self

    def __exit__(self, *failure: object) -> None:
        self._painter.end()

    @property
    def scale(self) -> float:
        """Pixels a metre."""
        return self.placing.scale

    def window(self, path: QPainterPath, margin: float) -> Window | None:
        """The pixels around `path` and `margin` metres more; None outside of the sheet.

        It reaches a little beyond the sheet, so that light does not fall in at its edge.
        """
        area: QRectF = self._in_metres.mapRect(path.boundingRect())
        wide = margin * self.scale + 2
        edge = self._margin
        left = max(-edge, math.floor(area.left() - wide))
        top = max(-edge, math.floor(area.top() - wide))
        right = min(self.image.width() + edge, math.ceil(area.right() + wide))
        bottom = min(self.image.height() + edge, math.ceil(area.bottom() + wide))
        if right <= left or bottom <= top:
            return None
        return Window(left, top, right - left, bottom - top)

    def mask(self, path: QPainterPath, window: Window) -> Mask:
        """How much of each pixel in `window` lies in `path`."""
        sheet = QImage(window.width, window.height, QImage.Format.Format_Alpha8)
        sheet.fill(0)
        painter = QPainter(sheet)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(self._in_metres * QTransform.fromTranslate(-window.x, -window.y))
        painter.fillPath(path, QColor("black"))
        painter.end()
        return mask_from(sheet.constBits(), window.width, window.height, sheet.bytesPerLine())

    def stamp(self, pixels: bytes, window: Window) -> None:
        """Lays premultiplied BGRA `pixels` of `window` over the sheet."""
        layer = QImage(
            pixels,
            window.width,
            window.height,
            window.width * 4,
            QImage.Format.Format_ARGB32_Premultiplied,
        )
        self._painter.resetTransform()
        self._painter.drawImage(QPointF(window.x, window.y), layer)
        self._painter.setTransform(self._in_metres)

    def fill(self, path: QPainterPath, brush: QBrush | QColor) -> None:
        """Fills `path`."""
        self._painter.fillPath(path, brush)

    def stroke(self, path: QPainterPath, brush: QBrush, width: float) -> None:
        """Draws along `path`, `width` metres wide."""
        round_cap, round_join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
        self._painter.strokePath(
            path, QPen(brush, width, Qt.PenStyle.SolidLine, round_cap, round_join)
        )

    def clip(self, path: QPainterPath | None) -> None:
        """Keeps what follows inside `path`; None lifts it."""
        if path is None:
            self._painter.setClipping(False)
        else:
            self._painter.setClipPath(path)
