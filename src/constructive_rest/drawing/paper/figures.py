"""A figure on the page: its ground, its layers, and what is pointed out on it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen

from constructive_rest.drawing.mark_painter import MarkInks, Words, paint_marks
from constructive_rest.drawing.palette import Palette
from constructive_rest.drawing.paper.document import Document, Figure
from constructive_rest.drawing.paper.plate import Plate
from constructive_rest.drawing.paper.plate_painter import print_layers
from constructive_rest.drawing.paper.relief import FINE, PLAIN, SPARE, Fineness
from constructive_rest.drawing.paper.typesetting import (
    ACCENT,
    DOTS_PER_MM,
    INK,
    Kind,
    Typesetter,
)
from constructive_rest.drawing.picture import Scene
from constructive_rest.drawing.scene_painter import stage_of
from constructive_rest.figure import anchors, marks
from constructive_rest.figure.body import Theme
from constructive_rest.figure.framing import SHADOW_MARGIN, Placing, fit
from constructive_rest.figure.mark import Overlay as Pointed
from constructive_rest.figure.plan import Align
from constructive_rest.figure.stage import Stage
from constructive_rest.practice.guide import Overlay

_DETAIL_DOTS = {FINE: 1.5, PLAIN: 2.0, SPARE: 2.3}
_CORNER_MM = 3.0
_FINE_FROM_MM, _PLAIN_FROM_MM = 100.0, 45.0
_SKY_TOP, _HORIZON, _FLOOR, _PRINT = "#D9E8E6", "#F9EBD6", "#FBF5EA", "#F8F3E9"
_FLOOR_LINE, _GLOW = "#D9C6A8", "#F6C877"
_LINE_MM, _PIXEL_MM = 0.35, 0.20
_UNDER_MM = {False: 4.0, True: 7.0}
_UNDER_THE_MAT = (Overlay.GAP, Overlay.SUPPORT, Overlay.LOW_BACK)
_INKS = MarkInks(
    line=QColor(ACCENT),
    thread=QColor(INK),
    halo=QColor(_PRINT),
    patch=QColor(_GLOW),
    glow=QColor(_GLOW),
    words=QColor(INK),
)


def print_figure(
    figure: Figure, document: Document, place: QRectF, type_: Typesetter, painter: QPainter
) -> None:
    """Prints `figure` in `place`, millimetres of paper."""
    size = place.size().toSize()
    scene = Scene(
        figure.pose, Theme.MORNING, size.width(), size.height(), 1.0, document.setup, document.body
    )
    stage = stage_of(scene)
    box = QRectF(place.topLeft() * DOTS_PER_MM, place.size() * DOTS_PER_MM)
    placing = _placing(stage, box, figure.overlay)
    floor = QPointF(*placing.place(anchors.project(stage)["floor"]))
    frame = QPainterPath()
    frame.addRoundedRect(box, _CORNER_MM * DOTS_PER_MM, _CORNER_MM * DOTS_PER_MM)
    painter.save()
    painter.setClipPath(frame)
    large = place.width() >= _FINE_FROM_MM
    _ground(painter, box, floor.y() if large else None)
    corners = (box.left(), box.top(), box.right(), box.bottom())
    fineness = _fineness(place.width())
    plate = Plate(painter, placing, corners, _DETAIL_DOTS[fineness])
    palette = Palette(stage.figure.body, Theme.MORNING)
    print_layers(stage.layers(), plate, palette, fineness)
    _overlay(figure, stage, placing, type_, painter)
    painter.restore()


def _fineness(width: float) -> Fineness:
    """As much as can be seen at this width, millimetres."""
    return FINE if width >= _FINE_FROM_MM else PLAIN if width >= _PLAIN_FROM_MM else SPARE


def _placing(stage: Stage, box: QRectF, overlay: Overlay | None) -> Placing:
    """What stands on the floor keeps room below, for its shadow and for what is written there."""
    framing, body = stage.plan.framing, stage.figure.body
    standing = framing.align is Align.BOTTOM
    under = _UNDER_MM[overlay in _UNDER_THE_MAT] * DOTS_PER_MM
    keeps = under - SHADOW_MARGIN if standing else under / 2 * (overlay in _UNDER_THE_MAT)
    size = (round(box.width()), round(box.height() - keeps))
    fitted = fit(framing, stage.camera, stage.extent(), body.scale, size)
    placing = Placing(fitted.scale, fitted.x + box.left(), fitted.y + box.top())
    if standing or overlay not in _UNDER_THE_MAT:
        return placing
    _, near = placing.place(anchors.project(stage)["mat_near"])
    return Placing(placing.scale, placing.x, placing.y - max(0.0, near + under - box.bottom()))


def _ground(painter: QPainter, box: QRectF, floor: float | None) -> None:
    """A room with sky and floor, or plain paper where the figure is not seen standing in it."""
    painter.setPen(Qt.PenStyle.NoPen)
    if floor is None:
        painter.fillRect(box, QColor(_PRINT))
        return
    sky = QLinearGradient(box.topLeft(), QPointF(box.left(), floor))
    sky.setColorAt(0.0, QColor(_SKY_TOP))
    sky.setColorAt(1.0, QColor(_HORIZON))
    painter.fillRect(QRectF(box.topLeft(), QPointF(box.right(), floor)), sky)
    painter.fillRect(QRectF(QPointF(box.left(), floor), box.bottomRight()), QColor(_FLOOR))
    painter.setPen(QPen(QColor(_FLOOR_LINE), _LINE_MM * DOTS_PER_MM))
    painter.drawLine(QPointF(box.left(), floor), QPointF(box.right(), floor))


def _overlay(
    figure: Figure, stage: Stage, placing: Placing, type_: Typesetter, painter: QPainter
) -> None:
    """What the guide points out on screen, too, at the size that screen pixels have in print."""
    pixel = _PIXEL_MM * DOTS_PER_MM
    on_page = Placing(placing.scale / pixel, placing.x / pixel, placing.y / pixel)
    overlay = Pointed(figure.overlay) if figure.overlay else None
    wanted = [mark for mark in marks.marks(stage) if mark.overlay is overlay]
    font = type_.font(Kind.LABEL)
    font.setPixelSize(round(font.pixelSize() / pixel))
    words = Words({mark.label: figure.label for mark in wanted if mark.label}, font)
    painter.save()
    painter.scale(pixel, pixel)
    paint_marks(painter, [mark.placed(on_page.place) for mark in wanted], _INKS, words=words)
    painter.restore()
