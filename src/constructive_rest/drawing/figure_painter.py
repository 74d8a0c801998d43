"""Draws layers on a canvas, one after the other."""

from collections.abc import Iterable
from typing import assert_never

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainterPath, QRadialGradient

from constructive_rest.drawing.canvas import Canvas
from constructive_rest.drawing.palette import Palette, deepened, mix, with_alpha
from constructive_rest.drawing.paths import line_path, shape_path
from constructive_rest.drawing.shading import paint_region, throw_occlusion
from constructive_rest.figure.layers import (
    Blush,
    Glass,
    Ink,
    Layer,
    Lines,
    Panel,
    Region,
    Shadow,
    Tone,
    Veil,
)
from constructive_rest.figure.shades import blur

_GROUND = (Tone.MAT, Tone.MAT_EDGE)
_SOFT = 6.0
"""Pixels that the softness of a shadow takes at least."""

_GLASS_CONTOUR, _THINNEST_CONTOUR_PX = 0.0014, 0.7


def paint(layers: Iterable[Layer], canvas: Canvas, palette: Palette) -> None:
    """Draws `layers` from the first, which lies at the back, to the last."""
    for layer in layers:
        if not _lies_below(layer):
            canvas.rise()
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


def _lies_below(layer: Layer) -> bool:
    """Whether the figure's soft shadows leave it alone: the floor's own shadow is enough there."""
    match layer:
        case Shadow():
            return True
        case Panel():
            return layer.tone in _GROUND
        case Lines():
            return all(line.ink is Ink.MAT for line in layer.lines)
        case _:
            return False


def _panel(panel: Panel, canvas: Canvas, palette: Palette) -> None:
    path = shape_path(panel.outline, smooth=False)
    if panel.occlusion:
        throw_occlusion(path, panel.occlusion, canvas, palette)
    canvas.fill(path, palette.panel(panel.tone, panel.light))


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
    window = canvas.window(path, shadow.softness * 2, _SOFT / shadow.softness)
    if window is None:
        return
    alpha = blur(canvas.mask(path, window), shadow.softness * window.scale)
    if shadow.inside is not None:
        canvas.clip(shape_path(shadow.inside, smooth=False))
    strength = min(1.0, shadow.alpha * palette.light.shadow_strength)
    colour = QColor(palette.light.shadow)
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    canvas.stain(alpha * np.float32(strength), parts, window, bare=True)
    canvas.clip(None)
