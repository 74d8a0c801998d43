"""The room behind every page: sky above the floor line, and what stands on it."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QRadialGradient,
)

from constructive_rest.ui.palette import Palette, Sky, blend, faded

FLOOR_UNIT = 384.0
"""Height of the sky, in px, for which the props are measured below."""
_LEAVES = (
    (-64, 0.62, 0),
    (58, 0.60, 0),
    (-38, 0.86, 1),
    (34, 0.84, 0),
    (-13, 1.0, 1),
    (12, 0.96, 0),
)
_PANES = ((271, 88, 391, 65), (402, 88, 522, 65))


def paint_sky(painter: QPainter, rect: QRectF, sky: Sky) -> None:
    """Fill `rect` from the zenith at its top to the horizon at its foot."""
    gradient = QLinearGradient(rect.topLeft(), rect.bottomLeft())
    gradient.setColorAt(0, sky.top)
    gradient.setColorAt(1, sky.horizon)
    painter.fillRect(rect, gradient)


def paint_floor(painter: QPainter, rect: QRectF, fill: QColor, line: QColor) -> None:
    """The floor, and the line where it meets the sky."""
    painter.fillRect(rect, fill)
    painter.fillRect(QRectF(rect.left(), rect.top() - 1, rect.width(), 2), line)


def paint_glow(
    painter: QPainter, center: QPointF, radius: float, color: QColor, alpha: float
) -> None:
    """Light that fades to nothing at `radius`; `alpha` (0–1) is its strength in the middle."""
    gradient = QRadialGradient(center, radius)
    for stop, share in ((0.0, 1.0), (0.3, 0.62), (0.6, 0.24), (0.85, 0.05), (1.0, 0.0)):
        gradient.setColorAt(stop, faded(color, alpha * share))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(gradient))
    painter.drawEllipse(center, radius, radius)


def paint_room(
    painter: QPainter, size: QRectF, floor: float, left: float, palette: Palette
) -> None:
    """The whole room with its floor line at `floor` and its furniture right of `left`."""
    above = QRectF(size.left(), size.top(), size.width(), floor)
    paint_sky(painter, above, palette.skies[0])
    scale = floor / FLOOR_UNIT
    if palette.name == "morning":
        _paint_window_light(painter, left, scale, above, palette)
        _paint_plant(painter, QPointF(size.right() - 119 * scale, floor), scale, palette)
    else:
        _paint_lantern(painter, QPointF(size.right() - 136 * scale, floor), scale, above, palette)
        _paint_plant(painter, QPointF(left + 88 * scale, floor), scale, palette)
    below = QRectF(size.left(), floor, size.width(), size.height() - floor)
    paint_floor(painter, below, palette.ground, palette.floor_line)


def _paint_window_light(
    painter: QPainter, left: float, scale: float, above: QRectF, palette: Palette
) -> None:
    painter.save()
    painter.setClipRect(above)
    painter.translate(left - 96 * scale, 0)
    painter.scale(scale, scale)
    gradient = QLinearGradient(0, 65, 0, 348)
    gradient.setColorAt(0, faded(palette.light, 0.60))
    gradient.setColorAt(1, faded(palette.light, 0.42))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(gradient))
    for x0, y0, x1, y1 in _PANES:
        for row in range(3):
            painter.drawPolygon(
                [
                    QPointF(x0 - 20 * row, y0 + 91 * row),
                    QPointF(x1 - 20 * row, y1 + 91 * row),
                    QPointF(x1 - 17 - 20 * row, y1 + 78 + 91 * row),
                    QPointF(x0 - 17 - 20 * row, y0 + 78 + 91 * row),
                ]
            )
    painter.restore()


def _paint_plant(painter: QPainter, foot: QPointF, scale: float, palette: Palette) -> None:
    painter.save()
    painter.translate(foot)
    painter.scale(scale, scale)
    painter.setPen(Qt.PenStyle.NoPen)
    for angle, length, shaded in _LEAVES:
        painter.setBrush(palette.plant_shade if shaded else palette.plant)
        painter.drawPath(_leaf(math.radians(angle), 128 * length))
    painter.setBrush(palette.pot)
    pot = QPainterPath(QPointF(-33, -48))
    for point in ((33, -48), (26, -4), (20, 0), (-20, 0), (-26, -4)):
        pot.lineTo(*point)
    pot.closeSubpath()
    painter.drawPath(pot)
    painter.fillRect(QRectF(-32.5, -45, 65, 4), faded(QColor("black"), 0.14))
    painter.drawRoundedRect(QRectF(-38, -58, 76, 13), 5, 5)
    painter.restore()


def _leaf(angle: float, length: float) -> QPainterPath:
    """A blade from the pot's rim, bent outwards, `angle` from upright."""
    rim = QPointF(6 * math.sin(angle), -56)
    tip = rim + QPointF(math.sin(angle), -math.cos(angle)) * length
    middle = rim + (tip - rim) * 0.45
    across = QPointF(math.cos(angle), math.sin(angle)) * (length * 0.17 + 3)
    lift = QPointF(0, -0.10 * length * abs(math.sin(angle)))
    leaf = QPainterPath(rim)
    leaf.quadTo(middle - across + lift, tip)
    leaf.quadTo(middle + across + lift, rim)
    return leaf


def _paint_lantern(
    painter: QPainter, foot: QPointF, scale: float, above: QRectF, palette: Palette
) -> None:
    center = foot + QPointF(0, -119 * scale)
    painter.save()
    painter.setClipRect(above)
    paint_glow(painter, center, 290 * scale, palette.light, 0.42)
    painter.restore()
    painter.save()
    painter.translate(center)
    painter.scale(scale, scale)
    stand = blend(palette.pot, palette.floor_line, 0.4)
    painter.setPen(QPen(stand, 3))
    painter.drawLine(QPointF(0, 50), QPointF(0, 118))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#F8DCAE"))
    painter.drawEllipse(QPointF(0, 0), 52, 52)
    painter.setBrush(QColor("#7E6340"))
    painter.drawRoundedRect(QRectF(-13, 46, 26, 5), 2, 2)
    painter.drawRoundedRect(QRectF(-13, -53, 26, 4), 2, 2)
    painter.setPen(QPen(QColor(190, 140, 80, 110), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for y in (-24, 0, 24):
        half = math.sqrt(52**2 - y**2)
        painter.drawArc(QRectF(-half, y - 9, 2 * half, 18), 200 * 16, 140 * 16)
    painter.restore()
