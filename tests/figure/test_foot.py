import numpy as np
import pytest

from constructive_rest.figure.foot import Foot, Stance, build_foot
from constructive_rest.figure.interpolation import vector
from constructive_rest.figure.loft import Mesh

ANKLE = vector(0.49, 0.0663, 0.095)
LENGTH = 0.258


def foot(outer: float = 1.0, length: float = LENGTH) -> Foot:
    stance = Stance(ANKLE, vector(1, 0, 0), vector(0, 1, 0), vector(0, 0, outer))
    return build_foot(stance, length, Mesh())


def test_a_foot_is_as_long_as_asked() -> None:
    every = np.concatenate([loft.vertices.reshape(-1, 3) for loft in foot().lofts])
    assert np.ptp(every[:, 0]) == pytest.approx(LENGTH, abs=0.012)


def test_heel_and_ball_stand_on_the_floor() -> None:
    sole = foot().lofts[0].vertices.reshape(-1, 3)
    touching = sole[sole[:, 1] < 0.004][:, 0] - ANKLE[0]
    assert touching.min() < -0.02, "the heel"
    assert touching.max() > 0.12, "the ball"
    assert sole[:, 1].min() >= 0.0


def test_there_are_five_toes_and_the_big_one_is_inside_and_largest() -> None:
    right = foot()
    assert len(right.toe_lines) == 5
    assert len(right.lofts) == 6
    across = [float(line[-1][2]) for line in right.toe_lines]
    assert across == sorted(across), "from the inside outward"
    widths = [float(np.ptp(loft.vertices[..., 2])) for loft in right.lofts[1:]]
    assert int(np.argmax(widths)) == 0


def test_toes_get_shorter_toward_the_outside() -> None:
    ends = [float(line[-1][0]) for line in foot().toe_lines]
    assert ends[0] > ends[-1] + 0.02
    assert ends[1:] == sorted(ends[1:], reverse=True)


def test_the_left_foot_mirrors_the_right() -> None:
    right, left = foot(1.0), foot(-1.0)
    for here, there in zip(right.toe_lines, left.toe_lines, strict=True):
        mirrored = here * (1, 1, -1) + (0, 0, 2 * ANKLE[2])
        assert np.allclose(mirrored, there)


def test_the_instep_rises_to_the_ankle() -> None:
    body = foot().lofts[0].vertices
    at_ankle = body[np.abs(body[..., 0] - ANKLE[0]) < 0.02][:, 1].max()
    at_ball = body[np.abs(body[..., 0] - ANKLE[0] - 0.13) < 0.02][:, 1].max()
    assert at_ankle > at_ball + 0.04
