"""Light and shade on one region, and the soft shadow it throws on what lies behind."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainterPath

from constructive_rest.drawing.canvas import Canvas
from constructive_rest.drawing.palette import Palette, deepened, mix, with_alpha
from constructive_rest.drawing.paths import shape_path
from constructive_rest.figure.layers import Fade, Region
from constructive_rest.figure.shades import (
    Colour,
    Look,
    Mask,
    Window,
    lit,
    occlusion,
    ramp,
    softened,
    stained,
)

_REACH_OF_OCCLUSION = 0.045
_CONTOUR_WIDTH = 0.0021
_THINNEST_CONTOUR_PX = 0.7
_CONTOUR_ALPHA = 0.50


def paint_region(region: Region, canvas: Canvas, palette: Palette) -> None:
    """Occlusion on what lies behind, then the region in light and shade, then its contour."""
    path = shape_path(region.outline)
    window = canvas.window(path, _REACH_OF_OCCLUSION)
    if window is None:
        return
    mask = canvas.mask(path, window)
    soft = softened(mask, canvas.scale)
    alpha = mask * _fading(region.fade, window, canvas)
    if region.occlusion:
        shadow = occlusion(soft, canvas.covered.within(window), canvas.scale, region.occlusion)
        if region.fade is not None:
            shadow = shadow * (1 - mask) * _fading(region.fade, window, canvas)
        canvas.stamp(stained(shadow, _rgb(_occluding(palette))), window)
    colour = palette.tone(region.tone, region.far)
    canvas.stamp(
        lit(
            soft,
            _look(region, colour, palette),
            canvas.scale,
            alpha,
            _fading(region.shade_fade, window, canvas),
        ),
        window,
    )
    canvas.covered.add(window, alpha)
    if region.contour:
        _contour(region, path, colour, canvas)


def throw_occlusion(path: QPainterPath, strength: float, canvas: Canvas, palette: Palette) -> None:
    """The soft shadow of `path` on everything drawn so far."""
    window = canvas.window(path, _REACH_OF_OCCLUSION)
    if window is not None:
        soft = softened(canvas.mask(path, window), canvas.scale)
        shadow = occlusion(soft, canvas.covered.within(window), canvas.scale, strength)
        canvas.stamp(stained(shadow, _rgb(_occluding(palette))), window)


def _look(region: Region, colour: QColor, palette: Palette) -> Look:
    light = palette.light
    rim = light.rim_strength * (1 - 2 * region.far) if region.rim else 0.0
    return Look(
        base=_rgb(colour),
        bright=_rgb(mix(colour, QColor(light.rim), 0.13 * light.rim_strength)),
        dark=_rgb(palette.shaded(colour)),
        rim=_rgb(mix(colour, QColor(light.rim), 0.75)),
        shade=region.shade,
        rim_strength=max(0.0, rim),
    )


def _contour(region: Region, path: QPainterPath, colour: QColor, canvas: Canvas) -> None:
    line = with_alpha(deepened(colour, 0.56), _CONTOUR_ALPHA)
    brush = QBrush(line)
    if region.shade_fade is not None:
        fade = region.shade_fade
        gradient = QLinearGradient(QPointF(*fade.start), QPointF(*fade.end))
        gradient.setColorAt(0.0, with_alpha(line, 0.0))
        gradient.setColorAt(1.0, line)
        brush = QBrush(gradient)
    width = max(_CONTOUR_WIDTH, _THINNEST_CONTOUR_PX / canvas.scale)
    canvas.stroke(path, brush, width)


def _fading(fade: Fade | None, window: Window, canvas: Canvas) -> Mask | float:
    if fade is None:
        return 1.0
    start, end = (canvas.placing.place(point) for point in (fade.start, fade.end))
    return ramp(
        (window.height, window.width),
        (start[0] - window.x, start[1] - window.y),
        (end[0] - window.x, end[1] - window.y),
    )


def _occluding(palette: Palette) -> QColor:
    return mix(QColor(palette.light.shadow), QColor("#3A1F14"), 0.4)


def _rgb(colour: QColor) -> Colour:
    return colour.redF(), colour.greenF(), colour.blueF()
