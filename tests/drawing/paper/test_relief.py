"""Soft light as a stack of flat shapes."""

import numpy as np
import pytest
import shapely

from constructive_rest.drawing.paper.relief import (
    FINE,
    PLAIN,
    Cut,
    beyond,
    floor_shadow,
    occlusions,
    rims,
    setting_in,
    shades,
)
from constructive_rest.figure.layers import Fade

LIMB = shapely.box(0.0, 0.0, 1.0, 0.2)
"""Its upper edge, y = 0, faces the light."""


def density(cuts: list[Cut], x: float, y: float) -> float:
    """How dense the cuts lie over each other at a point."""
    left = 1.0
    for cut in cuts:
        if cut.shape.contains(shapely.Point(x, y)):
            left *= 1.0 - cut.alpha
    return 1.0 - left


def test_the_far_side_is_dark_and_the_near_side_is_not() -> None:
    cuts = list(shades(LIMB, 1.0, FINE))
    assert density(cuts, 0.5, 0.003) == 0.0
    assert density(cuts, 0.5, 0.198) == pytest.approx(0.86, abs=0.02)


def test_shade_grows_steadily_toward_the_far_side() -> None:
    cuts = list(shades(LIMB, 1.0, FINE))
    dense = [density(cuts, 0.5, float(y)) for y in np.linspace(0.01, 0.199, 800)]
    assert dense == sorted(dense)
    assert max(np.diff(dense)) < 0.15, "steps that can be seen"


def test_less_strength_less_shade() -> None:
    weak, full = (density(list(shades(LIMB, s, FINE)), 0.5, 0.198) for s in (0.5, 1.0))
    assert weak == pytest.approx(full / 2, abs=0.02)


def test_the_rim_lies_along_the_lit_edge() -> None:
    cuts = list(rims(LIMB, 1.0, FINE))
    assert density(cuts, 0.5, 0.001) > 0.25
    assert density(cuts, 0.5, 0.03) == 0.0
    assert density(cuts, 0.5, 0.195) == 0.0


def test_occlusion_fades_outward() -> None:
    cuts = list(occlusions(LIMB, 1.0, FINE))
    dense = [density(cuts, 0.5, 0.2 + away) for away in (0.001, 0.01, 0.03, 0.06)]
    assert dense[0] == pytest.approx(0.39, abs=0.06)
    assert dense == sorted(dense, reverse=True)
    assert dense[-1] == 0.0
    widths = [cut.shape.area for cut in cuts]
    assert widths[0] == max(widths), "the first one is what all others lie in"


def test_a_shadow_on_the_floor_is_as_dense_as_asked_in_its_middle_only() -> None:
    cuts = list(floor_shadow(LIMB, 0.03, 0.2, 7))
    assert len(cuts) == 7
    assert density(cuts, 0.5, 0.1) == pytest.approx(0.2, abs=0.001)
    assert density(cuts, 0.5, 0.2) == pytest.approx(0.1, abs=0.03)
    assert density(cuts, 0.5, 0.24) == 0.0


def test_setting_in_ends_opaque() -> None:
    cuts = list(setting_in(Fade((0.0, 0.0), (1.0, 0.0)), 8))
    assert density(cuts, -0.1, 0.0) == 0.0
    assert density(cuts, 0.5, 0.01) == pytest.approx(0.5, abs=0.01)
    assert density(cuts, 1.1, 0.0) == pytest.approx(1.0)


def test_beyond_is_the_half_plane_ahead() -> None:
    half = beyond(Fade((0.0, 0.0), (0.0, 2.0)), 0.5)
    assert half.contains(shapely.Point(0.3, 1.1))
    assert half.contains(shapely.Point(-0.3, 1.1))
    assert not half.contains(shapely.Point(0.0, 0.9))


def test_a_fade_without_length_does_not_fail() -> None:
    assert beyond(Fade((1.0, 1.0), (1.0, 1.0)), 0.5) is not None


def test_small_pictures_take_fewer_shapes() -> None:
    fine, plain = (len(list(shades(LIMB, 1.0, fineness))) for fineness in (FINE, PLAIN))
    assert plain < fine
