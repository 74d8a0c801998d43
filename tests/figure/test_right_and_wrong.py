"""The pictures of right and wrong: plainly different, and each what a body can do."""

from collections.abc import Callable, Mapping

import numpy as np
import pytest

from constructive_rest.figure.interpolation import Array, angle_between, vector
from constructive_rest.figure.layers import Panel, Tone
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.sides import Side
from constructive_rest.figure.stage import Stage

Build = Callable[..., Mannequin]
BODIES = ("reed", "willow", "oak", "poppy", "cedar")
POSTURES: Mapping[str, Mapping[str, str]] = {
    "head-low": {"head": "low", "arms": "sides"},
    "head-high": {"head": "high", "arms": "sides"},
    "heels-far": {"legs": "far"},
    "heels-near": {"legs": "near"},
    "knees-out": {"legs": "out", "arms": "sides"},
    "knees-in": {"legs": "in", "arms": "sides"},
    "back-easy": {"trunk": "small-gap"},
    "back-flat": {"trunk": "pressed"},
    "back-arched": {"trunk": "arched"},
    "shoulders-hunched": {"trunk": "hunched"},
}
every_body = pytest.mark.parametrize("body", BODIES)
every_posture = pytest.mark.parametrize("posture", POSTURES)


def lowest(*points: Array) -> float:
    return min(float(part[..., 1].min()) for part in points)


def low_back(figure: Mannequin) -> float:
    """How high the low back is over the floor, metres."""
    rings = figure.shirt.vertices
    station = -rings[..., 0].mean(axis=1) / figure.body.scale
    return max(lowest(ring) for ring in rings[(station > 0.08) & (station < 0.26)])


def face_tilt(figure: Mannequin) -> float:
    """How much higher the chin is than the forehead, metres."""
    chin, forehead = (
        figure.head.on_face(np.array([up]), np.array([0.0]))[0] for up in (-0.10, 0.07)
    )
    return float(chin[1] - forehead[1])


@every_body
@every_posture
def test_limbs_keep_their_length_and_joints_their_limits(
    build: Build, body: str, posture: str
) -> None:
    figure = build(body, **POSTURES[posture])
    for arm in figure.arms.values():
        chain = arm.chain
        assert np.linalg.norm(chain.end - chain.middle) == pytest.approx(
            figure.body.forearm, abs=2e-3
        )
        assert 35 < chain.inner_angle <= 180, "an elbow"
    for leg in figure.legs.values():
        chain = leg.chain
        assert np.linalg.norm(chain.middle - chain.root) == pytest.approx(
            figure.body.thigh, abs=2e-3
        )
        assert np.linalg.norm(chain.end - chain.middle) == pytest.approx(figure.body.shin, abs=2e-3)
        assert 35 < chain.inner_angle < 140, "a knee"
        assert angle_between(leg.foot.toe, chain.lower) < 135, "an ankle"


