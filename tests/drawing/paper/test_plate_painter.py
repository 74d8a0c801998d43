"""Layers in print: the same light as on screen."""

from collections.abc import Sequence

import numpy as np
import shapely
from PySide6.QtGui import QColor, QImage, QPainter

from constructive_rest.drawing.palette import Palette
from constructive_rest.drawing.paper.plate import Plate
from constructive_rest.drawing.paper.plate_painter import print_layers
from constructive_rest.drawing.paper.relief import FINE
from constructive_rest.drawing.picture import Scene
from constructive_rest.drawing.scene_painter import body_of
from constructive_rest.figure.body import Theme
from constructive_rest.figure.framing import Placing
from constructive_rest.figure.layers import (
    Blush,
    Fade,
    Glass,
    Ink,
    Layer,
    Line,
    Lines,
    Panel,
    Region,
    Shadow,
    Tone,
    Veil,
)

SIZE = 400
LIMB = shapely.box(-0.7, -0.12, 0.7, 0.12)


def proof(*layers: Layer) -> QImage:
    """`layers` on white, 250 dots a metre, the origin in the middle."""
    image = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    plate = Plate(painter, Placing(250.0, SIZE / 2, SIZE / 2), (0, 0, SIZE, SIZE), 0.5)
    print_layers(layers, plate, palette(), FINE)
    painter.end()
    return image


def palette() -> Palette:
    return Palette(body_of(Scene("side", "morning", 1, 1)), Theme.MORNING)


def lightness(image: QImage, x: float, y: float) -> float:
    """At a point in metres."""
    color = image.pixelColor(round(SIZE / 2 + x * 250), round(SIZE / 2 + y * 250))
    return color.redF() * 0.3 + color.greenF() * 0.59 + color.blueF() * 0.11


def along(image: QImage, x: float, ys: Sequence[float]) -> list[float]:
    return [lightness(image, x, y) for y in ys]


def test_a_limb_is_lit_from_above(qapp: object) -> None:
    image = proof(Region(Tone.TROUSERS, LIMB))
    light = along(image, 0.0, np.linspace(-0.09, 0.11, 20).tolist())
    assert light[0] > light[10] > light[-1] + 0.04


def test_a_contour_stands_at_the_edge(qapp: object) -> None:
    with_line, without = (proof(Region(Tone.SHIRT, LIMB, contour=drawn)) for drawn in (True, False))
    assert lightness(with_line, 0.0, -0.12) < lightness(without, 0.0, -0.12) - 0.03


def test_what_lies_before_darkens_what_lies_behind(qapp: object) -> None:
    behind = Region(Tone.SHIRT, shapely.box(-0.7, -0.7, 0.7, 0.7))
    near = Region(Tone.SKIN, shapely.box(-0.2, -0.2, 0.2, 0.2))
    bare, shadowed = proof(behind), proof(behind, near)
    assert lightness(shadowed, 0.0, 0.21) < lightness(bare, 0.0, 0.21) - 0.05
    assert lightness(shadowed, 0.0, 0.4) == lightness(bare, 0.0, 0.4)


def test_nothing_is_thrown_on_bare_paper(qapp: object) -> None:
    image = proof(Region(Tone.SKIN, shapely.box(-0.2, -0.2, 0.2, 0.2)))
    assert lightness(image, 0.0, 0.23) > 0.999


def test_a_limb_fades_in(qapp: object) -> None:
    fade = Fade((-0.5, 0.0), (0.3, 0.0))
    image = proof(Region(Tone.TROUSERS, LIMB, fade=fade, shade_fade=fade))
    light = [lightness(image, x, 0.0) for x in np.linspace(-0.6, 0.5, 12)]
    assert light[0] > 0.99
    assert light == sorted(light, reverse=True)
    solid = proof(Region(Tone.TROUSERS, LIMB))
    assert abs(light[-1] - lightness(solid, 0.5, 0.0)) < 0.03


def test_what_is_far_is_dimmer(qapp: object) -> None:
    near, far = (proof(Region(Tone.SKIN, LIMB, far=far)) for far in (0.0, 0.3))
    assert lightness(far, 0.0, 0.0) < lightness(near, 0.0, 0.0)


def test_a_face_of_a_thing_is_lit_by_how_it_is_turned(qapp: object) -> None:
    bright, dark = (proof(Panel(Tone.WOOD, LIMB, light)) for light in (0.3, -0.5))
    assert lightness(bright, 0.0, 0.0) > lightness(dark, 0.0, 0.0) + 0.1


def test_a_panel_keeps_its_corners(qapp: object) -> None:
    image = proof(Panel(Tone.WOOD, LIMB))
    assert lightness(image, -0.69, -0.11) < 0.95


def test_a_line_stays_inside(qapp: object) -> None:
    line = Line(np.array(((-0.6, 0.0), (0.0, 0.0), (0.6, 0.0))), 0.06, Ink.SKIN, 1.0, 0.5, 0.5)
    image = proof(Lines((line,), shapely.box(-0.7, -0.1, 0.0, 0.1)))
    assert lightness(image, -0.3, 0.0) < 0.8
    assert lightness(image, 0.3, 0.0) > 0.99


def test_a_closed_line_leaves_its_middle_open(qapp: object) -> None:
    corners = np.array(((-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5), (-0.5, -0.5)))
    image = proof(Lines((Line(corners, 0.04, Ink.MAT, 1.0, 0.5, 0.5),)))
    assert lightness(image, 0.0, 0.0) > 0.99
    for x, y in ((0.0, 0.5), (0.5, 0.0), (0.48, 0.5)):
        assert lightness(image, x, y) < 0.9


def test_a_blush_is_strongest_in_its_middle(qapp: object) -> None:
    image = proof(Blush((0.0, 0.0), 0.3, 0.6))
    light = [lightness(image, x, 0.0) for x in (0.0, 0.15, 0.22, 0.4)]
    assert light == sorted(light)
    assert light[0] < 0.9
    assert light[-1] > 0.99


def test_a_floor_shadow_is_soft_and_kept_inside(qapp: object) -> None:
    spot = shapely.box(-0.3, -0.1, 0.3, 0.1)
    image = proof(Shadow(spot, 0.1, 0.4, inside=shapely.box(-0.7, -0.7, 0.7, 0.0)))
    light = along(image, 0.0, (-0.03, -0.1, -0.15, -0.3))
    assert light == sorted(light)
    assert light[0] < 0.8
    assert lightness(image, 0.0, 0.05) > 0.99


def test_a_shadow_elsewhere_prints_nothing(qapp: object) -> None:
    far = shapely.box(20.0, 20.0, 21.0, 21.0)
    image = proof(Shadow(far, 0.05, 0.5), Region(Tone.SKIN, far), Panel(Tone.WOOD, far))
    assert lightness(image, 0.0, 0.0) > 0.999


def test_a_veil_pales_what_lies_under_it(qapp: object) -> None:
    region = Region(Tone.TROUSERS, LIMB)
    bare, veiled = proof(region), proof(region, Veil(LIMB, 0.7))
    assert lightness(veiled, 0.0, 0.0) > lightness(bare, 0.0, 0.0) + 0.1


def test_what_lies_inside_is_seen_through(qapp: object) -> None:
    shape = shapely.box(-0.3, -0.3, 0.3, 0.3)
    thin, dense = (proof(Glass(Tone.PSOAS, shape, alpha)) for alpha in (0.3, 0.9))
    assert 0.99 > lightness(thin, 0.0, 0.0) > lightness(dense, 0.0, 0.0)
    assert lightness(thin, 0.3, 0.0) < lightness(thin, 0.0, 0.0)
