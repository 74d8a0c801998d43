"""What a lying body must be, whoever it is and however it lies."""

from collections.abc import Callable

import numpy as np
import pytest

from constructive_rest.figure.interpolation import angle_between, vector
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.sides import Side
from constructive_rest.practice.setup import Arms, HeadSupport, Legs

Build = Callable[..., Mannequin]
BODIES = ("reed", "willow", "oak", "poppy", "cedar")
ON_TORSO = (Arms.RIBS, Arms.HIPS, Arms.CHEST)
ON_THE_BACK = [legs for legs in Legs if legs is not Legs.SIDE]
every_posture = pytest.mark.parametrize(
    ("body", "arms", "legs"),
    [(body, arms, legs) for body in BODIES for arms in Arms for legs in ON_THE_BACK],
)
every_body = pytest.mark.parametrize("body", BODIES)


@every_posture
def test_limbs_keep_their_length(build: Build, body: str, arms: str, legs: str) -> None:
    figure = build(body, arms, legs)
    for arm in figure.arms.values():
        chain = arm.chain
        lengths = [
            np.linalg.norm(chain.middle - chain.root),
            np.linalg.norm(chain.end - chain.middle),
        ]
        assert lengths == pytest.approx([figure.body.upper_arm, figure.body.forearm], abs=2e-3)
    for leg in figure.legs.values():
        chain = leg.chain
        lengths = [
            np.linalg.norm(chain.middle - chain.root),
            np.linalg.norm(chain.end - chain.middle),
        ]
        assert lengths == pytest.approx([figure.body.thigh, figure.body.shin], abs=2e-3)


@every_posture
def test_joints_stay_within_what_a_body_can_do(
    build: Build, body: str, arms: str, legs: str
) -> None:
    figure = build(body, arms, legs)
    for arm in figure.arms.values():
        assert 35 < arm.chain.inner_angle <= 180, "an elbow"
    for leg in figure.legs.values():
        assert 55 < leg.chain.inner_angle < 130, "a knee"
        hip = 180 - angle_between(leg.chain.upper, vector(-1, 0, 0))
        assert 30 < hip < 110, "how far the thigh is lifted"
        assert abs(leg.hinge[2]) > 0.85, "knees hinge as knees do"


@every_posture
def test_nothing_lies_below_the_floor(build: Build, body: str, arms: str, legs: str) -> None:
    lowest = min(float(loft.vertices[..., 1].min()) for loft in build(body, arms, legs).lofts())
    assert lowest >= -1e-9


@every_posture
def test_pelvis_and_ribs_rest_on_the_floor(build: Build, body: str, arms: str, legs: str) -> None:
    figure = build(body, arms, legs)
    for loft in (figure.shirt, figure.seat[0]):
        assert loft.vertices[..., 1].min() == pytest.approx(0.0, abs=1e-9)


@pytest.mark.parametrize("legs", [Legs.FLOOR, Legs.BELT, Legs.TOGETHER])
@every_body
def test_feet_stand_on_the_floor(build: Build, body: str, legs: str) -> None:
    figure = build(body=body, legs=legs)
    for leg in figure.legs.values():
        sole = leg.foot.lofts[0].vertices
        assert sole[..., 1].min() == pytest.approx(0.0, abs=2e-3)
        assert leg.chain.end[1] == pytest.approx(0.039 * figure.body.height, abs=1e-3)


@every_body
def test_calves_lie_on_the_seat_of_a_stool(build: Build, body: str) -> None:
    figure = build(body=body, legs=Legs.CHAIR)
    for leg in figure.legs.values():
        underside = leg.shin.vertices[..., 1].min() / figure.body.scale
        assert underside == pytest.approx(0.452, abs=0.002)
        assert abs(leg.chain.lower[1]) < 0.12, "shins level"
        assert leg.chain.upper[1] > 0.95, "thighs upright"


@pytest.mark.parametrize("arms", [Arms.RIBS, Arms.HIPS, Arms.SIDES])
@every_body
def test_elbows_rest_on_the_floor(build: Build, body: str, arms: str) -> None:
    figure = build(body=body, arms=arms)
    for arm in figure.arms.values():
        assert arm.chain.middle[1] / figure.body.scale < 0.05
        assert arm.upper.vertices[..., 1].min() == pytest.approx(0.0, abs=0.006)


