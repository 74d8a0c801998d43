import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from constructive_rest.figure.shades import (
    Coverage,
    Look,
    Mask,
    Window,
    blur,
    lit,
    mask_from,
    moved,
    occlusion,
    ramp,
    softened,
    stained,
)

SCALE = 500.0
LOOK = Look((0.5, 0.5, 0.5), (0.6, 0.6, 0.6), (0.1, 0.1, 0.1), (1.0, 1.0, 1.0), 1.0, 1.0)
PLAIN = Look((0.5, 0.5, 0.5), (0.5, 0.5, 0.5), (0.1, 0.1, 0.1), (1.0, 1.0, 1.0), 0.0, 0.0)


def disc(size: int = 120, radius: float = 40) -> Mask:
    y, x = np.mgrid[:size, :size]
    mask: Mask = ((x - size / 2) ** 2 + (y - size / 2) ** 2 < radius**2).astype(np.float32)
    return mask


def pixels(data: bytes, mask: Mask) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    return np.frombuffer(data, dtype=np.uint8).reshape(*mask.shape, 4)


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
    mask = disc()
    picture = pixels(lit(softened(mask, SCALE), LOOK, SCALE, mask, 1.0), mask)
    top, middle, bottom = (int(picture[row, 60, 0]) for row in (27, 60, 95))
    assert top > middle > bottom


def test_light_comes_a_little_from_the_left() -> None:
    mask = disc()
    picture = pixels(lit(softened(mask, SCALE), LOOK, SCALE, mask, 1.0), mask)
    assert int(picture[60, 25, 1]) > int(picture[60, 95, 1])


def test_without_shade_a_region_has_one_colour() -> None:
    mask = disc()
    picture = pixels(lit(softened(mask, SCALE), PLAIN, SCALE, mask, 1.0), mask)
    assert set(picture[mask > 0][:, 0]) == {128}


def test_pixels_are_premultiplied_and_ordered_blue_green_red() -> None:
    half: Mask = np.full((2, 3), 0.5, dtype=np.float32)
    picture = pixels(stained(half, (1.0, 0.5, 0.0)), half)
    assert list(picture[0, 0]) == [0, 64, 128, 128]


def test_nothing_is_drawn_outside_of_a_mask() -> None:
    mask = disc()
    picture = pixels(lit(softened(mask, SCALE), LOOK, SCALE, mask, 1.0), mask)
    assert picture[mask == 0].sum() == 0


def test_an_empty_region_is_drawn_without_complaint() -> None:
    mask: Mask = np.zeros((20, 30), dtype=np.float32)
    assert pixels(lit(softened(mask, SCALE), LOOK, SCALE, mask, 1.0), mask).sum() == 0


def test_a_shadow_falls_only_on_what_is_there() -> None:
    mask, covered = disc(), np.zeros((120, 120), dtype=np.float32)
    covered[:, :60] = 1.0
    shadow = occlusion(softened(mask, SCALE), covered, SCALE, 1.0)
    assert shadow[:, 60:].sum() == 0
    assert shadow[100:112, 40:60].max() > 0.05, "just beyond the disc's edge"


@given(st.floats(0, 1), st.floats(0, 1))
@settings(max_examples=20)
def test_a_stronger_shadow_is_darker(first: float, second: float) -> None:
    mask, covered = disc(), np.ones((120, 120), dtype=np.float32)
    weak, strong = sorted((first, second))
    soft = softened(mask, SCALE)
    difference = occlusion(soft, covered, SCALE, strong) - occlusion(soft, covered, SCALE, weak)
    assert difference.min() >= -1e-6


def test_coverage_remembers_the_most_that_was_drawn() -> None:
    coverage = Coverage(40, 30, 5)
    window = Window(-3, 2, 6, 4)
    coverage.add(window, np.full((4, 6), 0.5, dtype=np.float32))
    coverage.add(Window(0, 0, 10, 10), np.full((10, 10), 0.3, dtype=np.float32))
    assert coverage.within(window).min() == np.float32(0.5)
    assert coverage.within(Window(4, 0, 6, 10)).max() == np.float32(0.3)
    assert coverage.within(Window(20, 20, 5, 5)).sum() == 0


def test_a_mask_is_read_without_the_padding_of_its_rows() -> None:
    rows = bytes([0, 255, 9, 9, 51, 102, 9, 9])
    mask = mask_from(rows, 2, 2, 4)
    assert np.allclose(mask, [[0.0, 1.0], [0.2, 0.4]])
