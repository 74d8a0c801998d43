import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from constructive_rest.figure.camera import Camera
from constructive_rest.figure.depth import CELL, field, overlap
from constructive_rest.figure.interpolation import vector
from constructive_rest.figure.loft import Loft, Sweep, sweep

FRONT = Camera(0, 0)


def tube(depth: float, start: float = 0.0, length: float = 0.5, radius: float = 0.05) -> Loft:
    """Along x, its axis `depth` metres toward the viewer of FRONT."""
    centres = np.array([(x, 0.0, depth) for x in np.linspace(start, start + length, 4)])
    return sweep(Sweep(centres, vector(0, 1, 0), vector(0, 0, 1), np.full(3, radius)), 8)


def test_a_field_tells_how_near_the_surface_is() -> None:
    found = field([tube(0.2)], FRONT)
    there, beside = found.at(np.array([(0.25, 0.0), (0.25, 0.2)]))
    assert there == pytest.approx(0.25, abs=0.004)
    assert beside == -np.inf


def test_the_nearest_of_several_surfaces_counts() -> None:
    found = field([tube(0.0), tube(0.4)], FRONT)
    assert found.at(np.array([(0.25, 0.0)]))[0] == pytest.approx(0.45, abs=0.004)


@settings(max_examples=30, deadline=None)
@given(st.floats(-180, 180), st.floats(-20, 90))
def test_a_field_has_next_to_no_holes(yaw: float, pitch: float) -> None:
    covered = np.isfinite(field([tube(0.0)], Camera(yaw, pitch)).near)
    inner = covered[1:-1, 1:-1]
    around = covered[:-2, 1:-1] & covered[2:, 1:-1] & covered[1:-1, :-2] & covered[1:-1, 2:]
    assert (around & ~inner).sum() == 0


@settings(max_examples=30, deadline=None)
@given(st.floats(-0.4, 0.4), st.floats(-0.4, 0.4))
def test_the_nearer_of_two_lies_before_the_other(first: float, second: float) -> None:
    found = overlap(field([tube(first)], FRONT), field([tube(second)], FRONT))
    assert (found.before > 0) == (first > second + 0.004) or abs(first - second) < 0.006
    assert (found.behind > 0) == (second > first + 0.004) or abs(first - second) < 0.006


def test_air_between_is_told_from_a_touch() -> None:
    touching = overlap(field([tube(0.02)], FRONT), field([tube(0.0)], FRONT))
    apart = overlap(field([tube(0.12)], FRONT), field([tube(0.0)], FRONT))
    assert touching.before > 0
    assert touching.apart == 0
    assert apart.apart == apart.before > 0


def test_surfaces_beside_each_other_do_not_overlap() -> None:
    found = overlap(field([tube(0.0)], FRONT), field([tube(0.2, start=0.6)], FRONT))
    assert (found.before, found.behind, found.apart) == (0, 0, 0)


def test_what_is_near_a_joint_is_spared() -> None:
    one, two = field([tube(0.1)], FRONT), field([tube(0.0, start=0.3)], FRONT)
    whole = overlap(one, two)
    part = overlap(one, two, (np.array((0.3, 0.0)), 0.1))
    assert 0 < part.before < whole.before
    assert overlap(one, two, (np.array((0.4, 0.0)), 0.5)).before == 0


def test_cells_are_counted_by_their_area() -> None:
    found = overlap(field([tube(0.2)], FRONT), field([tube(0.0)], FRONT))
    assert found.before * CELL * CELL == pytest.approx(0.5 * 0.1, rel=0.15)
