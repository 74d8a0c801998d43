import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from constructive_rest.figure.interpolation import Array, vector
from constructive_rest.figure.pose import Lie

degrees = st.floats(-180, 180)


@pytest.mark.parametrize(
    ("lie", "up", "front", "right"),
    [
        (Lie(), (-1, 0, 0), (0, 1, 0), (0, 0, 1)),
        (Lie(rise=90), (0, 1, 0), (1, 0, 0), (0, 0, 1)),
        (Lie(roll=90), (-1, 0, 0), (0, 0, 1), (0, -1, 0)),
        (Lie(roll=180), (-1, 0, 0), (0, -1, 0), (0, 0, -1)),
        (Lie(rise=90, turn=90), (0, 1, 0), (0, 0, 1), (-1, 0, 0)),
    ],
)
def test_angles_say_what_they_promise(lie: Lie, up: Array, front: Array, right: Array) -> None:
    frame = lie.frame()
    assert np.allclose(frame.up, up)
    assert np.allclose(frame.front, front)
    assert np.allclose(frame.right, right)


def test_a_sunken_head_end_points_down() -> None:
    assert Lie(rise=-30).frame().up[1] == pytest.approx(-math.sin(math.radians(30)))


@given(degrees, degrees, degrees)
def test_every_lie_is_three_square_directions(rise: float, roll: float, turn: float) -> None:
    frame = Lie(rise, roll, turn).frame()
    whole = np.stack([frame.up, frame.front, frame.right])
    assert np.allclose(whole @ whole.T, np.eye(3))
    assert np.allclose(np.cross(frame.front, frame.up), frame.right)


@given(degrees)
def test_a_swing_about_the_vertical_lifts_nothing(turn: float) -> None:
    assert float(Lie(rise=40, turn=turn).frame().up @ vector(0, 1, 0)) == pytest.approx(
        math.sin(math.radians(40))
    )
