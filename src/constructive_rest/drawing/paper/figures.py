"""A figure on the page: its ground, its layers, and what is pointed out on it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen

from constructive_rest.drawing.palette import Palette
from constructive_rest.drawing.paper.document import Document, Figure
from constructive_rest.drawing.paper.plate import Plate
from constructive_rest.drawing.paper.plate_painter import print_layers
from constructive_rest.drawing.paper.pointing import PRINT, pointed
from constructive_rest.drawing.paper.relief import FINE, PLAIN, SPARE, Fineness
from constructive_rest.drawing.paper.typesetting import DOTS_PER_MM, Typesetter
from constructive_rest.drawing.picture import Scene
from constructive_rest.drawing.scene_painter import stage_of
from constructive_rest.figure import anchors
from constructive_rest.figure.body import Theme
from constructive_rest.figure.framing import SHADOW_MARGIN, Placing, fit
from constructive_rest.figure.plan import Align
from constructive_rest.figure.stage import Stage
from constructive_rest.practice.guide import Overlay, Pointer

_DETAIL_DOTS = {FINE: 2.0, PLAIN: 2.8, SPARE: 3.0}
_CORNER_MM = 3.0
_FINE_FROM_MM, _PLAIN_FROM_MM = 100.0, 45.0
_SKY_TOP, _HORIZON, _FLOOR, _FLOOR_LINE = "#D9E8E6", "#F9EBD6", "#FBF5EA", "#D9C6A8"
_LINE_MM = 0.35
_UNDER_MM = {False: 4.0, True: 7.0}
_UNDER_THE_MAT = (Overlay.GAP, Overlay.SUPPORT, Overlay.LOW_BACK)


def print_figure(
    figure: Figure, document: Document, place: QRectF, type_: Typesetter, painter: QPainter
) -> None:
    """Prints `figure` in `place`, millimetres of paper."""
    size = place.size().toSize()
    scene = Scene(
        figure.pose, Theme.MORNING, size.width(), size.height(), 1.0, document.setup, document.body
    )
    stage = stage_of(scene)
    box = _whole_dots(place)
    placing = _placing(stage, box, figure.pointers)
    floor = QPointF(*placing.place(anchors.project(stage)["floor"]))
    frame, corner = QPainterPath(), _CORNER_MM * DOTS_PER_MM
    frame.addRoundedRect(box, corner, corner)
    painter.save()
    painter.setClipPath(frame)
    large = place.width() >= _FINE_FROM_MM
    _ground(painter, box, floor.y() if large else None)
    corners = (box.left(), box.top(), box.right(), box.bottom())
    fineness = _fineness(place.width())
    plate = Plate(painter, placing, corners, _DETAIL_DOTS[fineness])
    palette = Palette(stage.figure.body, Theme.MORNING)
    print_layers(stage.layers(), plate, palette, fineness)
    pointed(figure, stage, placing, type_, painter)
    painter.restore()


def _whole_dots(place: QRectF) -> QRectF:
    sides = place.left(), place.top(), place.width(), place.height()
    return QRectF(*(float(round(side * DOTS_PER_MM)) for side in sides))


def _fineness(width: float) -> Fineness:
    """As much as can be seen at this width, millimetres."""
    return FINE if width >= _FINE_FROM_MM else PLAIN if width >= _PLAIN_FROM_MM else SPARE


def _placing(stage: Stage, box: QRectF, pointers: tuple[Pointer, ...]) -> Placing:
    """What stands on the floor keeps room below, for its shadow and for what is written there."""
    framing, body = stage.plan.framing, stage.figure.body
    standing = framing.align is Align.BOTTOM
    written = any(pointer.overlay in _UNDER_THE_MAT for pointer in pointers)
    under = _UNDER_MM[written] * DOTS_PER_MM
    keeps = under - SHADOW_MARGIN if standing else under / 2 * written
    size = (round(box.width()), round(box.height() - keeps))
    fitted = fit(framing, stage.camera, stage.extent(), body.scale, size)
    placing = Placing(fitted.scale, fitted.x + box.left(), fitted.y + box.top())
    if standing or not written:
        return placing
    _, near = placing.place(anchors.project(stage)["mat_near"])
    return Placing(placing.scale, placing.x, placing.y - max(0.0, near + under - box.bottom()))


def _ground(painter: QPainter, box: QRectF, floor: float | None) -> None:
    """A room with sky and floor, or plain paper where the figure is not seen standing in it."""
    painter.setPen(Qt.PenStyle.NoPen)
    if floor is None:
        painter.fillRect(box, QColor(PRINT))
        return
    sky = QLinearGradient(box.topLeft(), QPointF(box.left(), floor))
    sky.setColorAt(0.0, QColor(_SKY_TOP))
    sky.setColorAt(1.0, QColor(_HORIZON))
    painter.fillRect(QRectF(box.topLeft(), QPointF(box.right(), floor)), sky)
    painter.fillRect(QRectF(QPointF(box.left(), floor), box.bottomRight()), QColor(_FLOOR))
    painter.setPen(QPen(QColor(_FLOOR_LINE), _LINE_MM * DOTS_PER_MM))
    painter.drawLine(QPointF(box.left(), floor), QPointF(box.right(), floor))
