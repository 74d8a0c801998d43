"""The picture behind a rest: sky, the sun's way, the body on the floor, the light on it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from constructive_rest.practice.timeline import Timeline
from constructive_rest.ui.arc import RestArc
from constructive_rest.ui.figure_slot import FigureSlot
from constructive_rest.ui.light import Light
from constructive_rest.ui.palette import Palette, Sky, blend, blend_skies, faded, rest_floor
from constructive_rest.ui.room import paint_floor, paint_glow, paint_sky
from constructive_rest.ui.theme import Theme

SUN_RADIUS = 13.0
SUN_GLOW = 70.0
_GLOWS: dict[str, tuple[str, float]] = {
    "whole": ("ribs", 1.25),
    "head": ("head", 0.7),
    "ribs": ("ribs", 0.85),
    "pelvis": ("pelvis", 0.85),
    "hips": ("hip", 0.85),
    "feet": ("feet", 0.75),
}
"""For each glow the anchor it lies on and its radius, as a share of the plain one."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Where things lie on the rest page, in px."""

    size: QRectF
    left: float
    floor: float
    figure_at: QPointF
    figure_width: float
    labelled: bool

    @property
    def center(self) -> float:
        """The middle between the rail, where there is one, and the right border."""
        return (self.left + self.size.width()) / 2


def make_arc(timeline: Timeline, stage: Stage, share: float = 0.43) -> RestArc:
    """The sun's way over `stage`, reaching `share` of its width to each side."""
    rx = min(share * (stage.size.width() - stage.left), 680.0)
    ry = stage.floor - max(48.0, 0.122 * stage.floor)
    return RestArc(timeline, QPointF(stage.center, stage.floor), rx, ry)


def sky_at(palette: Palette, light: Light) -> Sky:
    """The sky in that light."""
    return blend_skies(palette.skies[light.start], palette.skies[light.end], light.fraction)


def paint_scene(
    painter: QPainter,
    stage: Stage,
    timeline: Timeline,
    arc: RestArc,
    light: Light,
    figure: FigureSlot,
    theme: Theme,
) -> None:
    """Everything that stands still between two turns of the light."""
    palette = theme.palette
    sky = sky_at(palette, light)
    above = QRectF(0, 0, stage.size.width(), stage.floor)
    paint_sky(painter, above, sky)
    _paint_lines(painter, arc.ahead(), palette.arc_ahead, 3.0)
    if stage.labelled:
        _paint_labels(painter, timeline, arc, light, theme)
    _paint_attention(painter, stage, timeline, light, figure, palette, 0.55)
    below = QRectF(0, stage.floor, stage.size.width(), stage.size.height() - stage.floor)
    floor_line = blend(palette.floor_line, sky.horizon, 0.15)
    paint_floor(painter, below, rest_floor(palette, sky), floor_line)
    figure.paint(painter, stage.figure_at)
    _paint_attention(painter, stage, timeline, light, figure, palette, 0.42)


def paint_sun(
    painter: QPainter, stage: Stage, arc: RestArc, position_ms: int, palette: Palette
) -> None:
    """The way behind the sun, and the sun itself, which sets behind the floor line."""
    painter.save()
    painter.setClipRect(
        QRectF(0, 0, stage.size.width(), stage.floor), Qt.ClipOperation.IntersectClip
    )
    _paint_lines(painter, arc.done(position_ms), palette.arc, 4.0)
    sun = arc.sun(position_ms)
    paint_glow(painter, sun, SUN_GLOW, palette.sun_glow, 0.75)
    painter.setBrush(palette.sun)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(sun, SUN_RADIUS, SUN_RADIUS)
    painter.restore()


def paint_finished_arc(
    painter: QPainter, stage: Stage, timeline: Timeline, arc: RestArc, rested_ms: int, theme: Theme
) -> None:
    """The whole way with the part that was rested, each phase named with its minutes."""
    _paint_lines(painter, arc.ahead(), theme.palette.arc_ahead, 3.0)
    if stage.labelled:
        painter.setFont(theme.sans(14))
        for phase in timeline.phases:
            minutes = QLocale().toString((phase.end_ms - phase.start_ms) / 60_000, "f", 1)
            words = f"{phase.phase.name} {minutes.rstrip('0').rstrip('.,')}"
            _paint_label(painter, arc, phase.index, words, theme.palette.rail_ink)
    paint_sun(painter, stage, arc, rested_ms, theme.palette)


def _paint_lines(
    painter: QPainter, lines: Sequence[QPolygonF], color: QColor, width: float
) -> None:
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in lines:
        painter.drawPolyline(line)


def _paint_labels(
    painter: QPainter, timeline: Timeline, arc: RestArc, light: Light, theme: Theme
) -> None:
    """The name of each phase outside its stretch; the one in the middle of the page is left out."""
    painter.setFont(theme.sans(16))
    for phase in timeline.phases:
        shown = {light.start: light.fraction, light.end: 1 - light.fraction}
        strength = (
            shown.get(phase.index, 1.0) if light.moving else float(phase.index != light.start)
        )
        if strength == 0.0:
            continue
        ink = faded(theme.palette.rail_ink, strength)
        _paint_label(painter, arc, phase.index, phase.phase.name, ink)


def _paint_label(painter: QPainter, arc: RestArc, index: int, words: str, ink: QColor) -> None:
    """Words outside stretch `index`, growing away from the middle of the page."""
    point, side = arc.label_anchor(index, 18)
    box = QRectF(0, 0, 160, 24)
    align = Qt.AlignmentFlag.AlignHCenter
    if abs(side) >= 0.12:
        align = Qt.AlignmentFlag.AlignLeft if side > 0 else Qt.AlignmentFlag.AlignRight
        point += QPointF(80 if side > 0 else -80, 0)
    box.moveCenter(point)
    painter.setPen(ink)
    painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter, words)


def _paint_attention(
    painter: QPainter,
    stage: Stage,
    timeline: Timeline,
    light: Light,
    figure: FigureSlot,
    palette: Palette,
    alpha: float,
) -> None:
    """The glow where attention rests, moving from one part to the next with the light."""
    shares = {light.start: 1.0 - light.fraction}
    if light.moving:
        shares[light.end] = light.fraction
    painter.save()
    painter.setClipRect(
        QRectF(0, 0, stage.size.width(), stage.floor + 6), Qt.ClipOperation.IntersectClip
    )
    for index, share in shares.items():
        name, reach = _GLOWS[timeline.phases[index].phase.glow]
        point = figure.anchor(name, stage.figure_at)
        if point is not None and share > 0:
            radius = stage.figure_width * 0.20 * reach
            paint_glow(painter, point, radius, palette.sun_glow, alpha * share)
    painter.restore()
