import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from constructive_rest.figure.interpolation import (
    Array,
    angle_between,
    pchip,
    perpendicular,
    smooth_step,
    unit,
    vector,
)

numbers = st.floats(-2.0, 2.0, allow_nan=False)
points = st.tuples(numbers, numbers, numbers).map(lambda p: vector(*p))
directions = points.filter(lambda p: float(np.linalg.norm(p)) > 0.05)


@st.composite
def tables(draw: st.DrawFn) -> tuple[Array, Array]:
    """Rising knots and a value at each."""
    steps = draw(st.lists(st.floats(0.05, 1.0), min_size=2, max_size=8))
    values = draw(st.lists(numbers, min_size=len(steps), max_size=len(steps)))
    return np.cumsum(np.array(steps)), np.array(values)


@given(directions)
def test_unit_has_length_one_and_the_same_way(direction: Array) -> None:
    result = unit(direction)
    assert np.linalg.norm(result) == pytest.approx(1.0)
    assert np.dot(result, direction) > 0


def test_unit_of_nothing_is_nothing() -> None:
    assert np.linalg.norm(unit(vector(0, 0, 0))) < 1e-6


@given(directions, directions)
def test_perpendicular_stands_at_a_right_angle(value: Array, axis: Array) -> None:
    if angle_between(value, axis) < 1 or angle_between(value, axis) > 179:
        return
    result = perpendicular(value, axis)
    assert abs(np.dot(result, unit(axis))) < 1e-6
    assert np.dot(result, value) > 0


@given(directions, directions)
def test_angle_does_not_depend_on_the_order(first: Array, second: Array) -> None:
    assert angle_between(first, second) == pytest.approx(angle_between(second, first), abs=1e-4)


def test_angles_of_known_directions() -> None:
    assert angle_between(vector(1, 0, 0), vector(0, 3, 0)) == pytest.approx(90)
    assert angle_between(vector(1, 0, 0), vector(-2, 0, 0)) == pytest.approx(180)
    assert angle_between(vector(1, 1, 0), vector(1, 0, 0)) == pytest.approx(45)


@given(st.floats(-3, 3), st.floats(0, 1))
def test_smooth_step_rises_from_nothing_to_one(at: float, more: float) -> None:
    low, high = smooth_step(np.array([at, at + more]))
    assert 0.0 <= low <= high <= 1.0


def test_smooth_step_keeps_its_ends() -> None:
    assert list(smooth_step(np.array([-1.0, 0.0, 0.5, 1.0, 9.0]))) == [0, 0, 0.5, 1, 1]


@given(tables())
def test_pchip_meets_every_knot(table: tuple[Array, Array]) -> None:
    knots, values = table
    assert np.allclose(pchip(knots, values, knots), values, atol=1e-9)


@given(tables(), st.floats(0, 1))
def test_pchip_never_overshoots_its_neighbours(table: tuple[Array, Array], share: float) -> None:
    knots, values = table
    for index in range(len(knots) - 1):
        low, high = sorted((values[index], values[index + 1]))
        at = knots[index] + share * (knots[index + 1] - knots[index])
        inner = 0 < index < len(knots) - 2
        value = float(pchip(knots, values, np.array([at]))[0])
        if inner:
            assert low - 1e-9 <= value <= high + 1e-9


def test_pchip_of_a_straight_line_is_that_line() -> None:
    knots = np.array([0.0, 0.3, 1.0])
    at = np.linspace(0, 1, 11)
    assert np.allclose(pchip(knots, knots * 2 + 1, at), at * 2 + 1)


def test_pchip_works_on_points() -> None:
    knots = np.array([0.0, 1.0, 2.0])
    path = np.array([(0.0, 0.0), (1.0, 0.0), (1.0, 1.0)])
    assert pchip(knots, path, np.array([0.5, 1.5])).shape == (2, 2)
