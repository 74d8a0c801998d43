import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from constructive_rest.figure.interpolation import vector
from constructive_rest.figure.loft import RING, Loft, Sweep, sweep

UP, RIGHT = vector(0, 1, 0), vector(0, 0, 1)


def tube(count: int = 9, radius: float = 0.1, height: float = 0.5, **more: object) -> Loft:
    centres = np.array([(x, height, 0.0) for x in np.linspace(0, 1, 5)])
    shape = Sweep(centres, UP, RIGHT, np.array((radius, radius * 0.8, radius * 0.6)))
    return sweep(shape, count, **more)  # type: ignore[arg-type]


def test_a_loft_has_as_many_rings_as_asked() -> None:
    assert tube(count=9).vertices.shape == (9, RING, 3)


def test_a_table_longer_than_the_count_is_kept() -> None:
    assert tube(count=3).vertices.shape == (5, RING, 3)


def test_front_back_and_side_have_their_own_reach() -> None:
    ring = tube().vertices[4]
    assert ring[:, 1].max() - 0.5 == pytest.approx(0.1, abs=0.002)
    assert 0.5 - ring[:, 1].min() == pytest.approx(0.08, abs=0.002)
    assert ring[:, 2].max() == pytest.approx(0.06, abs=0.002)


def test_caps_round_the_ends_beyond_the_axis() -> None:
    bare, capped = tube(), tube(caps=(0.05, 0.08))
    assert bare.vertices[..., 0].min() == pytest.approx(0.0)
    assert capped.vertices[..., 0].min() == pytest.approx(-0.05, abs=0.002)
    assert capped.vertices[..., 0].max() == pytest.approx(1.08, abs=0.002)
    assert np.ptp(capped.vertices[0][:, 1]) < 0.1 * np.ptp(capped.vertices[8][:, 1])


@given(st.floats(0.0, 0.6))
def test_nothing_lies_below_the_floor(floor: float) -> None:
    assert tube(floor=floor).vertices[..., 1].min() >= floor


def test_without_a_floor_nothing_is_flattened() -> None:
    assert tube(height=0.0).vertices[..., 1].min() < -0.05


def test_squareness_fills_the_corners() -> None:
    def area(loft: Loft) -> float:
        y, z = loft.vertices[4][:, 1], loft.vertices[4][:, 2]
        return abs(float(np.sum(y * np.roll(z, 1) - z * np.roll(y, 1)))) / 2

    assert area(tube(squareness=0.8)) > area(tube()) * 1.02


def test_shear_leans_the_front_along_the_axis() -> None:
    centres = np.array([(x, 0.0, 0.0) for x in np.linspace(0, 1, 5)])
    shape = Sweep(centres, UP, RIGHT, np.full(3, 0.1), shear=np.full(5, 0.03))
    ring = sweep(shape, 5).vertices[2]
    front, back = ring[np.argmax(ring[:, 1])], ring[np.argmin(ring[:, 1])]
    assert front[0] - back[0] == pytest.approx(0.06, abs=0.002)


def test_radii_may_change_along_the_axis() -> None:
    centres = np.array([(x, 0.0, 0.0) for x in np.linspace(0, 1, 3)])
    radii = np.outer((0.1, 0.2, 0.1), (1.0, 1.0, 1.0))
    rings = sweep(Sweep(centres, UP, RIGHT, radii), 21).vertices
    widths = np.ptp(rings[..., 2], axis=1)
    assert int(np.argmax(widths)) == 10
    assert widths[0] < widths[5] < widths[10]
