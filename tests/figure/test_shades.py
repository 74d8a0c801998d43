import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from constructive_rest.figure.shades import (
    Mask,
    Window,
    blur,
    mask_from,
    moved,
    occlusion,
    ramp,
    rim,
    shade,
    softened,
    stained,
)

SCALE = 500.0


def disc(size: int = 120, radius: float = 40) -> Mask:
    y, x = np.mgrid[:size, :size]
    mask: Mask = ((x - size / 2) ** 2 + (y - size / 2) ** 2 < radius**2).astype(np.float32)
    return mask


@given(st.floats(1, 12))
@settings(max_examples=20)
def test_blurring_keeps_the_amount_and_spreads_it(radius: float) -> None:
    mask = disc()
    soft = blur(mask, radius)
    assert soft.sum() == pytest.approx(mask.sum(), rel=1e-3)
    assert (soft > 0.01).sum() >= (mask > 0.01).sum()
    assert soft.max() <= 1.001


def test_a_blur_of_less_than_a_pixel_is_none() -> None:
    mask = disc()
    assert blur(mask, 0.4) is mask


def test_a_blur_does_not_move_what_it_blurs() -> None:
    soft = blur(disc(), 8)
    y, x = np.mgrid[:120, :120]
    assert (soft * x).sum() / soft.sum() == pytest.approx(59.5, abs=0.6)
    assert (soft * y).sum() / soft.sum() == pytest.approx(59.5, abs=0.6)


@given(st.integers(-20, 20), st.integers(-20, 20))
@settings(max_examples=30)
def test_moving_takes_each_pixel_along(right: int, down: int) -> None:
    mask: Mask = np.zeros((60, 60), dtype=np.float32)
    mask[30, 30] = 1.0
    assert moved(mask, right, down)[30 + down, 30 + right] == 1.0


def test_what_is_moved_out_of_sight_is_gone() -> None:
    assert moved(disc(), 500, 0).sum() == 0
    assert moved(disc(), 0, -500).sum() == 0


def test_a_ramp_rises_from_start_to_end() -> None:
    rising = ramp((10, 101), (20, 5), (80, 5))
    assert rising[5, 0] == rising[5, 19] == 0.0
    assert rising[5, 81] == rising[5, 100] == 1.0
    assert rising[5, 50] == pytest.approx(0.5, abs=0.03)
    assert (np.diff(rising[5]) >= 0).all()


def test_a_ramp_without_length_is_a_step() -> None:
    assert set(np.unique(ramp((4, 8), (4, 2), (4, 2)))) <= {0.0, 1.0}


def test_the_side_away_from_the_light_is_darker() -> None:
    dark = shade(softened(disc(), SCALE), SCALE)
    top, middle, bottom = (float(dark[row, 60]) for row in (27, 60, 95))
    assert top < middle < bottom


def test_light_comes_a_little_from_the_left() -> None:
    dark = shade(softened(disc(), SCALE), SCALE)
    assert dark[60, 25] < dark[60, 95]


def test_a_rim_of_light_runs_along_the_upper_edge() -> None:
    bright = rim(softened(disc(), SCALE), SCALE)
    assert bright[22, 60] > 0.2
    assert bright[60, 60] < 0.05
    assert bright[96, 60] < bright[22, 60]


def test_shade_and_rim_stay_from_nothing_to_all() -> None:
    for light in (shade, rim):
        found = light(softened(disc(), SCALE), SCALE)
        assert 0.0 <= found.min() <= found.max() <= 1.0


def test_pixels_are_premultiplied_and_ordered_blue_green_red() -> None:
    half: Mask = np.full((2, 3), 0.5, dtype=np.float32)
    picture = np.frombuffer(stained(half, (1.0, 0.5, 0.0)), dtype=np.uint8).reshape(2, 3, 4)
    assert list(picture[0, 0]) == [0, 64, 128, 128]


def test_nothing_is_stained_where_nothing_is_dense() -> None:
    nothing: Mask = np.zeros((20, 30), dtype=np.float32)
    assert set(stained(nothing, (1.0, 1.0, 1.0))) == {0}


@given(st.floats(-2, 3))
def test_more_than_all_is_all(alpha: float) -> None:
    held: Mask = np.full((1, 1), alpha, dtype=np.float32)
    assert stained(held, (1.0, 1.0, 1.0))[3] == round(255 * min(1.0, max(0.0, alpha)))


def test_a_shadow_falls_just_beyond_the_edge() -> None:
    shadow = occlusion(softened(disc(), SCALE), SCALE)
    assert shadow[102, 60] > 0.05
    assert shadow[102, 60] > shadow[17, 60], "lower edges throw more"
    assert shadow[2, 2] < 0.02
    assert shadow.max() <= 1.0


def test_a_window_tells_where_a_point_lies_in_it() -> None:
    window = Window(-0.5, 0.25, 100, 50, 200.0)
    assert window.place((-0.5, 0.25)) == (0.0, 0.0)
    assert window.place((0.0, 0.5)) == (100.0, 50.0)


def test_a_mask_is_read_without_the_padding_of_its_rows() -> None:
    rows = bytes([0, 255, 9, 9, 51, 102, 9, 9])
    mask = mask_from(rows, 2, 2, 4)
    assert np.allclose(mask, [[0.0, 1.0], [0.2, 0.4]])
