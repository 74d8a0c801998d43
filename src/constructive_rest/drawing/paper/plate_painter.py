"""Prints layers on a plate, one after the other, in the colours of the morning."""

from collections.abc import Iterable
from typing import assert_never

import shapely
from PySide6.QtGui import QColor

from constructive_rest.drawing.palette import Palette, deepened, mix, with_alpha
from constructive_rest.drawing.paper import relief
from constructive_rest.drawing.paper.plate import Plate
from constructive_rest.drawing.paper.relief import SPARE, Cut, Fineness
from constructive_rest.figure.brush import brush_outline
from constructive_rest.figure.layers import (
    Blush,
    Fade,
    Glass,
    Layer,
    Line,
    Lines,
    Panel,
    Region,
    Shadow,
    Veil,
)
from constructive_rest.figure.silhouette import Shape

_CONTOUR_WIDTH = 0.0021
_THINNEST_CONTOUR_DOTS = 3.0
_CONTOUR_ALPHA = 0.50
_THINNEST_LINE_DOTS, _UNSEEN_DOTS = 3.5, 1.4
# square dots of a region that is printed flat, or with few steps of shade: 1.5 and 16 mm²
_FLAT_DOTS, _SMALL_DOTS = 1200.0, 12800.0
_BLUSH_STEPS = 4
_FADE_STEPS, _SET_IN = 8, 4
_CONTOUR_BEGINS = 0.6
_SKY, _SKY_STEPS = 0.13, 5


def print_layers(
    layers: Iterable[Layer], plate: Plate, palette: Palette, fineness: Fineness
) -> None:
    """Prints `layers` from the first, which lies at the back, to the last."""
    for layer in layers:
        match layer:
            case Region():
                _region(layer, plate, palette, fineness)
            case Panel():
                _panel(layer, plate, palette, fineness)
            case Lines():
                _lines(layer, plate, palette)
            case Blush():
                _blush(layer, plate, palette)
            case Shadow():
                _shadow(layer, plate, palette, fineness)
            case Veil():
                veil = with_alpha(QColor(palette.light.veil), layer.alpha)
                plate.fill(plate.cut(layer.outline), veil)
            case Glass():
                _glass(layer, plate, palette)
            case _:
                assert_never(layer)


def _region(region: Region, plate: Plate, palette: Palette, fineness: Fineness) -> None:
    shape = plate.cut(region.outline)
    if shape.is_empty:
        return
    area = plate.area(shape)
    fineness = SPARE if area < _SMALL_DOTS else fineness
    if region.occlusion and area > _FLAT_DOTS:
        _throw(shape, region, plate, palette, fineness)
    colour = palette.tone(region.tone, region.far)
    plain = region.contour and region.shade_fade is None
    pen = plate.pen(_contour(colour), _contour_width(plate)) if plain else None
    if region.fade is None:
        plate.fill(shape, colour, pen)
    if area < _FLAT_DOTS and region.fade is None:
        plate.cover(shape)
        return
    with plate.within(shape):
        if region.fade is not None:
            for cut in relief.setting_in(region.fade, _FADE_STEPS):
                plate.fill(cut.shape, with_alpha(colour, cut.alpha), smooth=False)
        elif area > _SMALL_DOTS:
            _sky(shape, plate, palette)
        _model(shape, region, colour, plate, palette, fineness)
    if region.contour and region.shade_fade is not None:
        with plate.within(relief.beyond(region.shade_fade, _CONTOUR_BEGINS), smooth=False):
            plate.outline(shape, _contour(colour), _contour_width(plate))
    plate.cover(shape)


def _sky(shape: Shape, plate: Plate, palette: Palette) -> None:
    """The upper side of a region sees more of the sky."""
    left, top, right, bottom = shape.bounds
    for step in range(_SKY_STEPS):
        reach = 0.6 * (bottom - top) * (step + 0.5) / _SKY_STEPS
        sky = with_alpha(QColor(palette.light.rim), _SKY * palette.light.rim_strength / _SKY_STEPS)
        plate.fill(shapely.box(left, top, right, top + reach), sky, smooth=False)


def _model(
    shape: Shape,
    region: Region,
    colour: QColor,
    plate: Plate,
    palette: Palette,
    fineness: Fineness,
) -> None:
    """Shade and rim of a region whose ground is printed."""
    dark = palette.shaded(colour)
    for cut in _set_in(
        relief.shades(shape, region.shade, fineness, plate.detail), region.shade_fade
    ):
        plate.fill(cut.shape, with_alpha(dark, cut.alpha), smooth=False)
    strength = palette.light.rim_strength * (1 - 2 * region.far) if region.rim else 0.0
    if strength > 0.0:
        light = mix(colour, QColor(palette.light.rim), 0.75)
        for cut in _set_in(relief.rims(shape, strength, fineness, plate.detail), region.shade_fade):
            plate.fill(cut.shape, with_alpha(light, cut.alpha), smooth=False)


