import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from constructive_rest.figure import limits
from constructive_rest.figure.interpolation import Array, angle_between, perpendicular, unit, vector
from constructive_rest.figure.kinematics import two_bones
from constructive_rest.figure.pose import Lie

DOWN, AHEAD, OUT = vector(0, -1, 0), vector(1, 0, 0), vector(0, 0, 1)
STANDING = Lie(rise=90).frame()
directions = st.tuples(*(st.floats(-1, 1) for _ in range(3))).map(lambda p: vector(*p))
long_enough = directions.filter(lambda d: float(np.linalg.norm(d)) > 0.2).map(unit)


def test_a_standing_body_has_every_angle_at_nought() -> None:
    assert dict(limits.hip(DOWN, STANDING, 1.0)) == pytest.approx(
        {"hip flexion": 0.0, "hip abduction": 0.0}
    )
    assert dict(limits.between(STANDING, STANDING, "trunk")) == pytest.approx(
        {"trunk flexion": 0.0, "trunk leaning": 0.0, "trunk rotation": 0.0}
    )
    assert dict(limits.ankle(DOWN, AHEAD)) == pytest.approx({"ankle dorsiflexion": 0.0})
    assert dict(limits.wrist(DOWN, DOWN, -OUT, 1.0)) == pytest.approx(
        {"wrist flexion": 0.0, "wrist ulnar deviation": 0.0}
    )


def test_a_thigh_lifted_ahead_is_flexed_and_one_to_the_side_abducted() -> None:
    assert dict(limits.hip(AHEAD, STANDING, 1.0))["hip flexion"] == pytest.approx(90)
    for sign in (1.0, -1.0):
        aside = unit(DOWN + OUT * sign)
        assert dict(limits.hip(aside, STANDING, sign))["hip abduction"] == pytest.approx(45)


@pytest.mark.parametrize("angle", [-30, 20, 60])
def test_a_trunk_bent_forward_is_flexed(angle: float) -> None:
    bent = dict(limits.between(STANDING, Lie(rise=90 + angle).frame(), "trunk"))
    assert bent["trunk flexion"] == pytest.approx(angle)
    assert bent["trunk rotation"] == pytest.approx(0.0, abs=1e-9)


@pytest.mark.parametrize("angle", [-40, 25])
def test_a_trunk_turned_on_its_axis_is_rotated(angle: float) -> None:
    turned = dict(limits.between(Lie().frame(), Lie(roll=angle).frame(), "neck"))
    assert abs(turned["neck rotation"]) == pytest.approx(abs(angle))
    assert turned["neck flexion"] == pytest.approx(0.0, abs=1e-9)


def test_toes_that_point_down_are_below_nought() -> None:
    pointed = dict(limits.ankle(DOWN, unit(AHEAD + DOWN)))["ankle dorsiflexion"]
    assert pointed == pytest.approx(-45)


def test_a_straight_and_a_square_knee() -> None:
    straight = two_bones(vector(0, 1, 0), vector(0, 0.2, 0), (0.4, 0.4), AHEAD)
    assert dict(limits.knee(straight))["knee flexion"] < 4
    square = two_bones(vector(0, 1, 0), vector(-0.4, 0.6, 0), (0.4, 0.4), AHEAD)
    assert dict(limits.knee(square))["knee flexion"] == pytest.approx(90)


@given(long_enough, long_enough, st.sampled_from([1.0, -1.0]))
def test_a_wrist_is_brought_within_its_limits(fingers: Array, aside: Array, sign: float) -> None:
    if not 5 < angle_between(fingers, aside) < 175:
        return
    palm = perpendicular(aside, fingers)
    held, facing = limits.held_wrist(DOWN, fingers, palm, sign)
    assert abs(float(held @ facing)) < 1e-6
    for name, angle in limits.wrist(DOWN, held, facing, sign):
        allowed = limits.LIMITS[name]
        assert allowed.low - 0.5 <= angle <= allowed.high + 0.5


@given(long_enough)
def test_a_foot_is_brought_within_its_limits(toe: Array) -> None:
    if abs(float(toe @ DOWN)) > 0.999:
        return
    instep = perpendicular(-DOWN, toe)
    held, top = limits.held_foot(DOWN, toe, instep)
    (angle,) = dict(limits.ankle(DOWN, held)).values()
    allowed = limits.LIMITS["ankle dorsiflexion"]
    assert allowed.low - 0.5 <= angle <= allowed.high + 0.5
    assert abs(float(held @ top)) < 1e-6


def test_what_is_within_its_limits_stays() -> None:
    held, facing = limits.held_wrist(DOWN, DOWN, -OUT, 1.0)
    assert np.allclose(held, DOWN)
    assert np.allclose(facing, -OUT)
    assert limits.Range(-10, 20).hold(50) == 20
