import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from constructive_rest.figure.hand import Grip, Hand, build_hand
from constructive_rest.figure.interpolation import vector
from constructive_rest.figure.loft import Mesh

WRIST = vector(0, 0.3, 0)
FLAT = Grip(WRIST, vector(1, 0, 0), vector(0, -1, 0), vector(0, 0, 1))


def hand(curl: float = 12.0, scale: float = 1.0, floor: float = 0.0) -> Hand:
    return build_hand(FLAT, curl, scale, Mesh(floor))


def test_a_hand_has_a_palm_four_fingers_and_a_thumb() -> None:
    assert len(hand().fingers) == len(hand().finger_lines) == 4
    assert len(hand().lofts) == 6


@given(st.floats(0, 60))
def test_fingers_keep_their_length_however_they_curl(curl: float) -> None:
    for straight, bent in zip(hand(0).finger_lines, hand(curl).finger_lines, strict=True):
        before, after = (np.linalg.norm(np.diff(line, axis=0), axis=1) for line in (straight, bent))
        assert np.allclose(before, after)


@given(st.floats(1, 60))
def test_fingers_curl_toward_the_palm(curl: float) -> None:
    for line in hand(curl).finger_lines:
        assert line[-1][1] < line[0][1]


def test_the_middle_finger_is_longest_and_the_little_one_shortest() -> None:
    lengths = [float(np.ptp(line[:, 0])) for line in hand(0).finger_lines]
    assert int(np.argmax(lengths)) == 1
    assert int(np.argmin(lengths)) == 3


def test_fingers_begin_in_the_palm_and_lie_side_by_side() -> None:
    roots = np.array([line[0] for line in hand().finger_lines])
    assert hand().palm.vertices[..., 0].max() > roots[:, 0].min()
    gaps = -np.diff(roots[:, 2])
    assert (gaps > 0.015).all()
    assert (gaps < 0.026).all()


def test_the_thumb_stands_off_on_its_own_side() -> None:
    thumb = hand().thumb_line
    index = hand().finger_lines[0]
    assert thumb[-1][2] > index[-1][2] + 0.02
    assert thumb[-1][0] < index[-1][0]


def test_a_whole_hand_is_about_a_tenth_of_the_height() -> None:
    reach = max(float(loft.vertices[..., 0].max()) for loft in hand(0).lofts)
    assert reach == pytest.approx(0.108 * 1.70, abs=0.012)


def test_a_larger_body_has_larger_hands() -> None:
    small, large = (np.ptp(hand(scale=s).palm.vertices[..., 2]) for s in (0.9, 1.1))
    assert large / small == pytest.approx(1.1 / 0.9, rel=0.01)


def test_no_finger_goes_through_the_floor() -> None:
    for loft in hand(curl=50, floor=0.28).lofts:
        assert loft.vertices[..., 1].min() >= 0.28
