from collections.abc import Mapping
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from constructive_rest.figure.body import Body
from constructive_rest.figure.interpolation import Array, vector
from constructive_rest.figure.loft import Mesh
from constructive_rest.figure.torso import Torso

HEAD, CEILING = vector(-1, 0, 0), vector(0, 1, 0)
stations = st.floats(-0.03, 0.5)
angles = st.floats(-3.1, 3.1)


@pytest.fixture(scope="module")
def torso(bodies: Mapping[str, Body]) -> Torso:
    return lying(bodies["reed"])


def lying(body: Body, chest_up: Array = HEAD) -> Torso:
    return Torso(body, vector(0, 0.09, 0), HEAD, CEILING, chest_up, CEILING)


@given(station=stations)
def test_directions_stand_square(torso: Torso, station: float) -> None:
    frame = torso.frame(station)
    axes = np.stack([frame.up, frame.front, frame.right])
    assert np.allclose(axes @ axes.T, np.eye(3), atol=1e-9)
    assert np.allclose(frame.right, (0, 0, 1), atol=1e-9), "z is the body's right"


@given(station=stations)
def test_stations_are_metres_up_the_spine(torso: Torso, station: float) -> None:
    assert torso.point(station)[0] == pytest.approx(-station, abs=0.003)


@given(station=stations, angle=angles, out=st.floats(0.005, 0.05))
def test_what_lies_over_the_skin_is_outside(
    torso: Torso, station: float, angle: float, out: float
) -> None:
    point, normal = torso.surface(station, angle, out)
    assert np.linalg.norm(normal) == pytest.approx(1.0)
    assert torso.depth_inside(point[None])[0] < 0.004


@given(station=st.floats(0.0, 0.45), angle=angles)
def test_what_lies_under_the_skin_is_inside(torso: Torso, station: float, angle: float) -> None:
    middle, skin = torso.point(station), torso.surface(station, angle)[0]
    assert torso.depth_inside((middle + 0.5 * (skin - middle))[None])[0] > 0.02


def test_the_front_is_up_and_the_right_is_right(torso: Torso) -> None:
    front, _ = torso.surface(0.3, 0.0)
    right, _ = torso.surface(0.3, np.pi / 2)
    back, _ = torso.surface(0.3, np.pi)
    assert front[1] > 0.18 > back[1]
    assert right[2] == pytest.approx(0.148, abs=0.01)


def test_weight_flattens_the_back_on_the_floor(torso: Torso) -> None:
    ribs = torso.tube((0.05, 0.55), 0.006, 30, mesh=Mesh()).vertices
    assert ribs[..., 1].min() == 0.0
    assert (ribs[..., 1] == 0.0).sum() > 10


def test_a_larger_belly_rises_higher(bodies: Mapping[str, Body]) -> None:
    reed, oak = (lying(bodies[key]).surface(0.16, 0.0)[0][1] for key in ("reed", "oak"))
    assert oak > reed + 0.02


def test_a_bent_spine_keeps_its_length(bodies: Mapping[str, Body]) -> None:
    bent = lying(bodies["reed"], vector(-0.8, 0.6, 0.0))
    steps = [bent.point(float(q)) for q in np.linspace(0, 0.5, 200)]
    length = sum(np.linalg.norm(b - a) for a, b in pairwise(steps))
    assert length == pytest.approx(0.5, abs=0.005)
    assert bent.point(0.5)[1] > 0.2, "the chest has risen"


def test_the_near_side_is_the_one_that_is_seen(torso: Torso) -> None:
    right, left = torso.surface(0.3, 1.0, 0.01)[0], torso.surface(0.3, -1.0, 0.01)[0]
    from_the_right = torso.on_near_side(np.stack([right, left]), vector(0, 0.087, 0.996))
    assert list(from_the_right) == [True, False]
    from_above = torso.on_near_side(np.stack([right, left]), CEILING)
    assert list(from_above) == [True, True]


def test_the_seat_rests_on_the_floor_on_both_sides(torso: Torso) -> None:
    right, left = (torso.buttock(sign, Mesh()).vertices for sign in (1.0, -1.0))
    assert right[..., 1].min() == left[..., 1].min() == 0.0
    assert np.allclose(right[..., 2].max(), -left[..., 2].min())
