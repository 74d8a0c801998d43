"""Draws layers on a canvas, one after the other."""

from collections.abc import Iterable
from typing import assert_never

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainterPath, QRadialGradient

from constructive_rest.drawing.canvas import Canvas
from constructive_rest.drawing.palette import Palette, deepened, mix, with_alpha
from constructive_rest.drawing.paths import line_path, shape_path
from constructive_rest.drawing.shading import paint_region, throw_occlusion
from constructive_rest.figure.layers import (
    Blush,
    Glass,
    Layer,
    Lines,
    Panel,
    Region,
    Shadow,
    Veil,
)
from constructive_rest.figure.shades import blur, stained

_GLASS_CONTOUR, _THINNEST_CONTOUR_PX = 0.0014, 0.7


def paint(layers: Iterable[Layer], canvas: Canvas, palette: Palette) -> None:
    """Draws `layers` from the first, which lies at the back, to the last."""
    for layer in layers:
        match layer:
            case Region():
                paint_region(layer, canvas, palette)
            case Panel():
                _panel(layer, canvas, palette)
            case Lines():
                _lines(layer, canvas, palette)
            case Blush():
                _blush(layer, canvas, palette)
            case Shadow():
                _shadow(layer, canvas, palette)
            case Veil():
                path = shape_path(layer.outline)
                canvas.fill(path, with_alpha(QColor(palette.light.veil), layer.alpha))
            case Glass():
                _glass(layer, canvas, palette)
            case _:
                assert_never(layer)


def _panel(panel: Panel, canvas: Canvas, palette: Palette) -> None:
    path = shape_path(panel.outline, smooth=False)
    if panel.occlusion:
        throw_occlusion(path, panel.occlusion, canvas, palette)
    canvas.fill(path, palette.panel(panel.tone, panel.light))
    window = canvas.window(path, 0.0)
    if panel.occlusion and window is not None:
        canvas.covered.add(window, canvas.mask(path, window))


def _lines(lines: Lines, canvas: Canvas, palette: Palette) -> None:
    if lines.inside is not None:
        canvas.clip(shape_path(lines.inside))
    for line in lines.lines:
        canvas.fill(line_path(line), with_alpha(palette.ink(line.ink), line.alpha))
    canvas.clip(None)


def _blush(blush: Blush, canvas: Canvas, palette: Palette) -> None:
    middle = QPointF(*blush.centre)
    warm = QColor(palette.light.blush)
    glow = QRadialGradient(middle, blush.radius)
    glow.setColorAt(0.0, with_alpha(warm, blush.alpha))
    glow.setColorAt(1.0, with_alpha(warm, 0.0))
    disc = QPainterPath()
    disc.addEllipse(middle, blush.radius, blush.radius)
    canvas.fill(disc, QBrush(glow))


def _glass(glass: Glass, canvas: Canvas, palette: Palette) -> None:
    if glass.outline.is_empty:
        return
    path = shape_path(glass.outline)
    colour = palette.tone(glass.tone)
    area = path.boundingRect()
    light = QLinearGradient(area.topLeft(), area.bottomLeft())
    light.setColorAt(0.0, with_alpha(mix(colour, QColor(palette.light.rim), 0.22), glass.alpha))
    light.setColorAt(1.0, with_alpha(deepened(colour, 0.86), glass.alpha))
    canvas.fill(path, QBrush(light))
    width = max(_GLASS_CONTOUR, _THINNEST_CONTOUR_PX / canvas.scale)
    canvas.stroke(path, QBrush(with_alpha(palette.edge(glass.tone), glass.edge)), width)


def _shadow(shadow: Shadow, canvas: Canvas, palette: Palette) -> None:
    path = shape_path(shadow.outline, smooth=False)
    window = canvas.window(path, shadow.softness * 2)
    if window is None:
        return
    alpha = blur(canvas.mask(path, window), shadow.softness * canvas.scale)
    if shadow.inside is not None:
        alpha = alpha * canvas.mask(shape_path(shadow.inside, smooth=False), window)
    strength = min(1.0, shadow.alpha * palette.light.shadow_strength)
    colour = QColor(palette.light.shadow)
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    canvas.stamp(stained(alpha * strength, parts), window)
