from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np
import pytest

from constructive_rest.figure.body import Body
from constructive_rest.figure.interpolation import angle_between, vector
from constructive_rest.figure.leg import Leg, build_leg
from constructive_rest.figure.loft import Mesh
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.pose import LegContact
from constructive_rest.figure.reaching import foot_goal, reach_leg
from constructive_rest.figure.sides import Side
from constructive_rest.figure.torso import Torso

Build = Callable[..., Mannequin]
HEAD, CEILING = vector(-1, 0, 0), vector(0, 1, 0)
BENT = LegContact(
    vector(0.4895, 0.0663, 0.095), vector(0, 1, 0), vector(1, 0, 0.05), vector(0, 1, 0), 0.0
)


def leg(body: Body, contact: LegContact = BENT, side: Side = Side.RIGHT) -> Leg:
    torso = Torso(body, vector(0, 0.0905 * body.scale, 0), HEAD, CEILING, HEAD, CEILING)
    return build_leg(body, side, reach_leg(body, torso, side, foot_goal(body, contact)), Mesh())


@pytest.mark.parametrize("gap", [0.30, 0.35, 0.40])
def test_heels_nearer_to_the_pelvis_fold_the_knee_more(
    bodies: Mapping[str, Body], gap: float
) -> None:
    """Knee angles for a heel gap: 64, 72 and 81 degrees at a height of 1.70 m (our judgement)."""
    wanted = {0.30: 64, 0.35: 72, 0.40: 81}[gap]
    moved = replace(BENT, ankle=BENT.ankle + vector(gap - 0.35, 0, 0))
    assert leg(bodies["reed"], moved).chain.inner_angle == pytest.approx(wanted, abs=1.5)


def test_the_knee_points_up_and_over_the_foot(bodies: Mapping[str, Body]) -> None:
    for body in bodies.values():
        made = leg(body)
        assert made.chain.middle[1] > 0.35
        assert made.chain.middle[2] == pytest.approx(made.chain.end[2], abs=0.02)


def test_a_knee_hint_leans_the_knee(bodies: Mapping[str, Body]) -> None:
    leaning = replace(BENT, knee=vector(0, 1, -0.3))
    straight, inward = leg(bodies["reed"]), leg(bodies["reed"], leaning)
    assert inward.chain.middle[2] < straight.chain.middle[2] - 0.06


@pytest.mark.parametrize("legs", ["floor", "chair", "belt", "together"])
def test_the_fronts_of_thigh_and_shin_look_out_of_the_bend(build: Build, legs: str) -> None:
    for made in build(legs=legs).legs.values():
        outward = made.chain.middle - (made.chain.root + made.chain.end) / 2
        assert np.dot(made.thigh_front, outward) > 0
        assert np.dot(made.shin_front, outward) > 0
        assert angle_between(made.thigh_front, made.chain.upper) == pytest.approx(90, abs=0.01)
        assert angle_between(made.shin_front, made.chain.lower) == pytest.approx(90, abs=0.01)


def test_the_calf_bulges_at_the_back(bodies: Mapping[str, Body]) -> None:
    made = leg(bodies["reed"])
    ring = made.shin.vertices[9] - made.shin.vertices[9].mean(axis=0)
    reach = ring @ made.shin_front
    centre = made.chain.middle + made.chain.lower * 0.3 * bodies["reed"].shin
    whole = (made.shin.vertices.reshape(-1, 3) - centre) @ made.shin_front
    assert reach.max() > 0
    assert -whole.min() > whole.max() * 0.9


def test_trousers_end_at_the_cuff(bodies: Mapping[str, Body]) -> None:
    for body in bodies.values():
        made = leg(body)
        along = (made.shin.vertices.mean(axis=1) - made.chain.middle) @ made.chain.lower
        assert along.max() / body.shin == pytest.approx(body.cuff, abs=0.02)


def test_toes_turn_out_a_little_on_both_sides(bodies: Mapping[str, Body]) -> None:
    for side in Side:
        mirrored = replace(
            BENT, ankle=BENT.ankle * (1, 1, side.sign), toe=BENT.toe * (1, 1, side.sign)
        )
        foot = leg(bodies["reed"], mirrored, side).foot
        assert foot.toe[2] * side.sign > 0
        assert foot.outer[2] * side.sign > 0.9


def test_what_the_shin_rests_on_presses_it_flat(bodies: Mapping[str, Body]) -> None:
    raised = replace(
        BENT,
        ankle=vector(0.5, 0.5, 0.085),
        toe=vector(0.3, 1, 0.05),
        instep=vector(-1, 0.3, 0),
        rest=0.452,
    )
    made = leg(bodies["oak"], raised)
    seat = 0.452 * bodies["oak"].scale
    assert made.shin.vertices[..., 1].min() == pytest.approx(seat)
    assert made.foot.lofts[0].vertices[..., 1].min() >= seat - 1e-9
    assert made.thigh.vertices[..., 1].min() < seat, "the thigh hangs free"
