"""Light and shade on one region, and the soft shadow it throws on what lies behind."""

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainterPath

from constructive_rest.drawing.canvas import Canvas
from constructive_rest.drawing.palette import Palette, deepened, mix, with_alpha
from constructive_rest.drawing.paths import shape_path
from constructive_rest.figure.layers import Fade, Region
from constructive_rest.figure.shades import (
    Colour,
    Mask,
    Window,
    occlusion,
    ramp,
    rim,
    shade,
    softened,
)

_REACH_OF_OCCLUSION = 0.045
_CONTOUR_WIDTH = 0.0021
_THINNEST_CONTOUR_PX = 0.7
_CONTOUR_ALPHA = 0.50
_SKY_REACHES = 0.6
_STOPS = 8


def paint_region(region: Region, canvas: Canvas, palette: Palette) -> None:
    """Occlusion on what lies behind, then the region in light and shade, then its contour."""
    path = shape_path(region.outline)
    window = canvas.window(path, _REACH_OF_OCCLUSION)
    layer = canvas.layer(path)
    if window is None:
        return
    if region.only is not None:
        canvas.clip(shape_path(region.only))
    mask = canvas.mask(path, window)
    soft = softened(mask, window.scale)
    if region.occlusion:
        shadow = occlusion(soft, window.scale) * np.float32(region.occlusion)
        if region.fade is not None or region.only is not None:
            shadow = shadow * (1 - mask) * _fading(region.fade, window)
        canvas.stain(shadow, _rgb(_occluding(palette)), window)
    colour = palette.tone(region.tone, region.far)
    if layer is not None:
        with layer:
            _light(region, path, layer, palette, soft, window)
        canvas.lay(layer)
    if region.contour:
        _contour(region, path, colour, canvas)
    canvas.clip(None)


def throw_occlusion(path: QPainterPath, strength: float, canvas: Canvas, palette: Palette) -> None:
    """The soft shadow of `path` on everything drawn so far."""
    window = canvas.window(path, _REACH_OF_OCCLUSION)
    if window is not None:
        soft = softened(canvas.mask(path, window), window.scale)
        shadow = occlusion(soft, window.scale) * np.float32(strength)
        canvas.stain(shadow, _rgb(_occluding(palette)), window)


def _light(
    region: Region,
    path: QPainterPath,
    layer: Canvas,
    palette: Palette,
    soft: tuple[Mask, ...],
    window: Window,
) -> None:
    """The region alone, brighter above where it sees the sky, in shade, with a rim of light."""
    light = palette.light
    colour = palette.tone(region.tone, region.far)
    area = path.boundingRect()
    sky = QLinearGradient(area.topLeft(), area.topLeft() + QPointF(0, area.height() * _SKY_REACHES))
    sky.setColorAt(0.0, mix(colour, QColor(light.rim), 0.13 * light.rim_strength))
    sky.setColorAt(1.0, colour)
    layer.fill(path, QBrush(sky))
    shading = _fading(region.shade_fade, window)
    dark = shade(soft, window.scale) * np.float32(region.shade) * shading
    layer.stain(dark, _rgb(palette.shaded(colour)), window)
    strength = light.rim_strength * (1 - 2 * region.far) if region.rim else 0.0
    if strength > 0:
        bright = rim(soft, window.scale) * np.float32(strength) * shading
        layer.stain(bright, _rgb(mix(colour, QColor(light.rim), 0.75)), window)
    if region.fade is not None:
        layer.thin(QBrush(_gradient(region.fade, QColor("black"))))


def _contour(region: Region, path: QPainterPath, colour: QColor, canvas: Canvas) -> None:
    line = with_alpha(deepened(colour, 0.56), _CONTOUR_ALPHA)
    fade = region.shade_fade
    brush = QBrush(line) if fade is None else QBrush(_gradient(fade, line))
    width = max(_CONTOUR_WIDTH, _THINNEST_CONTOUR_PX / canvas.scale)
    canvas.stroke(path, brush, width)


def _gradient(fade: Fade, colour: QColor) -> QLinearGradient:
    """From nothing to `colour`, eased as `_fading` is."""
    gradient = QLinearGradient(QPointF(*fade.start), QPointF(*fade.end))
    for stop in range(_STOPS + 1):
        share = stop / _STOPS
        eased = share * share * (3 - 2 * share)
        gradient.setColorAt(share, with_alpha(colour, colour.alphaF() * eased))
    return gradient


def _fading(fade: Fade | None, window: Window) -> Mask | float:
    if fade is None:
        return 1.0
    shape = (window.height, window.width)
    return ramp(shape, window.place(fade.start), window.place(fade.end))


def _occluding(palette: Palette) -> QColor:
    return mix(QColor(palette.light.shadow), QColor("#3A1F14"), 0.4)


def _rgb(colour: QColor) -> Colour:
    return colour.redF(), colour.greenF(), colour.blueF()
