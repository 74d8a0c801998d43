import pytest
from hypothesis import given
from hypothesis import strategies as st

from constructive_rest.figure.camera import Camera
from constructive_rest.figure.framing import SHADOW_MARGIN, Extent, Placing, fit
from constructive_rest.figure.interpolation import vector
from constructive_rest.figure.plan import Align, Framing

SIDE = Camera(0, 0)
EXTENT = Extent(-1.0, -0.5, 0.8, 0.05)
widths = st.integers(40, 3000)
heights = st.integers(40, 2000)


def framing(align: Align, height: float | None = None) -> Framing:
    return Framing(1.88, height, vector(-0.09, 0.0, 0.0), align)


def test_a_point_is_placed_by_scale_and_origin() -> None:
    assert Placing(100, 10, 20).place((0.5, -0.1)) == (60, 10)


@given(widths, heights)
def test_what_stands_at_the_bottom_fits_and_leaves_room_for_its_shadow(
    width: int, height: int
) -> None:
    placing = fit(framing(Align.BOTTOM), SIDE, EXTENT, 1.0, (width, height))
    left, top = placing.place((EXTENT.left, EXTENT.top))
    right, bottom = placing.place((EXTENT.right, EXTENT.bottom))
    assert bottom == pytest.approx(height - SHADOW_MARGIN)
    assert top >= -1e-6
    assert left >= -1e-6
    assert right <= width + 1e-6


@given(widths, heights, st.floats(0.9, 1.1))
def test_a_framed_part_fits_around_its_focus(width: int, height: int, scale: float) -> None:
    placing = fit(framing(Align.MIDDLE, 0.9), SIDE, EXTENT, scale, (width, height))
    assert placing.scale * 1.88 * scale <= width + 1e-6
    assert placing.scale * 0.9 * scale <= height + 1e-6
    assert placing.place((-0.09 * scale, 0.0)) == pytest.approx((width / 2, height / 2))


@given(widths, heights)
def test_one_side_is_always_used_up(width: int, height: int) -> None:
    placing = fit(framing(Align.MIDDLE, 0.9), SIDE, EXTENT, 1.0, (width, height))
    assert max(placing.scale * 1.88 / width, placing.scale * 0.9 / height) == pytest.approx(1.0)


def test_without_a_height_what_is_drawn_decides() -> None:
    flat = fit(framing(Align.MIDDLE), SIDE, EXTENT, 1.0, (3000, 550))
    assert flat.scale == pytest.approx(1000)


def test_twice_the_pixels_are_twice_the_scale() -> None:
    one, two = (
        fit(framing(Align.MIDDLE, 0.9), SIDE, EXTENT, 1.0, size)
        for size in ((300, 200), (600, 400))
    )
    assert two.scale == pytest.approx(2 * one.scale)