def _throw(
    shape: Shape, region: Region | Panel, plate: Plate, palette: Palette, fineness: Fineness
) -> None:
    """The soft shadow on everything printed so far."""
    colour = mix(QColor(palette.light.shadow), QColor("#3A1F14"), 0.4)
    fade = region.fade if isinstance(region, Region) else None
    cuts = list(relief.occlusions(shape, region.occlusion, fineness, plate.detail))
    behind = plate.covered.intersection(cuts[0].shape).simplify(2 * plate.detail)
    if fade is not None:
        behind = behind.difference(shape)
    if behind.is_empty:
        return
    with plate.within(behind, smooth=False):
        for cut in _set_in(cuts, fade):
            plate.fill(cut.shape, with_alpha(colour, cut.alpha), smooth=False)


def _set_in(cuts: Iterable[Cut], fade: Fade | None) -> Iterable[Cut]:
    """The cuts as they set in along a limb."""
    if fade is None:
        return cuts
    halves = [relief.beyond(fade, (step + 0.5) / _SET_IN) for step in range(_SET_IN)]
    return [
        Cut(cut.shape.intersection(half), cut.alpha / _SET_IN) for cut in cuts for half in halves
    ]


def _contour(colour: QColor) -> QColor:
    """Opaque: Qt writes a translucent line as a filled shape with three times the points."""
    return mix(colour, deepened(colour, 0.56), _CONTOUR_ALPHA)


def _contour_width(plate: Plate) -> float:
    return max(_CONTOUR_WIDTH, _THINNEST_CONTOUR_DOTS / plate.placing.scale)


def _panel(panel: Panel, plate: Plate, palette: Palette, fineness: Fineness) -> None:
    shape = plate.cut(panel.outline)
    if shape.is_empty:
        return
    if panel.occlusion:
        _throw(shape, panel, plate, palette, fineness)
    plate.fill(shape, palette.panel(panel.tone, panel.light), smooth=False)
    if panel.occlusion:
        plate.cover(shape)


def _lines(lines: Lines, plate: Plate, palette: Palette) -> None:
    inside = plate.seen if lines.inside is None else lines.inside.intersection(plate.seen)
    for line in lines.lines:
        if line.width * plate.placing.scale < _UNSEEN_DOTS:
            continue
        width = max(line.width, _THINNEST_LINE_DOTS / plate.placing.scale)
        shape = _brushed(line, width).intersection(inside)
        plate.fill(shape, with_alpha(palette.ink(line.ink), line.alpha))


def _brushed(line: Line, width: float) -> Shape:
    if (line.points[0] == line.points[-1]).all():
        return shapely.LineString(line.points).buffer(width / 2, quad_segs=1)
    return shapely.Polygon(brush_outline(line.points, width, line.start, line.end)).buffer(0)


def _blush(blush: Blush, plate: Plate, palette: Palette) -> None:
    middle = shapely.Point(*blush.centre)
    warm = QColor(palette.light.blush)
    for step in range(_BLUSH_STEPS):
        radius = blush.radius * (1 - (step + 0.5) / _BLUSH_STEPS)
        disc = middle.buffer(radius, quad_segs=3)
        plate.fill(disc.intersection(plate.seen), with_alpha(warm, blush.alpha / _BLUSH_STEPS))


def _glass(glass: Glass, plate: Plate, palette: Palette) -> None:
    """Something inside the body, its contour as strong as its edge."""
    shape = plate.cut(glass.outline)
    if shape.is_empty:
        return
    colour = palette.tone(glass.tone)
    edge = mix(colour, palette.edge(glass.tone), glass.edge)
    plate.fill(shape, with_alpha(colour, glass.alpha), plate.pen(edge, _contour_width(plate)))


def _shadow(shadow: Shadow, plate: Plate, palette: Palette, fineness: Fineness) -> None:
    colour = QColor(palette.light.shadow)
    alpha = min(1.0, shadow.alpha * palette.light.shadow_strength)
    shape = shadow.outline.simplify(plate.detail)
    kept = plate.seen if shadow.inside is None else shadow.inside.intersection(plate.seen)
    within = kept.intersection(shape.buffer(2 * shadow.softness, quad_segs=1))
    if within.is_empty:
        return
    with plate.within(within, smooth=False):
        for cut in relief.floor_shadow(shape, shadow.softness, alpha, fineness.shadow):
            plate.fill(cut.shape, with_alpha(colour, cut.alpha), smooth=False)
