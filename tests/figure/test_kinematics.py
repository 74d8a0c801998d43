import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from constructive_rest.figure.interpolation import Array, angle_between, unit, vector
from constructive_rest.figure.kinematics import (
    Chain,
    swung,
    swung_clear,
    two_bones,
    two_bones_resting,
)

bones = st.floats(0.15, 0.6)
coordinates = st.floats(-1.2, 1.2)
targets = st.tuples(coordinates, coordinates, coordinates).map(lambda p: vector(*p))
ROOT, UP = vector(0.0, 0.1, 0.0), vector(0.05, 1.0, 0.02)


def lengths(chain: Chain) -> tuple[float, float]:
    return (
        float(np.linalg.norm(chain.middle - chain.root)),
        float(np.linalg.norm(chain.end - chain.middle)),
    )


def reachable(target: Array, first: float, second: float) -> bool:
    distance = float(np.linalg.norm(target - ROOT))
    return abs(first - second) * 1.01 < distance < (first + second) * 0.99


def far_from_bulge(target: Array) -> bool:
    return 5 < angle_between(target - ROOT, UP) < 175


@given(targets, bones, bones)
def test_bones_keep_their_length(target: Array, first: float, second: float) -> None:
    if np.linalg.norm(target - ROOT) < 0.05 or not far_from_bulge(target):
        return
    chain = two_bones(ROOT, target, (first, second), UP)
    assert lengths(chain) == pytest.approx((first, second), abs=1e-3)


@given(targets, bones, bones)
def test_what_can_be_reached_is_reached(target: Array, first: float, second: float) -> None:
    if not reachable(target, first, second) or not far_from_bulge(target):
        return
    chain = two_bones(ROOT, target, (first, second), UP)
    assert np.allclose(chain.end, target, atol=1e-6)


@given(targets.filter(lambda t: float(np.linalg.norm(t)) > 0.9))
def test_what_is_too_far_is_pointed_at(target: Array) -> None:
    if not far_from_bulge(target):
        return
    chain = two_bones(ROOT, target, (0.2, 0.2), UP)
    assert angle_between(chain.end - ROOT, target - ROOT) < 0.1
    assert np.linalg.norm(chain.end - ROOT) <= 0.4
    assert chain.inner_angle > 175


def test_what_is_too_near_keeps_both_bones_whole() -> None:
    chain = two_bones(ROOT, ROOT + vector(0.01, 0, 0), (0.4, 0.2), UP)
    assert lengths(chain) == pytest.approx((0.4, 0.2), abs=1e-3)


@given(targets)
def test_the_middle_bulges_where_it_is_told_to(target: Array) -> None:
    if not reachable(target, 0.4, 0.4) or not far_from_bulge(target):
        return
    chain = two_bones(ROOT, target, (0.4, 0.4), UP)
    straight = (chain.root + chain.end) / 2
    assert np.dot(chain.middle - straight, UP) > 0


def test_the_inner_angle_of_a_straight_and_of_a_square_limb() -> None:
    straight = Chain(vector(0, 0, 0), vector(1, 0, 0), vector(2, 0, 0))
    square = Chain(vector(0, 0, 0), vector(1, 0, 0), vector(1, 1, 0))
    assert straight.inner_angle == pytest.approx(180)
    assert square.inner_angle == pytest.approx(90)


def nowhere(joints: Array, end: Array) -> Array:
    return np.zeros(len(joints))


@given(st.floats(0.1, 0.3), st.floats(0.05, 0.14), st.floats(0.04, 0.08))
def test_a_resting_elbow_lies_at_its_height(x: float, y: float, height: float) -> None:
    shoulder, wrist = vector(-0.4, 0.08, 0.17), vector(-0.4 + x, y, 0.17)
    chain = two_bones_resting(shoulder, wrist, (0.31, 0.25), vector(0, 0, 1), height, nowhere)
    assert lengths(chain) == pytest.approx((0.31, 0.25), abs=1e-3)
    assert chain.middle[1] == pytest.approx(height, abs=0.02)
    assert chain.middle[2] > 0.17, "the elbow goes outward"


def test_a_resting_elbow_stays_out_of_the_torso() -> None:
    def trunk(joints: Array, end: Array) -> Array:
        return np.maximum(0.0, 0.22 - joints[:, 2])

    shoulder, wrist = vector(-0.4, 0.08, 0.24), vector(-0.25, 0.2, 0.23)
    outward = unit(vector(0, -1, 0.2))
    free = two_bones_resting(shoulder, wrist, (0.31, 0.25), outward, 0.0, nowhere)
    pushed = two_bones_resting(shoulder, wrist, (0.31, 0.25), outward, 0.0, trunk)
    assert pushed.middle[2] >= free.middle[2]
    assert trunk(pushed.middle[None], wrist)[0] == 0.0


def test_a_limb_swings_about_the_line_from_root_to_end_and_keeps_its_bones() -> None:
    chain = two_bones(ROOT, vector(0.4, 0.2, 0.1), (0.31, 0.25), UP)
    turned = swung(chain, 0.7)
    assert lengths(turned) == pytest.approx(lengths(chain))
    assert np.allclose(turned.end, chain.end)
    assert angle_between(turned.bulge, chain.bulge) == pytest.approx(np.degrees(0.7))


def test_a_limb_swings_clear_as_little_as_it_must() -> None:
    chain = two_bones(ROOT, vector(0.4, 0.1, 0.0), (0.31, 0.25), vector(0, -1, 0.05))

    def below(tried: Chain) -> float:
        return max(0.0, 0.1 - float(tried.middle[1]))

    assert below(chain) > 0.1
    clear = swung_clear(chain, below, 0.002)
    assert below(clear) <= 0.002
    assert 80 < angle_between(clear.bulge, chain.bulge) < 100
    assert swung_clear(clear, below, 0.002) is clear


def test_a_limb_that_cannot_be_clear_hides_least() -> None:
    chain = two_bones(ROOT, vector(0.4, 0.1, 0.0), (0.31, 0.25), vector(0, -1, 0.05))
    least = swung_clear(chain, lambda tried: 1.0 - float(tried.middle[1]), 0.0)
    assert least.middle[1] > chain.middle[1] + 0.2


def test_a_joint_bends_no_further_than_its_narrowest() -> None:
    chain = two_bones(ROOT, ROOT + vector(0.05, 0, 0), (0.4, 0.4), UP, narrowest=30.0)
    assert chain.inner_angle == pytest.approx(30.0)
    assert lengths(chain) == pytest.approx((0.4, 0.4))