@every_body
@every_posture
def test_nothing_sinks_into_the_floor_and_the_trunk_rests_on_it(
    build: Build, body: str, posture: str
) -> None:
    figure = build(body, **POSTURES[posture])
    assert lowest(*(loft.vertices for loft in figure.lofts())) >= -1e-9
    ribs = figure.shirt.vertices[figure.shirt.vertices.shape[0] // 2 :]
    assert lowest(ribs) == pytest.approx(0.0, abs=0.004), "shoulder blades and upper ribs"


@every_body
def test_the_chin_is_above_the_forehead_where_the_head_is_too_low(build: Build, body: str) -> None:
    low, level, high = (face_tilt(build(body, head=head)) for head in ("low", "book", "high"))
    assert low > 0.03
    assert abs(level) < 0.025
    assert high < -0.08


@pytest.mark.parametrize("head", ["low", "high"])
@every_body
def test_a_tilted_skull_still_rests_on_what_is_under_it(build: Build, body: str, head: str) -> None:
    figure = build(body, head=head)
    skull = figure.head.lofts(-1.0)[0].vertices
    assert lowest(skull) == pytest.approx(figure.support, abs=0.006)


@every_body
def test_a_raised_chin_comes_close_to_the_throat(build: Build, body: str) -> None:
    def space(head: str) -> float:
        figure = build(body, head=head)
        chin = figure.head.lofts(-1.0)[3].vertices.mean(axis=(0, 1))
        collar = figure.torso.surface(0.53, 0.0)[0]
        return float(np.linalg.norm(chin - collar))

    assert space("high") < space("book") < space("low")


@every_body
def test_heels_slide_away_or_rise(build: Build, body: str) -> None:
    for legs, heel_height, knee in (("far", 0.0, 103), ("floor", 0.0, 72), ("near", 0.062, 47)):
        figure = build(body, legs=legs)
        leg = figure.legs[Side.RIGHT]
        sole = leg.foot.lofts[0].vertices
        heel = sole[:11]
        assert lowest(heel) / figure.body.scale == pytest.approx(heel_height, abs=0.012), legs
        assert lowest(*(loft.vertices for loft in leg.foot.lofts)) == pytest.approx(0, abs=0.003)
        assert leg.chain.inner_angle == pytest.approx(knee, abs=4), legs


@every_body
def test_toes_of_a_lifted_heel_stay_round_on_the_floor(build: Build, body: str) -> None:
    figure = build(body, legs="near")
    for toe in figure.legs[Side.RIGHT].foot.lofts[1:]:
        tip = toe.vertices[len(toe.vertices) // 2 :]
        assert float(np.ptp(tip[..., 1])) > 0.009


@every_body
def test_knees_fall_apart_or_together(build: Build, body: str) -> None:
    def widths(legs: str) -> tuple[float, float]:
        figure = build(body, legs=legs, arms="sides")
        knees, feet = (
            getattr(figure.legs[Side.RIGHT].chain, j)[2]
            - getattr(figure.legs[Side.LEFT].chain, j)[2]
            for j in ("middle", "end")
        )
        return float(knees), float(feet)

    out, over, together = (widths(legs) for legs in ("out", "floor", "in"))
    assert out[0] > out[1] + 0.30
    assert over[0] == pytest.approx(over[1], abs=0.05)
    assert together[0] < together[1] - 0.20
    assert together[0] > 0.09, "they touch, and do not cross"


@every_body
def test_the_low_back_is_pressed_flat_or_forced_up(build: Build, body: str) -> None:
    pressed, easy, arched = (
        low_back(build(body, trunk=trunk)) for trunk in ("pressed", "small-gap", "arched")
    )
    assert pressed < 0.012
    assert 0.015 < easy < 0.045
    assert arched > easy + 0.025


@every_body
def test_a_tucked_pelvis_lifts_its_tail_and_an_arched_one_does_not(build: Build, body: str) -> None:
    tucked, arched = (build(body, trunk=trunk).torso for trunk in ("pressed", "arched"))
    level = vector(-1.0, 0.0, 0.0)
    assert tucked.point(-0.03)[1] > arched.point(-0.03)[1] + 0.02
    assert angle_between(tucked.frame(0.0).up, level) < 20
    assert angle_between(arched.frame(0.0).up, level) < 25


@every_body
def test_hunched_shoulders_come_nearer_to_the_ears(build: Build, body: str) -> None:
    easy, hunched = (build(body, trunk=trunk) for trunk in ("easy", "hunched"))
    near, far = (
        float(np.linalg.norm(f.arms[Side.RIGHT].chain.root - f.head.centre))
        for f in (hunched, easy)
    )
    assert near < far - 0.03 * easy.body.scale
    assert hunched.shirt.vertices[..., 0].min() < easy.shirt.vertices[..., 0].min() - 0.02


@pytest.mark.parametrize("legs", ["floor", "far", "near"])
def test_feet_stand_on_the_mat(set_stage: Callable[..., Stage], legs: str) -> None:
    stage = set_stage({"floor": "heels-right"}.get(legs, f"heels-{legs}"))
    toes = [line[-1][0] for leg in stage.figure.legs.values() for line in leg.foot.toe_lines]
    assert max(toes) < stage.mat.foot_end


def test_a_head_too_high_lies_on_two_books(set_stage: Callable[..., Stage]) -> None:
    def pages(picture: str) -> int:
        layers = set_stage(picture).layers()
        return sum(isinstance(layer, Panel) and layer.tone is Tone.PAGE for layer in layers)

    assert pages("head-low") == 0
    assert pages("head-high") == 2 * pages("head-level")
