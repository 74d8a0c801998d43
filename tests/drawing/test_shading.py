from collections.abc import Mapping

import pytest
import shapely
from PySide6.QtGui import QImage

from constructive_rest import paths
from constructive_rest.drawing.canvas import Canvas
from constructive_rest.drawing.figure_painter import paint
from constructive_rest.drawing.palette import Palette
from constructive_rest.figure.body import Body, Theme, parse_bodies
from constructive_rest.figure.framing import Placing
from constructive_rest.figure.interpolation import columns
from constructive_rest.figure.layers import (
    Blush,
    Fade,
    Ink,
    Layer,
    Line,
    Lines,
    Panel,
    Region,
    Shadow,
    Tone,
)

DISC = shapely.Point(0, 0).buffer(0.08, quad_segs=24)
WALL = shapely.box(-0.2, -0.2, 0.2, 0.2)


@pytest.fixture(scope="module")
def bodies() -> Mapping[str, Body]:
    text = (paths.resources() / "poses" / "bodies.toml").read_text(encoding="utf-8")
    return parse_bodies(text, "bodies.toml")


@pytest.fixture(scope="module")
def palette(bodies: Mapping[str, Body]) -> Palette:
    return Palette(bodies["reed"], Theme.MORNING)


def painted(palette: Palette, *layers: Layer) -> QImage:
    """A sheet of 40 cm, 500 pixels a metre, its middle at the origin."""
    with Canvas(200, 200, Placing(500.0, 100.0, 100.0)) as canvas:
        paint(layers, canvas, palette)
    return canvas.image


def light(image: QImage, x: int, y: int) -> int:
    return image.pixelColor(x, y).lightness()


def test_a_region_is_bright_above_and_dark_below(palette: Palette) -> None:
    image = painted(palette, Region(Tone.SKIN, DISC, contour=False, rim=False))
    assert light(image, 100, 66) > light(image, 100, 100) > light(image, 100, 135)
    assert image.pixelColor(100, 20).alpha() == 0


def test_a_contour_is_darker_than_what_it_surrounds(palette: Palette) -> None:
    flat = Region(Tone.SHIRT, DISC, shade=0.0, rim=False, contour=False)
    lined = Region(Tone.SHIRT, DISC, shade=0.0, rim=False)
    assert light(painted(palette, lined), 100, 60) < light(painted(palette, flat), 100, 60)


def test_a_region_darkens_what_lies_close_behind_it(palette: Palette) -> None:
    wall = Region(Tone.SHIRT, WALL, shade=0.0, rim=False, contour=False)
    disc = Region(Tone.SKIN, DISC, contour=False)
    alone, behind = painted(palette, wall), painted(palette, wall, disc)
    assert light(behind, 100, 145) < light(alone, 100, 145)
    assert light(behind, 100, 190) == pytest.approx(light(alone, 100, 190), abs=3)


def test_a_region_in_the_air_throws_no_shadow(palette: Palette) -> None:
    image = painted(palette, Region(Tone.SKIN, DISC, contour=False))
    assert image.pixelColor(100, 146).alpha() == 0


def test_a_fade_lets_a_region_set_in(palette: Palette) -> None:
    fade = Fade((-0.06, 0.0), (0.06, 0.0))
    image = painted(palette, Region(Tone.SKIN, DISC, fade=fade, shade_fade=fade))
    assert image.pixelColor(68, 100).alpha() < 10
    assert 90 < image.pixelColor(100, 100).alpha() < 170
    assert image.pixelColor(132, 100).alpha() == 255


def test_what_is_far_is_dimmer(palette: Palette) -> None:
    near, far = (painted(palette, Region(Tone.TROUSERS, DISC, far=far)) for far in (0.0, 0.2))
    assert light(far, 100, 100) < light(near, 100, 100)


def test_a_panel_is_flat(palette: Palette) -> None:
    image = painted(palette, Panel(Tone.BOOK, DISC))
    assert image.pixelColor(100, 70) == image.pixelColor(100, 130)


def test_a_shadow_is_soft_and_kept_inside(palette: Palette) -> None:
    left_half = shapely.box(-0.2, -0.2, 0.0, 0.2)
    image = painted(palette, Shadow(DISC, 0.03, 0.5, left_half))
    middle, edge = image.pixelColor(80, 100).alpha(), image.pixelColor(62, 100).alpha()
    assert middle > edge > 0
    assert image.pixelColor(120, 100).alpha() == 0


def test_lines_stay_inside_of_their_shape(palette: Palette) -> None:
    line = Line(columns(((-0.15, 0.0), (0.0, 0.0), (0.15, 0.0))), 0.02, Ink.SKIN, 1.0, 0.5, 0.5)
    image = painted(palette, Lines((line,), DISC))
    assert image.pixelColor(100, 100).alpha() == 255
    assert image.pixelColor(45, 100).alpha() == 0
    assert painted(palette, Lines((line,))).pixelColor(45, 100).alpha() == 255


def test_a_blush_fades_toward_its_edge(palette: Palette) -> None:
    image = painted(palette, Blush((0.0, 0.0), 0.05, 0.5))
    assert image.pixelColor(100, 100).alpha() > image.pixelColor(115, 100).alpha() > 0
    assert image.pixelColor(130, 100).alpha() == 0


def test_light_does_not_fall_in_at_the_edge_of_the_sheet(palette: Palette) -> None:
    wide = shapely.box(-1, -1, 1, 1)
    image = painted(palette, Region(Tone.SKIN, wide, contour=False))
    assert light(image, 199, 100) == pytest.approx(light(image, 100, 100), abs=3)


def test_what_lies_outside_of_the_sheet_is_left_out(palette: Palette) -> None:
    away = shapely.box(3, 3, 4, 4)
    image = painted(
        palette, Region(Tone.SKIN, away), Shadow(away, 0.02, 0.4), Panel(Tone.BOOK, away)
    )
    assert image == painted(palette)
