from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np
import pytest

from constructive_rest.figure.arm import Arm, build_arm
from constructive_rest.figure.body import Body
from constructive_rest.figure.interpolation import angle_between, unit, vector
from constructive_rest.figure.loft import Mesh
from constructive_rest.figure.mannequin import Mannequin
from constructive_rest.figure.pose import HandOnFloor, HandOnTorso
from constructive_rest.figure.reaching import hand_goal, reach_arm
from constructive_rest.figure.sides import Side
from constructive_rest.figure.torso import Torso

Build = Callable[..., Mannequin]
HEAD, CEILING = vector(-1, 0, 0), vector(0, 1, 0)
BESIDE = HandOnFloor(
    vector(0.035, 0.026, 0.312), vector(1, -0.02, 0.1), vector(0, 1, -0.25), 0.039, 14
)
ON_RIBS = HandOnTorso(0.232, 0.80, -0.06, -1.0, 0.02, 0.01, 0.039, 12)


@pytest.fixture(scope="module")
def reed(bodies: Mapping[str, Body]) -> Body:
    return bodies["reed"]


def arm(body: Body, contact: HandOnFloor | HandOnTorso, side: Side = Side.RIGHT) -> Arm:
    torso = Torso(body, vector(0, 0.0905 * body.scale, 0), HEAD, CEILING, HEAD, CEILING)
    goal = hand_goal(body, torso, {}, side, contact)
    return build_arm(body, torso, side, reach_arm(body, torso, side, goal), Mesh())


def test_a_wrist_on_the_floor_is_where_it_was_put(reed: Body) -> None:
    wrist = arm(reed, BESIDE).chain.end
    assert np.allclose(wrist[[0, 2]], BESIDE.wrist[[0, 2]], atol=1e-6)
    assert wrist[1] == pytest.approx(BESIDE.wrist[1], abs=0.012), "as high as the hand is thick"


def test_a_wrist_moves_out_with_broader_shoulders(reed: Body) -> None:
    broad = replace(reed, shoulder=1.1)
    assert arm(broad, BESIDE).chain.end[2] == pytest.approx(0.312 * 1.1, abs=1e-6)


def test_a_palm_stands_square_to_the_fingers(reed: Body) -> None:
    for contact in (BESIDE, ON_RIBS):
        hand = arm(reed, contact).hand
        palm_line = unit(hand.palm.vertices[-1].mean(axis=0) - hand.palm.vertices[0].mean(axis=0))
        assert angle_between(palm_line, hand.palm_facing) == pytest.approx(90, abs=6)


def test_the_hand_follows_the_trunk_of_each_body(bodies: Mapping[str, Body]) -> None:
    """One contact target serves every body: a larger belly lifts the hand that lies on it."""
    low = replace(ON_RIBS, station=0.15)
    flat, round_ = bodies["reed"], replace(bodies["reed"], belly=0.05)
    lifted = arm(round_, low).hand.palm.vertices[..., 1].mean()
    assert lifted > arm(flat, low).hand.palm.vertices[..., 1].mean() + 0.02


def test_thumbs_of_both_hands_on_the_ribs_point_to_the_head(reed: Body) -> None:
    for side in Side:
        hand = arm(reed, ON_RIBS, side).hand
        assert hand.thumb_line[-1][0] < hand.finger_lines[1][0][0]


def test_fingers_on_the_ribs_point_to_the_middle(reed: Body) -> None:
    for side in Side:
        line = arm(reed, ON_RIBS, side).hand.finger_lines[1]
        assert abs(line[-1][2]) < abs(line[0][2])
        assert line[-1][2] * side.sign > -0.02, "hands do not clasp"


def test_a_sleeve_ends_where_the_body_wears_it(bodies: Mapping[str, Body]) -> None:
    for body in bodies.values():
        made = arm(body, BESIDE)
        along = (made.sleeve.vertices.mean(axis=1) - made.chain.root) @ made.chain.upper
        assert along.max() / body.upper_arm == pytest.approx(body.sleeve, abs=0.02)


def test_a_sleeve_is_wider_than_its_arm(build: Build) -> None:
    for body in ("reed", "willow", "oak", "poppy", "cedar"):
        for made in build(body=body, arms="sides").arms.values():
            sleeve = np.ptp(made.sleeve.vertices[-1] @ made.hand.palm_facing)
            skin = np.ptp(made.upper.vertices[3] @ made.hand.palm_facing)
            assert sleeve > skin


def test_the_forearm_tapers_to_the_wrist(reed: Body) -> None:
    rings = arm(reed, ON_RIBS).fore.vertices
    spans = [float(np.linalg.norm(ring - ring.mean(axis=0), axis=1).max()) for ring in rings]
    assert spans[-3] < 0.75 * max(spans)


def test_the_arm_runs_on_from_bone_to_bone(build: Build) -> None:
    for arms in ("ribs", "sides", "chest", "hips"):
        for made in build(arms=arms).arms.values():
            wrist = made.hand.palm.vertices[0].mean(axis=0)
            assert np.linalg.norm(wrist - made.chain.end) < 0.02
            elbow = made.fore.vertices[5].mean(axis=0)
            assert np.linalg.norm(elbow - made.chain.middle) < 0.03