@every_body
def test_crossed_arms_lean_on_the_flanks(build: Build, body: str) -> None:
    figure = build(body=body, arms=Arms.CHEST)
    for arm in figure.arms.values():
        beside = arm.chain.middle
        assert figure.torso.depth_inside(beside[None])[0] == 0.0
        station = -float(beside[0]) / figure.body.scale
        skin = figure.torso.surface(station, np.copysign(np.pi / 2, beside[2]))[0]
        assert abs(beside[2]) - abs(skin[2]) < 0.12


@pytest.mark.parametrize("arms", ON_TORSO)
@every_body
def test_hands_lie_on_the_body(build: Build, body: str, arms: str) -> None:
    figure = build(body=body, arms=arms)
    for arm in figure.arms.values():
        palm = arm.hand.palm.vertices.reshape(-1, 3)
        assert figure.torso.depth_inside(palm).max() < 0.03, "not sunk in"
        near = palm - arm.hand.palm_facing * -0.035 * figure.body.scale
        assert figure.torso.depth_inside(near).max() > 0.0, "not afloat"


@every_body
def test_hands_beside_the_body_lie_palm_up_on_the_floor(build: Build, body: str) -> None:
    for arm in build(body=body, arms=Arms.SIDES).arms.values():
        assert arm.hand.palm.vertices[..., 1].min() < 0.02
        assert arm.hand.palm_facing[1] > 0.9


@pytest.mark.parametrize("arms", [Arms.RIBS, Arms.HIPS, Arms.SIDES])
@every_body
def test_both_sides_mirror_each_other(build: Build, body: str, arms: str) -> None:
    figure = build(body=body, arms=arms)
    for limbs in (figure.arms, figure.legs):
        right, left = (limbs[side].chain for side in Side)
        for joint in ("root", "middle", "end"):
            assert np.allclose(getattr(right, joint) * (1, 1, -1), getattr(left, joint), atol=1e-6)


def test_crossed_hands_lie_one_above_the_other(build: Build) -> None:
    hands = [
        arm.hand.palm.vertices.mean(axis=(0, 1)) for arm in build(arms=Arms.CHEST).arms.values()
    ]
    assert abs(hands[0][0] - hands[1][0]) > 0.04


def test_the_angles_and_the_gap_that_are_taught(build: Build) -> None:
    figure = build()
    chain = figure.legs[Side.RIGHT].chain
    assert chain.inner_angle == pytest.approx(72, abs=1)
    assert angle_between(chain.upper, vector(1, 0, 0)) == pytest.approx(51.4, abs=1)
    assert chain.middle[1] == pytest.approx(0.42, abs=0.01)
    seat = max(float(loft.vertices[..., 0].max()) for loft in figure.seat)
    heel = figure.legs[Side.RIGHT].foot.lofts[0].vertices.reshape(-1, 3)
    gap = float(heel[heel[:, 1] < 0.03][:, 0].min()) - seat
    assert gap == pytest.approx(0.35, rel=0.03)
    assert angle_between(-chain.lower, vector(-1, 0, 0)) == pytest.approx(57, rel=0.03)
    assert chain.middle[1] == pytest.approx(0.42, rel=0.03)
    assert chain.root[1] == pytest.approx(0.09, rel=0.03)
    assert angle_between(figure.head.front, vector(0, 1, 0)) < 2, "the face is level"
    assert figure.support == pytest.approx(0.04)


def test_knees_lean_together_over_wider_feet(build: Build) -> None:
    apart, together = build(legs=Legs.FLOOR), build(legs=Legs.TOGETHER)

    def width(figure: Mannequin, joint: str) -> float:
        right, left = (getattr(figure.legs[side].chain, joint)[2] for side in Side)
        return float(right - left)

    assert width(together, "end") > width(apart, "end") + 0.08
    assert width(together, "middle") < width(apart, "middle") - 0.04
    assert width(together, "middle") > 0.10, "knees touch, and do not cross"


@pytest.mark.parametrize("head", list(HeadSupport))
@every_body
def test_the_skull_lies_at_the_height_of_its_support(build: Build, body: str, head: str) -> None:
    heights = {"book": 0.040, "towel": 0.034, "none": 0.0}
    figure = build(body=body, head=head)
    assert figure.support == pytest.approx(heights[head] * figure.body.scale)


def test_taller_people_are_larger_all_over(build: Build) -> None:
    def size(body: str) -> float:
        points = np.concatenate([v.vertices.reshape(-1, 3) for v in build(body=body).lofts()])
        return float(np.ptp(points[:, 0]))

    assert size("willow") < size("reed") < size("oak")


def test_a_body_without_arms_has_fewer_surfaces(build: Build) -> None:
    figure = build()
    assert len(figure.lofts(arms=False)) == len(figure.lofts()) - 2 * 9
